"""A form without its token is refused and changes nothing."""

import pytest
from flask import Flask

from consult.store.database import Store
from tests.actions.deeds import Watch
from tests.fixtures.cast import Cast
from tests.web.browsing import Browser, Talker, box_on
from tests.web.house.conftest import People
from tests.web.house.routes import OPEN, VIEWS
from tests.web.shelves import look

POSTING = sorted(
    {
        "door.enter",
        "door.choose_language",
        "talk.choose_language",
        "door.say_me",
        "door.choose_avatar",
        "door.tap_pictures",
        "door.leave",
        "door.forget",
        "talk.tap_pictures",
        "door.staff_leave",
        "talk.begin",
        "talk.decline",
        "talk.later",
        "talk.answer",
        "talk.send",
        "talk.take_blank",
        "talk.tell",
        "talk.alert",
        "talk.say_helper",
        "talk.choose_looks",
        "desk.answer",
        "desk.tell_decided",
        "desk.see_alert",
        "desk.close_alert",
        "desk.file_review",
        "desk.file_message",
        "desk.file_alert",
        "desk.everything",
        "desk.away",
        "desk.end_away",
        "desk.correct",
        "office.children",
        "office.merge",
        "office.hand_over",
        "office.reassign",
        "office.break_glass",
        "desk.key_in",
        "desk.search",
        "desk.add_child",
        "desk.add_review",
        "desk.invite",
        "desk.replace_card",
        "desk.reset_pictures",
        "desk.record_asked",
        "desk.move",
        "desk.hold",
        "office.settings",
        "office.add_person",
        "office.person",
        "office.retention",
        "office.destroy",
        "office.check_audit",
        "office.import_",
        "office.keep_recording",
        "office.remove_recording",
        "staff_door.code",
        "staff_door.set_up",
        "staff_door.link",
        "staff_door.forgotten",
        "staff_passkey.ask",
        "staff_passkey.enter",
        "me.change_password",
        "me.renew_recovery_codes",
        "me.ask_for_passkey",
        "me.add_passkey",
        "me.remove_passkey",
        "security.login",
        "security.verify",
    }
)


def test_these_are_all_views_that_take_a_form(app: Flask) -> None:
    taking = {rule.endpoint for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())}
    assert taking == {*POSTING, "talk.post_letter"}, "which looks at no cookie: tests/web/talk/test_offline.py"


@pytest.mark.parametrize("endpoint", POSTING)
def test_a_form_without_its_token_is_refused(
    app: Flask, people: People, store: Store, cast: Cast, endpoint: str
) -> None:
    view = VIEWS[endpoint]
    browser = people.right_for(view.who)
    browser.open("/")
    with app.test_request_context():
        address = app.url_for(endpoint, **view.address(cast))
    before, watch = look(store), Watch(store, cast.authority_id)
    for token in ({}, {"csrf_token": ""}, {"csrf_token": "made-up"}):
        fields = {"number": cast.sam.card} if view.who == OPEN else view.form(cast)
        page = browser.client.post(address, data=token | fields)
        assert page.status_code == 400
        assert "was open for too long" in page.text
    assert look(store) == before
    assert watch.deeds == []


def test_the_token_of_another_browser_is_refused(app: Flask, cast: Cast) -> None:
    one, other = Browser(app), Browser(app)
    one.open("/")
    other.open("/")
    other.token = one.token
    assert other.send("/", number=cast.sam.card).status_code == 400
    assert one.send("/", number=cast.sam.card).status_code == 303


def test_an_answer_without_its_token_comes_back(app: Flask, store: Store, cast: Cast) -> None:
    talker = Talker(app, store, cast.sam)
    question = talker.reach_words()
    talker.token = "made-up"
    page = talker.answer(question, words="My <own> words\nstay")
    assert page.status_code == 409
    assert box_on(page) == "My &lt;own&gt; words\nstay"
    with pytest.raises(KeyError):
        talker.said(question)


def test_the_refusal_has_the_temper_of_its_side(people: People) -> None:
    for browser, address, words in (
        (people.child, "/talk/send", "What you saved is safe."),
        (people.owner, "/desk/search", "send the form once more"),
    ):
        assert words in browser.client.post(address).text
