"""Sending: what the officer can read before and after, and the two choices."""

import datetime as dt
import re

import pytest
from flask import Flask

from consult.actions import recording
from consult.store.clock import FixedClock
from consult.store.database import Store
from tests.actions.deeds import talk_through
from tests.fixtures.cast import Cast
from tests.web.browsing import Browser, Talker, note_on, staff_browser
from tests.web.shelves import count, look

WORDS = "the purple wellingtons <b>& the shed</b>"
SHOWN = "the purple wellingtons &lt;b&gt;&amp; the shed&lt;/b&gt;"
CHOICES = {"read_out": "yes", "quote": "no"}


@pytest.fixture
def talker(app: Flask, store: Store, cast: Cast) -> Talker:
    """Sam, who has said everything but not sent it."""
    talker = Talker(app, store, cast.sam)
    talker.say(talker.reach_words(), words=WORDS)
    talk_through(store, talker.visit)
    talker.open("/talk/check")
    return talker


@pytest.fixture
def desk(app: Flask, store: Store, cast: Cast) -> Browser:
    return staff_browser(app, store, cast.officer)


def staff_pages(desk: Browser, cast: Cast) -> dict[str, str]:
    """Everything that an officer can open about Sam's review."""
    review = f"/desk/reviews/{cast.sam.review_id}"
    addresses = (review, f"{review}/read-out?all=1", f"{review}/card", "/desk", "/desk?show=to_read", "/voice")
    pages = {address: desk.open(address).text for address in addresses}
    span = "from=2026-10-01&to=2026-12-31"
    files = {form: desk.open(f"/voice/voice-of-the-child.{form}?{span}").text for form in ("json", "csv", "html")}
    return pages | files


def test_before_sending_the_officer_sees_no_word(talker: Talker, desk: Browser, store: Store, cast: Cast) -> None:
    review = f"/desk/reviews/{cast.sam.review_id}"
    pages = staff_pages(desk, cast)
    assert not [address for address, text in pages.items() if "wellingtons" in text or "Not happy</span>" in text]
    assert "has started: 11 of 11" in pages[review]
    assert desk.open(f"{review}/read-out").status_code == 404
    assert count(store, "final_answer") == 0
    assert talker.send("/talk/send", **CHOICES).location == "/talk/done"
    assert count(store, "final_answer") > 10
    after = staff_pages(desk, cast)
    assert SHOWN in after[review]
    assert SHOWN in after[f"{review}/read-out?all=1"]
    told = [address for address, text in after.items() if "wellingtons" in text]
    assert told == [review, f"{review}/read-out?all=1"], "and nowhere else"


@pytest.mark.parametrize(
    ("ticked", "note", "stays"),
    [
        ({}, "Please say if your answers can be read out.", []),
        ({"quote": "yes"}, "Please say if your answers can be read out.", ["quote=yes"]),
        ({"read_out": "no"}, "Please say if we can use some of your words.", ["read_out=no"]),
        (
            {"read_out": "some", "held_back": ["happy_home_more", "feel_today"]},
            "Please say if we can use some of your words.",
            ["read_out=some", "held_back=happy_home_more", "held_back=feel_today"],
        ),
        ({"read_out": "maybe", "quote": "perhaps"}, "Please say if your answers can be read out.", []),
    ],
)
def test_both_choices_are_needed_and_what_was_ticked_stays(
    talker: Talker, store: Store, ticked: dict[str, object], note: str, stays: list[str]
) -> None:
    before = look(store)
    page = talker.send("/talk/send", **ticked)
    assert (page.status_code, note_on(page)) == (422, note)
    assert look(store) == before
    assert page.text.count(" checked") == len(stays)
    for each in stays:
        name, _, value = each.partition("=")
        assert re.search(rf'name="{name}"[^>]* value="{value}" checked', page.text), each


def test_what_is_held_back_is_not_read_out(talker: Talker, desk: Browser, cast: Cast) -> None:
    talker.send("/talk/send", read_out="some", held_back=["happy_home_more"], quote="no")
    review = f"/desk/reviews/{cast.sam.review_id}"
    assert SHOWN in desk.open(review).text
    assert "Not for the meeting" in desk.open(review).text
    aloud = desk.open(f"{review}/read-out?all=1").text
    assert "wellingtons" not in aloud
    assert "1 answer is kept back and is not in here." in aloud
    assert "Happy" in aloud, "the rest is read out"
    each = [desk.open(f"{review}/read-out?n={number}").text for number in range(0, 14)]
    assert not [text for text in each if "wellingtons" in text]


def test_no_means_nothing_is_read_out(talker: Talker, desk: Browser, cast: Cast) -> None:
    talker.send("/talk/send", read_out="no", quote="no")
    for query in ("", "?all=1", "?n=3", "?n=-1", "?n=x"):
        page = desk.open(f"/desk/reviews/{cast.sam.review_id}/read-out{query}")
        assert "asked for none of it to be read out" in page.text
        assert "wellingtons" not in page.text
        assert "Not happy" not in page.text


def test_a_change_after_sending_is_seen_only_after_sending_again(
    talker: Talker, desk: Browser, cast: Cast, clock: FixedClock
) -> None:
    review = f"/desk/reviews/{cast.sam.review_id}"
    talker.send("/talk/send", **CHOICES)
    clock.moment += dt.timedelta(minutes=5)
    assert SHOWN in talker.ask("happy_home_more").text, "Back after sending shows the answer"
    answer = talker.answer("happy_home_more", words="only gumboots")
    assert answer.location == "/talk/check"
    page = talker.follow(answer)
    assert "You changed something. Press Send again" in page.text
    assert "Changed</span>" in page.text
    assert SHOWN in desk.open(review).text
    assert "gumboots" not in desk.open(review).text
    talker.send("/talk/send", **CHOICES)
    read = desk.open(review).text
    assert "only gumboots" in read
    assert "wellingtons" not in read
    assert "Changed on Saturday 21 November 2026, 12:05." in read
    assert "Changed on 21 November" in read


def test_sending_twice_is_sending_once(talker: Talker, store: Store) -> None:
    talker.send("/talk/send", **CHOICES)
    before = look(store)
    assert talker.send("/talk/send", **CHOICES).location == "/talk/done"
    assert look(store)["conversation"] == before["conversation"]
    assert count(store, "final_answer") == sum(before["final_answer"].values())


def test_nothing_said_cannot_be_sent(app: Flask, store: Store, cast: Cast) -> None:
    talker = Talker(app, store, cast.maya)
    talker.open("/talk/check")
    page = talker.send("/talk/send", **CHOICES)
    assert (page.status_code, note_on(page)) == (422, "There are no answers to send yet.")


def test_what_was_sent_stays_as_it_is_after_the_review(
    talker: Talker, store: Store, cast: Cast, clock: FixedClock
) -> None:
    talker.send("/talk/send", **CHOICES)
    recording.hold_review(store, cast.officer, cast.sam.review_id, recording.Held(clock.today(), "PN1", "alone", "no"))
    before = look(store)
    page = talker.send("/talk/send", read_out="no", quote="no")
    assert page.status_code == 422
    assert "Your review has been, so this cannot be changed." in note_on(page)
    assert look(store) == before


def test_the_last_page_says_who_reads_it_and_by_when(talker: Talker) -> None:
    assert talker.open("/talk/done").location == "/talk/check", "not before it is sent"
    page = talker.follow(talker.send("/talk/send", **CHOICES))
    for words in ("Next, Amira reads them.", "That is by Tuesday 8 December.", "0800 1111"):
        assert words in page.text
