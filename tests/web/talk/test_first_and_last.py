"""The pages around the questions: start, not today, not at all, nothing to do, after the review."""

import datetime as dt
import re

import pytest
from flask import Flask

from consult.actions import recording
from consult.store.clock import FixedClock
from consult.store.database import Store
from tests.actions.deeds import come_in, list_invitations
from tests.fixtures.apps import sit_down
from tests.fixtures.cast import Cast, Invited
from tests.web.browsing import Browser, Talker, note_on, staff_browser
from tests.web.shelves import count


def child(app: Flask, store: Store, who: Invited) -> Browser:
    browser = Browser(app)
    sit_down(browser.client, come_in(store, who))
    return browser


def begin_alone(browser: Browser, invitation: str) -> str:
    """Sit down to a booklet with nobody beside; where that leads."""
    asked = browser.send("/talk/begin", invitation=invitation)
    assert asked.location == "/talk/helper"
    browser.follow(asked)
    return browser.send("/talk/helper", helper="alone").location


@pytest.fixture
def sam(app: Flask, store: Store, cast: Cast) -> Browser:
    return child(app, store, cast.sam)


@pytest.fixture
def invitation(store: Store, cast: Cast) -> str:
    (invited,) = list_invitations(store, cast.authority_id, cast.sam)
    return invited.public_id


def test_the_only_booklet_opens_at_once_and_says_what_it_is(sam: Browser, invitation: str) -> None:
    answer = sam.open("/talk/")
    assert answer.location == f"/talk/start/{invitation}"
    page = sam.follow(answer)
    for words in ("Amira reads your answers.", "No one reads them until you press Send.", "kept in your file"):
        assert words in page.text
    assert "It is on Tuesday 8 December." in page.text
    assert begin_alone(sam, invitation) == "/talk/1#q"


def test_another_childs_invitation_is_not_here(sam: Browser, store: Store, cast: Cast) -> None:
    (other,) = list_invitations(store, cast.authority_id, cast.maya)
    assert sam.open(f"/talk/start/{other.public_id}").location == "/talk/mine"
    for deed in ("begin", "decline"):
        for invitation in (other.public_id, "made-up", ""):
            assert sam.send(f"/talk/{deed}", invitation=invitation).status_code == 404
    assert count(store, "conversation") == 0


def test_no_is_kept_and_seen_and_can_be_undone(
    app: Flask, sam: Browser, store: Store, cast: Cast, invitation: str
) -> None:
    desk = staff_browser(app, store, cast.officer)
    page = sam.follow(sam.send("/talk/decline", invitation=invitation))
    assert "You chose not to do this. It is your choice." in page.text
    assert "You said you don’t want to do this." in sam.open("/talk/").text
    assert "did not want to do the booklet" in desk.open(f"/desk/reviews/{cast.sam.review_id}").text
    assert begin_alone(sam, invitation) == "/talk/1#q"
    assert "did not want to do the booklet" not in desk.open(f"/desk/reviews/{cast.sam.review_id}").text


def test_not_today_keeps_everything_and_says_so(app: Flask, store: Store, cast: Cast) -> None:
    talker = Talker(app, store, cast.sam)
    talker.say("feel_today", "good")
    talker.open("/talk/start")
    answer = talker.send("/talk/later")
    assert answer.location == "/?note=kept"
    assert "What you said is kept." in note_on(talker.follow(answer))
    assert talker.open("/talk/2").location == "/?note=signed_out"
    again = child(app, store, cast.sam)
    page = again.follow(again.open("/talk/"))
    assert "Yes, let’s go on" in page.text
    (invited,) = list_invitations(store, cast.authority_id, cast.sam)
    assert begin_alone(again, invited.public_id) == "/talk/2#q"


def test_a_child_without_a_booklet_has_a_page(app: Flask, store: Store, cast: Cast, clock: FixedClock) -> None:
    held = recording.Held(dt.date(2026, 10, 1), "PN1", "alone", "no")
    recording.hold_review(store, cast.officer, cast.sam.review_id, held)
    browser = child(app, store, cast.sam)
    page = browser.open("/talk/")
    assert page.status_code == 200
    assert "There is nothing to do right now." in page.text
    assert "0800 1111" in page.text
    assert browser.open("/talk/start").location == "/talk/mine"
    assert browser.open("/talk/help").status_code == 200
    for address in ("/talk/1", "/talk/check", "/talk/done"):
        assert browser.open(address).status_code == 404
    assert browser.send("/talk/1", a="good", key="k").status_code == 404


def test_after_the_review_a_short_form_opens_and_can_be_sent(app: Flask, store: Store, cast: Cast) -> None:
    desk = staff_browser(app, store, cast.officer)
    review = f"/desk/reviews/{cast.sam.review_id}"
    desk.open(review)
    form = {"held_on": "2026-11-20", "participation_code": "PN1", "seen_beforehand": "alone", "chaired": "no"}
    assert desk.send(f"{review}/held", **form).status_code == 303
    sam = child(app, store, cast.sam)
    page = sam.open("/talk/")
    assert "After my review" in page.text
    after = next(
        each for each in list_invitations(store, cast.authority_id, cast.sam) if each.audience == "after_review"
    )
    start = sam.open(f"/talk/start/{after.public_id}")
    assert "Your review is over." in start.text
    answer = sam.send("/talk/begin", invitation=after.public_id)
    for fields in ({"a": "yes"}, {"a": "partly"}, {"a": "no"}, {"words": "they were <kind>"}):
        place = re.search(r"/talk/(\d+)", answer.location)
        assert place is not None
        sam.follow(answer)
        answer = sam.send(f"/talk/{place[1]}", key="k", **fields)
    assert answer.location == "/talk/check"
    check = sam.follow(answer)
    assert "they were &lt;kind&gt;" in check.text
    assert 'name="read_out"' not in check.text
    assert 'name="quote"' not in check.text, "nothing is asked that is not kept"
    assert "they were" not in desk.open(review).text
    done = sam.follow(sam.send("/talk/send"))
    assert "learns from what you said" in done.text
    assert "they were &lt;kind&gt;" in desk.open(review).text
