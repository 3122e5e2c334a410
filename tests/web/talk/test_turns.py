"""Turns that go astray: two tabs, two presses, no such question, a visit that ended."""

import datetime as dt

import pytest
from flask import Flask

from consult.actions import entering, recording
from consult.booklet.answers import Answer
from consult.store.clock import FixedClock
from consult.store.database import Store
from tests.actions.deeds import PICTURES
from tests.fixtures.cast import Cast
from tests.web.browsing import Talker, box_on, note_on, visit_of
from tests.web.shelves import count, look


@pytest.fixture
def talker(app: Flask, store: Store, cast: Cast) -> Talker:
    return Talker(app, store, cast.sam)


def test_two_presses_are_one_answer(talker: Talker, store: Store) -> None:
    first = talker.answer("feel_today", "good", key="one")
    second = talker.answer("feel_today", "good", key="one")
    assert (first.status_code, first.location) == (second.status_code, second.location)
    assert first.location == "/talk/2#q"
    assert count(store, "answer") == 1


def test_two_presses_on_skip_are_one_skip(talker: Talker, store: Store) -> None:
    for _ in range(2):
        assert talker.answer("feel_today", key="one", skip="1").status_code == 303
    assert talker.said("feel_today") is None
    assert count(store, "answer") == 1


def test_the_same_form_with_another_answer_is_a_change(talker: Talker, store: Store) -> None:
    talker.answer("feel_today", "good", key="one")
    talker.answer("feel_today", "ok", key="one")
    assert talker.said("feel_today") == Answer(("ok",))
    assert count(store, "answer") == 2


def test_an_older_page_answers_its_own_question(talker: Talker) -> None:
    talker.answer("feel_today", "good", key="one")
    talker.answer("home_likes", "food", key="two")
    answer = talker.answer("feel_today", "mix", key="other tab")
    assert answer.location == f"/talk/{talker.place('happy_home')}#q"
    assert talker.said("feel_today") == Answer(("mix",))


def test_a_follow_up_that_was_taken_away_gives_the_words_back(talker: Talker, store: Store) -> None:
    question = talker.reach_words()
    talker.answer("happy_home", "yes", key="other tab")
    before = look(store)
    page = talker.answer(question, words="I typed <this>")
    assert page.status_code == 409
    assert box_on(page) == "I typed &lt;this&gt;"
    assert "We cannot go to that question now." in note_on(page)
    assert look(store) == before


def test_a_choice_that_cannot_be_made_now_leads_to_the_one_that_can(talker: Talker, store: Store) -> None:
    before = look(store)
    page = talker.answer("happy_home", "yes")
    assert page.status_code == 409
    assert 'action="/talk/1"' in page.text
    assert "Here is your next one." in note_on(page)
    assert look(store) == before


@pytest.mark.parametrize("place", [0, 99, 10**30])
def test_a_question_that_does_not_exist_is_not_here(talker: Talker, store: Store, place: int) -> None:
    before = look(store)
    talker.open("/talk/1")
    for page in (talker.open(f"/talk/{place}"), talker.send(f"/talk/{place}", a="good", key="k")):
        assert page.status_code == 404
        assert "This page is not here" in page.text
    assert look(store) == before


def test_looking_at_a_question_out_of_turn_leads_to_the_right_one(talker: Talker) -> None:
    assert talker.ask("want_change").location == "/talk/1#q"


def test_an_over_long_or_missing_form_key_does_no_harm(talker: Talker, store: Store) -> None:
    for _ in range(2):
        assert talker.answer("feel_today", "good", key="k" * 5000).status_code == 303
    assert count(store, "answer") == 1
    assert talker.answer("home_likes", "food", key="").status_code == 303
    assert talker.answer("happy_home", "yes", key="\x00😀").status_code == 303


def test_an_answer_to_a_visit_gone_idle_is_saved_and_the_pictures_lead_on(talker: Talker, clock: FixedClock) -> None:
    question = talker.reach_words()
    talker.ask(question)
    clock.moment += dt.timedelta(minutes=21)
    answer = talker.answer(question, words="late words")
    assert (answer.status_code, answer.location) == (303, "/pictures?note=saved_away")
    page = talker.follow(answer)
    assert "Your answer is saved." in note_on(page)
    assert "late words" not in page.text
    assert talker.open("/talk/1").location == "/pictures?note=away", "locked, until the pictures are tapped"
    talker.follow(talker.open("/talk/on"))
    assert talker.send("/pictures", p=list(PICTURES)).location == "/talk/on"
    talker.visit = visit_of(talker)
    assert talker.said(question) == Answer(words="late words")
    assert talker.open("/talk/on").location == f"/talk/{talker.place(question) + 1}#q"


@pytest.mark.parametrize(
    "address", ["/talk/", "/talk/1", "/talk/check", "/talk/done", "/talk/help", "/talk/start", "/talk/mine"]
)
def test_an_idle_visit_shows_nothing_and_comes_back_to_the_same_page(
    talker: Talker, clock: FixedClock, address: str
) -> None:
    talker.say("feel_today", "good")
    clock.moment += dt.timedelta(minutes=20, seconds=1)
    away = talker.open(address)
    assert away.location == "/pictures?note=away"
    page = talker.follow(away)
    assert note_on(page) == "You were away for a while. Tap your pictures to go on where you were."
    assert "This is for Sam. Is that you?" in page.text
    clock.moment += dt.timedelta(hours=3)
    assert talker.send("/pictures", p=list(PICTURES)).location == address


def test_an_idle_visit_sends_nothing(talker: Talker, clock: FixedClock) -> None:
    talker.say("feel_today", "good")
    talker.open("/talk/check")
    clock.moment += dt.timedelta(minutes=20, seconds=1)
    assert talker.send("/talk/send", read_out="yes", quote="no").location == "/pictures?note=away"


def test_pressing_keeps_the_visit_awake(talker: Talker, clock: FixedClock) -> None:
    for _ in range(4):
        clock.moment += dt.timedelta(minutes=15)
        assert talker.open("/talk/1").status_code == 200


@pytest.mark.parametrize("how", ["left", "twelve hours"])
def test_words_to_an_ended_visit_come_back(talker: Talker, store: Store, clock: FixedClock, how: str) -> None:
    question = talker.reach_words()
    talker.ask(question)
    place = talker.place(question)
    if how == "left":
        entering.leave(store, talker.visit)
    else:
        clock.moment += dt.timedelta(hours=12, seconds=1)
    before = look(store)
    page = talker.send(f"/talk/{place}", key="k", words="typed <before>\nit ended")
    assert page.status_code == 409
    assert box_on(page) == "typed &lt;before&gt;\nit ended"
    assert "This was not saved yet" in page.text
    assert "typed" not in page.text.split("<title>")[1].split("</title>")[0]
    assert look(store) == before
    assert talker.send(f"/talk/{place}", key="k", a="good").location == "/?note=signed_out"


def test_words_after_the_review_come_back(talker: Talker, store: Store, cast: Cast, clock: FixedClock) -> None:
    question = talker.reach_words()
    talker.ask(question)
    held = recording.Held(clock.today(), "PN1", "alone", "no")
    recording.hold_review(store, cast.officer, cast.sam.review_id, held)
    clock.moment += dt.timedelta(minutes=10)
    assert talker.answer(question, words="begun before, still open").status_code == 303
    recording.hold_review(
        store, cast.officer, cast.sam.review_id, recording.Held(dt.date(2026, 10, 1), "PN1", "alone", "no")
    )
    page = talker.answer(question, words="too late <now>")
    assert page.status_code == 409
    assert box_on(page) == "too late &lt;now&gt;"
    assert "Your review has been, so this cannot be changed." in note_on(page)
