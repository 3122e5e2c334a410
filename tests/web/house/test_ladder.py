"""The ladder, for every staff page: whose it is, who must not know of it, who may not, who is not in."""

from dataclasses import replace

import pytest
from flask import Flask

import consult
from consult.settings import Settings
from consult.store.database import Store
from tests.actions.deeds import Watch
from tests.fixtures.cast import Cast
from tests.web.browsing import Browser, staff_browser
from tests.web.house.conftest import People, Press
from tests.web.house.routes import CHILD, LIBRARY, OPEN, VIEWS
from tests.web.shelves import look

STAFF_VIEWS = {name: view for name, view in VIEWS.items() if view.who not in {OPEN, CHILD}}
OWN_VIEWS = [name for name, view in VIEWS.items() if view.own]
POSTS = {
    "desk.search",
    "desk.replace_card",
    "desk.invite",
    "desk.reset_pictures",
    "desk.record_asked",
    "desk.move",
    "desk.hold",
    "desk.tell_decided",
    "desk.answer",
    "desk.see_alert",
    "desk.close_alert",
    "desk.file_review",
    "desk.file_message",
    "desk.file_alert",
    "desk.everything",
    "desk.end_away",
    "office.reassign",
    "me.change_password",
    "me.renew_recovery_codes",
    "me.ask_for_passkey",
    "me.add_passkey",
    "me.remove_passkey",
    "office.keep_recording",
    "office.remove_recording",
    "office.check_audit",
}
BOTH = {
    "desk.add_child",
    "desk.add_review",
    "desk.key_in",
    "desk.away",
    "desk.correct",
    "office.children",
    "office.merge",
    "office.hand_over",
    "office.break_glass",
    "office.settings",
    "office.import_",
    "office.add_person",
    "office.person",
    "office.retention",
    "office.destroy",
}
STEPS = [
    (name, method)
    for name in STAFF_VIEWS
    for method in ("GET", "POST")
    if name in BOTH or (name in POSTS) == (method == "POST")
]
GETS = [name for name, method in STEPS if method == "GET"]
READING_IS_A_DEED = (("conversation", "read_at"),)


def test_every_route_is_declared(app: Flask) -> None:
    assert {rule.endpoint for rule in app.url_map.iter_rules()} == set(VIEWS)


def test_the_steps_are_the_methods_of_the_routes(app: Flask) -> None:
    served = {
        (rule.endpoint, method)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) & {"GET", "POST", "PUT", "PATCH", "DELETE"}
        if rule.endpoint in STAFF_VIEWS
    }
    assert served == set(STEPS)


def test_open_rooms_are_few(app: Flask) -> None:
    rooms = {name.partition(".")[0] for name, view in VIEWS.items() if view.who == OPEN and name not in LIBRARY}
    assert rooms == {
        "about",
        "asset",
        "door",
        "favicon",
        "metrics",
        "ready",
        "gallery",
        "health",
        "staff_door",
        "staff_organisation",
        "staff_passkey",
        "talk",
    }


@pytest.mark.parametrize(("endpoint", "method"), STEPS)
def test_it_works_for_whom_it_is(people: People, press: Press, endpoint: str, method: str) -> None:
    page = press(people.right_for(VIEWS[endpoint].who), endpoint, method)
    done = endpoint not in {"desk.search", "office.import_"}
    right = 303 if method == "POST" and done else 200
    assert page.status_code == (VIEWS[endpoint].gives or right), page.text


@pytest.mark.parametrize(("endpoint", "method"), [step for step in STEPS if step[0] in OWN_VIEWS])
@pytest.mark.parametrize("who", ["colleague", "stranger"])
def test_to_others_it_is_not_there(
    people: People, press: Press, store: Store, endpoint: str, method: str, who: str
) -> None:
    before = look(store)
    page = press(getattr(people, who), endpoint, method)
    assert page.status_code == 404
    assert look(store) == before
    assert not [name for name in ("Sam", "Maya", "R-100", "R-200") if name in page.text]


@pytest.mark.parametrize("who", ["colleague", "stranger"])
def test_lists_hold_nobody_elses_children(people: People, press: Press, who: str) -> None:
    for endpoint, method in (("desk.desk", "GET"), ("desk.search", "POST")):
        ours = press(people.owner, endpoint, method)
        assert "Sam" in ours.text
        page = press(getattr(people, who), endpoint, method)
        assert page.status_code == 200
        assert "Sam" not in page.text
        assert "ref R-100" not in page.text


def test_the_report_counts_the_own_authority_only(people: People, press: Press) -> None:
    (ours,) = [each for each in press(people.owner, "voice.download", "GET").json["returns"] if each["band"] == "all"]
    (theirs,) = [
        each for each in press(people.stranger, "voice.download", "GET").json["returns"] if each["band"] == "all"
    ]
    assert (ours["reviews"], theirs["reviews"]) == (2, 0)


@pytest.mark.parametrize(("endpoint", "method"), STEPS)
def test_the_wrong_role_is_refused(people: People, press: Press, store: Store, endpoint: str, method: str) -> None:
    before = look(store)
    for browser in people.wrong_for(VIEWS[endpoint].who):
        page = press(browser, endpoint, method)
        assert page.status_code == 403
        assert "This page is not for your role" in page.text
    assert look(store) == before


@pytest.mark.parametrize(("endpoint", "method"), STEPS)
def test_signed_out_goes_to_the_door(people: People, press: Press, store: Store, endpoint: str, method: str) -> None:
    before = look(store)
    for browser in (people.nobody, people.child):
        page = press(browser, endpoint, method)
        assert page.status_code == 303
        assert page.location.split("?")[0] == "/staff/sign-in"
        assert not page.text or "R-100" not in page.text
    assert look(store) == before


@pytest.mark.parametrize("endpoint", GETS)
def test_a_get_changes_nothing_but_its_audit_row(
    people: People, press: Press, store: Store, cast: Cast, endpoint: str
) -> None:
    read = endpoint in {"desk.review", "desk.read_out", "desk.message"}
    without = READING_IS_A_DEED if read else ()
    before, watch = look(store, without=without), Watch(store, cast.authority_id)
    press(people.right_for(VIEWS[endpoint].who), endpoint, "GET")
    after = look(store, without=without)
    if read:
        assert sum(after.pop("reading").values()) - sum(before.pop("reading").values()) <= 1
    assert after == before
    deeds = {
        "desk.review": ["read_booklet"],
        "desk.read_out": ["read_out"],
        "desk.message": ["read_message"],
        "desk.alert": ["read_alert"],
        "desk.card": ["show_card"],
        "desk.paper": ["print_paper"],
        "voice.read": ["take_report"],
        "voice.download": ["take_report"],
        "office.audit": ["read_audit"],
    }
    assert watch.deeds == deeds.get(endpoint, [])


def test_the_look_at_the_shelves_sees_a_change(people: People, press: Press, store: Store) -> None:
    before = look(store)
    press(people.owner, "desk.move", "POST")
    assert look(store) != before


@pytest.mark.parametrize("endpoint", [name for name, view in VIEWS.items() if view.who == CHILD])
def test_childrens_pages_want_a_child(people: People, app: Flask, store: Store, cast: Cast, endpoint: str) -> None:
    with app.test_request_context():
        addresses = [
            rule.build({"place": 1, "invitation": "", "key": "none"}, append_unknown=False)[1]
            for rule in app.url_map.iter_rules()
            if rule.endpoint == endpoint and "<invitation>" not in rule.rule
        ]
    posts = {
        "talk.begin",
        "talk.decline",
        "talk.later",
        "talk.answer",
        "talk.send",
        "talk.tell",
        "talk.take_blank",
        "talk.alert",
        "talk.tap_pictures",
        "talk.say_helper",
        "talk.choose_looks",
    }
    before = look(store)
    for browser in (Browser(app), staff_browser(app, store, cast.officer)):
        browser.open("/")
        for each in addresses:
            page = browser.send(each) if endpoint in posts else browser.open(each)
            if endpoint == "talk.later":
                continue
            assert page.status_code == 303, each
            assert page.location == "/?note=signed_out"
    after = look(store)
    assert {name: rows for name, rows in after.items() if name != "visit"} == {
        name: rows for name, rows in before.items() if name != "visit"
    }


def test_the_gallery_is_for_tests_only(app: Flask, settings: Settings, store: Store) -> None:
    served = consult.create_app(replace(settings, testing=False), store=store)
    assert "gallery.index" not in served.view_functions
    assert "gallery.index" in app.view_functions
