"""Reading the audit back, newest first."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, bindparam, select

from consult.store.clock import LONDON
from consult.store.database import Transaction
from consult.store.tables import audit


@dataclass(frozen=True, slots=True)
class Entry:
    """One audit row. `number`: its place in the chain; `at`: aware."""

    number: int
    at: dt.datetime
    actor_kind: str
    actor: str
    deed: str
    subject_kind: str
    subject: str
    detail: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows; blank is any. `actor`: public id; `day`: in London; `before`: rows with smaller numbers only."""

    actor_kind: str = ""
    actor: str = ""
    deed: str = ""
    day: dt.date | None = None
    since: dt.datetime | None = None
    before: int = 0


_NEWEST = select(audit).where(audit.c.authority_id == bindparam("authority")).order_by(audit.c.sequence.desc())


def list_entries(tx: Transaction, wanted: Wanted, most: int) -> Sequence[Entry]:
    """The newest that fit, at most so many."""
    rows = tx.all(_NEWEST.where(*_conditions(wanted)).limit(most))
    return [
        Entry(
            row.sequence,
            row.at,
            row.actor_kind,
            row.actor,
            row.deed,
            row.subject_kind,
            row.subject,
            json.loads(row.detail),
        )
        for row in rows
    ]


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    same = {"actor_kind": wanted.actor_kind, "actor": wanted.actor, "deed": wanted.deed}
    found = [audit.c[name] == value for name, value in same.items() if value]
    if wanted.day:
        found += [audit.c.at >= _midnight(wanted.day), audit.c.at < _midnight(wanted.day + dt.timedelta(days=1))]
    if wanted.since:
        found.append(audit.c.at >= wanted.since)
    if wanted.before:
        found.append(audit.c.sequence < wanted.before)
    return found


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), LONDON).astimezone(dt.UTC)
