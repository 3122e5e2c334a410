"""Ways out of a talk: stop and hide, and another card on the same tablet; who was here before."""

import datetime as dt

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from consult.booklet.answers import Answer
from consult.store.clock import FixedClock
from consult.store.database import Store
from tests.actions.deeds import PICTURES, begin, come_in, send_all, where
from tests.fixtures.apps import sit_down
from tests.fixtures.cast import Cast, Invited, add_invited
from tests.web.browsing import Browser, Talker, note_on
from tests.web.shelves import count

QUESTION = "happy_home_more"


@pytest.fixture
def talker(app: Flask, store: Store, cast: Cast) -> Talker:
    """Sam, at the first question that wants words."""
    talker = Talker(app, store, cast.sam)
    talker.ask(talker.reach_words())
    return talker


def hide(talker: Talker, **typed: str) -> TestResponse:
    """Press "Stop and hide" on the question's page."""
    return talker.answer(QUESTION, hide="now", **typed)


def kept(store: Store, who: Invited) -> Answer | None:
    """What the child finds at the question on coming back."""
    line = where(store, begin(store, who)).lines.get(QUESTION)
    return line.answer if line else None


def test_what_is_typed_is_kept_and_the_child_is_out(talker: Talker, store: Store, cast: Cast) -> None:
    place = talker.place(QUESTION)
    answer = hide(talker, words="half a <thought>")
    assert (answer.status_code, answer.location) == (303, "/today")
    page = talker.follow(answer)
    assert "Sam" not in page.text
    assert "thought" not in page.text
    sit_down(talker.client, talker.visit)
    assert talker.open(f"/talk/{place}").location == "/?note=signed_out", "the old cookie opens nothing"
    assert kept(store, cast.sam) == Answer(words="half a <thought>")


@pytest.mark.parametrize("typed", [{}, {"words": "   "}, {"words": "x" * 200_000}])
def test_what_is_no_answer_does_not_stand_in_the_way(
    talker: Talker, store: Store, cast: Cast, typed: dict[str, str]
) -> None:
    assert hide(talker, **typed).location == "/today"
    assert kept(store, cast.sam) is None


def test_what_was_saved_before_is_not_saved_again(talker: Talker, store: Store, cast: Cast) -> None:
    talker.say(QUESTION, words="the same")
    before = count(store, "answer")
    assert hide(talker, words="the same").location == "/today"
    assert count(store, "answer") == before
    assert kept(store, cast.sam) == Answer(words="the same")


def test_hiding_after_sending_changes_nothing_that_was_sent(talker: Talker, store: Store, cast: Cast) -> None:
    talker.say(QUESTION, words="sent")
    send_all(store, talker.visit)
    assert hide(talker, words="sent").location == "/today"
    assert not where(store, begin(store, cast.sam)).unsent


@pytest.mark.parametrize("address", ["/talk/3", "/leave", "/talk/999"])
def test_hiding_works_whatever_else_is_wrong(talker: Talker, address: str) -> None:
    for token in ("made-up", talker.token):
        page = talker.client.post(address, data={"csrf_token": token, "hide": "now", "words": "secret"})
        assert (page.status_code, page.location) == (303, "/today")
    again = talker.client.post("/talk/3", data={"hide": "now", "words": "secret"})
    assert (again.status_code, again.location) == (303, "/today"), "nobody is in any more"


def test_hiding_after_twelve_hours_shows_no_words(talker: Talker, clock: FixedClock) -> None:
    place = talker.place(QUESTION)
    clock.moment += dt.timedelta(hours=13)
    assert talker.send(f"/talk/{place}", key="k", words="secret", hide="now").location == "/today"


def test_a_page_left_open_saves_and_locks(talker: Talker, store: Store, cast: Cast, clock: FixedClock) -> None:
    clock.moment += dt.timedelta(minutes=20, seconds=5)
    answer = talker.answer(QUESTION, words="left on the sofa", hide="away")
    assert answer.location == "/pictures?note=away"
    page = talker.follow(answer)
    assert "sofa" not in page.text
    assert note_on(page).startswith("You were away for a while.")
    assert talker.send("/pictures", p=list(PICTURES)).location == "/talk/on"
    assert kept(store, cast.sam) == Answer(words="left on the sofa")


def test_the_sun_changes_a_cookie_every_time(app: Flask) -> None:
    browser, seen = Browser(app), set()
    for _ in range(3):
        answer = browser.open("/today/sun.svg")
        cookie = answer.headers["Set-Cookie"]
        assert (answer.mimetype, answer.headers["Cache-Control"]) == ("image/svg+xml", "no-store")
        assert {"HttpOnly", "SameSite=Lax"} <= set(cookie.split("; "))
        seen.add(cookie.split(";")[0])
    assert len(seen) == 3
    assert all("/today/sun.svg" in browser.open(address).text for address in ("/today", "/"))


def test_three_children_on_one_tablet_are_never_mixed_up(app: Flask, store: Store, cast: Cast) -> None:
    ava = add_invited(store, cast.officer, "R-300", "Ava", dt.date(2018, 5, 4))
    for each in (cast.sam, cast.maya, ava):
        come_in(store, each)
    tablet, visits = Browser(app), []
    for each in (cast.sam, cast.maya, ava):
        tablet.open("/")
        page = tablet.follow(tablet.send("/", number=each.card))
        assert f"This is for {each.first_name}. Is that you?" in page.text
        old = tablet.token
        assert tablet.send("/pictures", p=list(PICTURES)).location == "/talk/"
        start = tablet.follow(tablet.open("/talk/"))
        assert each.first_name in start.text
        begun = tablet.send("/talk/begin", invitation=start.request.path.rpartition("/")[2])
        assert begun.status_code == 303
        with tablet.client.session_transaction() as session:
            visits.append((each, dict(session), old))
    for each, cookie, _token in visits[:-1]:
        other = Browser(app)
        with other.client.session_transaction() as session:
            session.update(cookie)
        assert other.open("/talk/1").location == "/?note=signed_out", f"{each.first_name} is out for good"
    page = tablet.client.post("/talk/1", data={"csrf_token": visits[0][2], "a": "good", "key": "k"})
    assert page.status_code == 400, "a page of Sam's does not answer for Ava"
    assert count(store, "answer") == 0


def test_a_card_that_is_not_right_leaves_the_child_in(talker: Talker) -> None:
    assert talker.send("/", number="4821").status_code == 422
    assert talker.open("/talk/help").status_code == 200


def test_the_page_says_when_the_child_was_last_here(app: Flask, store: Store, cast: Cast, clock: FixedClock) -> None:
    first = Browser(app)
    sit_down(first.client, come_in(store, cast.sam))
    assert "You were last here" not in first.follow(first.open("/talk/")).text
    clock.moment += dt.timedelta(days=1, hours=3)
    again = Browser(app)
    sit_down(again.client, come_in(store, cast.sam))
    for page in (again.follow(again.open("/talk/")), again.open("/talk/mine")):
        assert "You were last here on Saturday 21 November at 12:00." in page.text
    maya = Browser(app)
    sit_down(maya.client, come_in(store, cast.maya))
    assert "You were last here" not in maya.follow(maya.open("/talk/")).text
