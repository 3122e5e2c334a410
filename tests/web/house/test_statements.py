"""How many statements a page sends: a new one is a decision, not an accident."""

import datetime as dt
from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import event

from consult.actions import recording
from consult.actions.voicing import record
from consult.store.database import Store
from tests.actions.deeds import begin, send_all
from tests.fixtures.cast import Cast, add_invited
from tests.fixtures.sounds import make_wav
from tests.web.browsing import Talker, staff_browser

NOT_COUNTED = ("BEGIN", "COMMIT", "ROLLBACK", "PRAGMA")


@pytest.fixture
def sent(store: Store) -> Iterator[list[str]]:
    """The statements since it was cleared."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if not statement.startswith(NOT_COUNTED):
            statements.append(statement)

    event.listen(store.engine, "before_cursor_execute", note)
    yield statements
    event.remove(store.engine, "before_cursor_execute", note)


@pytest.fixture
def talker(app: Flask, store: Store, cast: Cast) -> Talker:
    """Sam, with everything warm."""
    talker = Talker(app, store, cast.sam)
    talker.say("feel_today", "good")
    talker.ask("home_likes")
    return talker


def test_a_question_takes_two(talker: Talker, sent: list[str]) -> None:
    place = talker.place("home_likes")
    sent.clear()
    assert talker.open(f"/talk/{place}").status_code == 200
    assert len(sent) == 2, sent


def test_recordings_take_one_more_where_there_are_any(
    talker: Talker, store: Store, cast: Cast, sent: list[str]
) -> None:
    place, counts = talker.place("home_likes"), []
    for who in (cast.stranger, cast.manager):
        record(store, who, "What do you like about where you live?", "en", make_wav())
        sent.clear()
        page = talker.open(f"/talk/{place}")
        counts.append((len(sent), "<audio" in page.text))
    assert counts == [(2, False), (3, True)], sent


def test_answering_takes_six_two_of_them_for_the_audit_chain(talker: Talker, sent: list[str]) -> None:
    place = talker.place("home_likes")
    sent.clear()
    assert talker.send(f"/talk/{place}", key="k", a="food").status_code == 303
    assert len(sent) == 6, sent


def test_the_desk_does_not_ask_more_for_more_reviews(app: Flask, store: Store, cast: Cast, sent: list[str]) -> None:
    desk = staff_browser(app, store, cast.officer)
    desk.open("/desk")
    counts = []
    for number in range(2):
        send_all(store, begin(store, add_invited(store, cast.officer, f"A-{number}", "Ada", dt.date(2016, 1, 1))))
        Talker(app, store, add_invited(store, cast.officer, f"B-{number}", "Bo", dt.date(2016, 1, 1))).say(
            "feel_today", "good"
        )
        sent.clear()
        desk.open("/desk")
        counts.append(len(sent))
    assert counts == [DESK, DESK], sent


def test_a_review_takes_so_many(app: Flask, store: Store, cast: Cast, sent: list[str]) -> None:
    desk, review = staff_browser(app, store, cast.officer), f"/desk/reviews/{cast.sam.review_id}"
    send_all(store, begin(store, cast.sam))
    held = recording.Held(dt.date(2026, 11, 20), "PN1", "alone", "no")
    recording.hold_review(store, cast.officer, cast.sam.review_id, held)
    desk.open(review)
    sent.clear()
    desk.open(review)
    assert len(sent) == REVIEW, sent


DESK, REVIEW = 7, 17
"""What they are now; the fewer the better."""
