"""A manager reads a child's words only with a reason, for an hour; the auditor sees why, the officer sees who."""

import datetime as dt

import pytest
from sqlalchemy import select

from consult.actions import break_glass, reading
from consult.actions.auditing import read_audit
from consult.actions.refusals import NotThere, Refused
from consult.store.audit_trail import Wanted
from consult.store.clock import FixedClock
from consult.store.database import Store
from consult.store.tables import break_glass as openings
from tests.actions.deeds import Watch, list_audit
from tests.actions.test_covering import said
from tests.fixtures.cast import Cast

REASON = "Court asks today what Sam said; Amira is ill."


def opened(store: Store, cast: Cast) -> break_glass.Behind:
    """What the manager sees of Sam."""
    return break_glass.read_behind_glass(store, cast.manager, cast.sam.child_id)


def test_nothing_before_a_reason_and_nothing_after_an_hour(store: Store, cast: Cast, clock: FixedClock) -> None:
    said(store, cast)
    with pytest.raises(NotThere):
        opened(store, cast)
    break_glass.break_glass(store, cast.manager, cast.sam.child_id, REASON)
    found = opened(store, cast)
    assert found.reviews[0][1][0].lines
    assert len(found.told) == 1
    with pytest.raises(NotThere):
        break_glass.read_behind_glass(store, cast.manager, cast.maya.child_id)
    clock.moment += dt.timedelta(minutes=59)
    opened(store, cast)
    clock.moment += dt.timedelta(minutes=1)
    with pytest.raises(NotThere):
        opened(store, cast)


@pytest.mark.parametrize("reason", ["", "because", " x " * 7, "a" * 19, "b" + " " * 30])
def test_a_reason_is_a_sentence(store: Store, cast: Cast, reason: str) -> None:
    watch = Watch(store, cast.authority_id)
    with pytest.raises(Refused, match="reason_short"):
        break_glass.break_glass(store, cast.manager, cast.sam.child_id, reason)
    assert watch.deeds == []


def test_each_opening_and_each_reading_is_one_row_without_the_reason(store: Store, cast: Cast) -> None:
    said(store, cast)
    watch = Watch(store, cast.authority_id)
    break_glass.break_glass(store, cast.manager, cast.sam.child_id, REASON)
    opened(store, cast)
    assert watch.deeds == ["break_glass", "read_behind_glass"]
    first, second = watch.rows
    assert first["detail"] == second["detail"]
    assert "Court" not in str(list_audit(store, cast.authority_id))
    with store.reading(cast.authority_id) as tx:
        row = tx.connection.execute(select(openings).where(openings.c.authority_id == cast.authority_id)).one()
    assert first["detail"] == {"opening": row.public_id}
    assert b"Court" not in row.because_sealed


def test_the_auditor_reads_why_and_the_officer_who(store: Store, cast: Cast, clock: FixedClock) -> None:
    said(store, cast)
    break_glass.break_glass(store, cast.manager, cast.sam.child_id, REASON)
    trail = read_audit(store, cast.manager, Wanted())
    assert [each.detail["reason"] for each in trail.glass] == [REASON]
    (seen,) = reading.read_review(store, cast.officer, cast.sam.review_id).openings
    assert (seen.name, seen.opened_at) == ("Ruth Okafor", clock.now())
    assert reading.read_review(store, cast.officer, cast.maya.review_id).openings == []


def test_the_booklet_still_waits_for_its_officer(store: Store, cast: Cast) -> None:
    said(store, cast)
    break_glass.break_glass(store, cast.manager, cast.sam.child_id, REASON)
    opened(store, cast)
    (booklet,) = reading.read_review(store, cast.officer, cast.sam.review_id).booklets
    assert booklet.read_at is None


def test_the_reason_of_another_authority_opens_nothing(store: Store, cast: Cast) -> None:
    with pytest.raises(NotThere):
        break_glass.break_glass(store, cast.stranger, cast.sam.child_id, REASON)
