"""An officer is away: a colleague stands in from day to day, and sees and does what the officer may."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from consult.actions.refusals import NotThere, Refused
from consult.actions.scope import actor
from consult.store import cover
from consult.store.audit import add_audit
from consult.store.cover import Cover
from consult.store.database import Store, Transaction
from consult.store.staff import Staff, list_people

LONGEST = dt.timedelta(days=366)
OFFICER = "officer"


@dataclass(frozen=True, slots=True)
class Away:
    """Who stands in for an officer (`by`), for whom the officer stands in (`covering`), and who could."""

    by: Sequence[Cover]
    covering: Sequence[Cover]
    colleagues: Sequence[Staff]


def read_away(store: Store, officer: Staff) -> Away:
    """What is agreed today and for later."""
    with store.reading(officer.authority_id) as tx:
        return Away(cover.list_cover_of(tx, officer.id), cover.list_covering(tx, officer.id), _colleagues(tx, officer))


def list_officers(tx: Transaction) -> list[Staff]:
    """Everybody who is switched on and may look after children."""
    return [each.staff for each in list_people(tx) if each.active and OFFICER in each.roles]


def add_cover(store: Store, officer: Staff, colleague_id: str, from_day: dt.date, to_day: dt.date) -> None:
    """Name a colleague for these days, both inclusive.

    Raises Refused: no_colleague, days_turned (the last before the first), days_past, too_far, days_taken.
    """
    with store.writing(officer.authority_id) as tx:
        colleague = next((each for each in _colleagues(tx, officer) if each.public_id == colleague_id), None)
        if colleague is None:
            raise Refused("no_colleague")
        if to_day < from_day:
            raise Refused("days_turned")
        if from_day < tx.today:
            raise Refused("days_past")
        if to_day > tx.today + LONGEST:
            raise Refused("too_far")
        agreed = cover.list_cover_of(tx, officer.id)
        if any(each.from_day <= to_day and from_day <= each.to_day for each in agreed):
            raise Refused("days_taken")
        cover.add_cover(tx, officer.id, colleague.id, from_day, to_day)
        days = f"{from_day.isoformat()} {to_day.isoformat()}"
        add_audit(tx, actor(officer), "add_cover", "staff", colleague.public_id, days=days)


def end_cover(store: Store, officer: Staff, cover_id: str) -> None:
    """The officer is back: from now on the colleague sees nothing of theirs. Raises NotThere."""
    with store.writing(officer.authority_id) as tx:
        agreed = {each.public_id: each for each in cover.list_cover_of(tx, officer.id)}
        if cover_id not in agreed or not cover.end_cover(tx, officer.id, cover_id):
            raise NotThere
        add_audit(tx, actor(officer), "end_cover", "staff", agreed[cover_id].covered_by.public_id)


def _colleagues(tx: Transaction, officer: Staff) -> list[Staff]:
    return [each for each in list_officers(tx) if each.id != officer.id]
