"""Words go when their days are over, not before, and not before they are on the child's file."""

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from consult.actions import alerting, filing, reading, recording, retention, talking
from consult.actions.refusals import NotThere, Refused
from consult.actions.reporting import take_report
from consult.actions.retention import add_months, ends_on
from consult.booklet.answers import Given
from consult.render.json_file import render_json
from consult.report.period import Period
from consult.store import tables
from consult.store.audit import Actor
from consult.store.clock import FixedClock
from consult.store.database import Store
from consult.store.retention import Rule
from consult.store.reviews import Forgotten, hold_review
from tests.actions.deeds import begin, send_all
from tests.fixtures.cast import REVIEW_DATE, Cast, find_row_id

COMMAND = Actor("command", "retention run")
RULE = Rule(28, 14)
WORDS = "zebra under the bridge"
DAY = dt.date
Later = Callable[[dt.date], None]


@pytest.fixture
def until(clock: FixedClock) -> Later:
    """Move the clock to noon of a day."""

    def move(day: dt.date) -> None:
        clock.moment = dt.datetime.combine(day, dt.time(12), dt.UTC)

    return move


def hold(store: Store, cast: Cast, review_id: str, day: dt.date) -> None:
    """The review took place."""
    recording.hold_review(store, cast.officer, review_id, recording.Held(day, "PN1", "alone", "no"))


def sent_and_held(store: Store, cast: Cast, until: Later) -> None:
    """Sam sent words and the review was held."""
    send_all(store, begin(store, cast.sam), WORDS)
    until(REVIEW_DATE)
    hold(store, cast, cast.sam.review_id, REVIEW_DATE)


def rows(store: Store, cast: Cast, table: str) -> int:
    """How many rows the authority has there."""
    rows_of = tables.METADATA.tables[table]
    with store.reading(cast.authority_id) as tx:
        return len(tx.all(select(rows_of).where(rows_of.c.authority_id == cast.authority_id)))


@pytest.mark.parametrize(
    ("held", "end"),
    [
        ((), DAY(2028, 2, 29)),
        ((DAY(2026, 12, 31),), DAY(2028, 2, 29)),
        ((DAY(2027, 6, 1),), DAY(2027, 6, 29)),
        ((DAY(2026, 1, 1), DAY(2027, 6, 1), DAY(2027, 12, 1)), DAY(2027, 6, 29)),
        ((DAY(2028, 2, 20),), DAY(2028, 2, 29)),
    ],
)
def test_28_days_after_the_next_review_and_14_months_at_most(held: tuple[dt.date, ...], end: dt.date) -> None:
    assert ends_on(DAY(2026, 12, 31), held, RULE) == end


def test_months_end_on_the_last_day_of_a_shorter_one() -> None:
    assert add_months(DAY(2026, 12, 31), 2) == DAY(2027, 2, 28)
    assert add_months(DAY(2026, 10, 31), 14) == DAY(2027, 12, 31)


def test_nothing_goes_before_its_day_and_nothing_that_is_not_on_file(store: Store, cast: Cast, until: Later) -> None:
    sent_and_held(store, cast, until)
    last = add_months(REVIEW_DATE, 14)
    until(last - dt.timedelta(days=1))
    assert all(each.words.kind == "draft" for each in retention.list_due(store, cast.authority_id))
    until(last)
    done = retention.forget_due(store, cast.authority_id, COMMAND)
    assert [(each.waits, each.since) for each in done.waiting] == [("not_on_file", last)]
    (booklet,) = reading.read_review(store, cast.officer, cast.sam.review_id).booklets
    assert WORDS in [line.answer.words for line in booklet.lines.values() if line.answer]
    reading.read_review(store, cast.officer, cast.sam.review_id)
    filing.file_review(store, cast.officer, cast.sam.review_id)
    done = retention.forget_due(store, cast.authority_id, COMMAND)
    assert (done.words, done.waiting) == (1, [])


def test_words_and_key_are_gone_and_the_final_rows_are_not(store: Store, cast: Cast, until: Later) -> None:
    sent_and_held(store, cast, until)
    reading.read_review(store, cast.officer, cast.sam.review_id)
    filing.file_review(store, cast.officer, cast.sam.review_id)
    finals = rows(store, cast, "final_answer")
    until(add_months(REVIEW_DATE, 14))
    retention.forget_due(store, cast.authority_id, COMMAND)
    assert rows(store, cast, "answer") == 0
    assert rows(store, cast, "final_answer") == finals > 0
    assert reading.read_review(store, cast.officer, cast.sam.review_id).booklets == []
    row_id = find_row_id(store, cast.authority_id, cast.sam.review_id)
    with store.reading(cast.authority_id) as tx, pytest.raises(Forgotten):
        hold_review(tx, row_id)


def test_a_draft_goes_28_days_after_its_review_without_being_on_file(store: Store, cast: Cast, until: Later) -> None:
    visit = begin(store, cast.sam)
    talking.answer(store, visit, 1, Given(("not_good",)), "k")
    until(REVIEW_DATE)
    hold(store, cast, cast.sam.review_id, REVIEW_DATE)
    until(REVIEW_DATE + dt.timedelta(days=27))
    assert retention.forget_due(store, cast.authority_id, COMMAND).words == 0
    assert rows(store, cast, "answer") == 1
    until(REVIEW_DATE + dt.timedelta(days=28))
    assert retention.forget_due(store, cast.authority_id, COMMAND).words == 1
    assert rows(store, cast, "answer") == 0


def test_what_was_sent_again_after_filing_is_not_on_file(
    store: Store, cast: Cast, until: Later, clock: FixedClock
) -> None:
    visit = begin(store, cast.sam)
    send_all(store, visit, WORDS)
    reading.read_review(store, cast.officer, cast.sam.review_id)
    filing.file_review(store, cast.officer, cast.sam.review_id)
    clock.moment += dt.timedelta(minutes=5)
    talking.answer(store, visit, 1, Given(("good",)), "again")
    send_all(store, visit, "more " + WORDS)
    until(add_months(REVIEW_DATE, 14))
    assert [each.waits for each in retention.list_due(store, cast.authority_id)] == ["not_on_file"]


def test_a_legal_hold_keeps_everything_of_the_child(store: Store, cast: Cast, until: Later) -> None:
    sent_and_held(store, cast, until)
    reading.read_review(store, cast.officer, cast.sam.review_id)
    filing.file_review(store, cast.officer, cast.sam.review_id)
    filing.hold(store, cast.authority_id, COMMAND, "R-100", "A claim is before the court.")
    until(add_months(REVIEW_DATE, 30))
    done = retention.forget_due(store, cast.authority_id, COMMAND)
    assert (done.words, [each.waits for each in done.waiting]) == (0, ["held"])
    filing.release(store, cast.authority_id, COMMAND, "R-100")
    assert retention.forget_due(store, cast.authority_id, COMMAND).words == 1


def test_an_alert_that_nobody_closed_is_never_forgotten(store: Store, cast: Cast, until: Later) -> None:
    alerting.raise_alert(store, begin(store, cast.sam), WORDS)
    until(REVIEW_DATE + dt.timedelta(days=900))
    due = retention.list_due(store, cast.authority_id)
    assert [each.waits for each in due if each.words.kind == "alert"] == ["open"]


def test_400_days_after_the_last_review_nobody_is_named_any_more(store: Store, cast: Cast, until: Later) -> None:
    sent_and_held(store, cast, until)
    reading.read_review(store, cast.officer, cast.sam.review_id)
    filing.file_review(store, cast.officer, cast.sam.review_id)
    until(add_months(REVIEW_DATE, 14))
    done = retention.forget_due(store, cast.authority_id, COMMAND)
    assert (done.children, done.reviews) == (2, 2)
    assert rows(store, cast, "card") == rows(store, cast, "card_hash") == rows(store, cast, "visit") == 0
    child = reading.read_review(store, cast.officer, cast.sam.review_id).child
    assert (child.first_name, child.date_of_birth.year) == ("–", 1900)
    assert retention.forget_due(store, cast.authority_id, COMMAND).children == 0


@pytest.mark.parametrize(
    ("days", "months", "fault"), [(0, 14, "bad_days"), (28, 15, "bad_months"), (28, 5, "bad_months")]
)
def test_an_authority_cannot_keep_words_for_longer(
    store: Store, cast: Cast, days: int, months: int, fault: str
) -> None:
    with pytest.raises(Refused) as refused:
        retention.change_rule(store, cast.authority_id, COMMAND, days, months)
    assert refused.value.reason == fault


def test_only_the_officer_says_what_is_on_file(store: Store, cast: Cast, until: Later) -> None:
    sent_and_held(store, cast, until)
    for other in (cast.colleague, cast.stranger):
        with pytest.raises(NotThere):
            filing.file_review(store, other, cast.sam.review_id)
    with pytest.raises(Refused):
        filing.file_review(store, cast.officer, cast.maya.review_id)


def test_old_reports_say_the_same_after_forgetting(store: Store, cast: Cast, until: Later) -> None:
    sent_and_held(store, cast, until)
    reading.read_review(store, cast.officer, cast.sam.review_id)
    filing.file_review(store, cast.officer, cast.sam.review_id)
    before = report(store, cast)
    assert sum(each["answered"] for each in before["questions"]) > 5
    until(REVIEW_DATE + dt.timedelta(days=430))
    assert retention.forget_due(store, cast.authority_id, COMMAND).words == 1
    assert rows(store, cast, "answer") == 0
    assert report(store, cast) == before


def report(store: Store, cast: Cast) -> dict[str, Any]:
    """The voice of the child in the month of the review."""
    period = Period(REVIEW_DATE.replace(day=1), REVIEW_DATE.replace(day=31))
    told: dict[str, Any] = json.loads(render_json(take_report(store, cast.authority_id, COMMAND, period, "json")))
    return told
