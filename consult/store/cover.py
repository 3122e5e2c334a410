"""Who covers for whom from day to day, and so for whose children somebody may act today."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import BigInteger, bindparam, insert, select, union_all, update

from consult.store.database import AnyRow, Transaction
from consult.store.ids import make_public_id
from consult.store.staff import Staff
from consult.store.tables import cover, staff


@dataclass(frozen=True, slots=True)
class Cover:
    """`covered_by` stands in for `officer`, both days inclusive."""

    public_id: str
    officer: Staff
    covered_by: Staff
    from_day: dt.date
    to_day: dt.date


_by = staff.alias("by")
_THERE = select(cover.c.officer_id).where(cover.c.authority_id == bindparam("authority"), cover.c.ended_at.is_(None))
_COVERED_TODAY = _THERE.where(
    cover.c.covered_by_id == bindparam("officer"),
    cover.c.from_day <= bindparam("today"),
    cover.c.to_day >= bindparam("today"),
)
acted_for = union_all(select(bindparam("officer", type_=BigInteger())), _COVERED_TODAY)
"""Row numbers of the officers for whose children `officer` may act on the day `today`: oneself, and who is covered."""

_ALL = (
    select(
        cover,
        *(column.label(f"officer_{column.name}") for column in (staff.c.public_id, staff.c.email, staff.c.name)),
        *(column.label(f"by_{column.name}") for column in (_by.c.public_id, _by.c.email, _by.c.name)),
    )
    .join(staff, staff.c.id == cover.c.officer_id)
    .join(_by, _by.c.id == cover.c.covered_by_id)
    .where(cover.c.authority_id == bindparam("authority"), cover.c.ended_at.is_(None))
    .order_by(cover.c.from_day, cover.c.id)
)
_OF_OFFICER = _ALL.where(cover.c.officer_id == bindparam("officer"), cover.c.to_day >= bindparam("today"))
_BY_OFFICER = _ALL.where(cover.c.covered_by_id == bindparam("officer"), cover.c.to_day >= bindparam("today"))


def find_covered(tx: Transaction, staff_id: int, officer_ids: Sequence[int]) -> Staff | None:
    """Whoever of these officers this person covers for today; None for nobody."""
    started = [each for each in list_covering(tx, staff_id) if each.from_day <= tx.today]
    return next((each.officer for each in started if each.officer.id in officer_ids), None)


def list_covering(tx: Transaction, staff_id: int) -> list[Cover]:
    """For whom this person stands in, today and later."""
    return [_open(tx, row) for row in tx.all(_BY_OFFICER, officer=staff_id, today=tx.today)]


def list_cover_of(tx: Transaction, officer_id: int) -> list[Cover]:
    """Who stands in for this officer, today and later."""
    return [_open(tx, row) for row in tx.all(_OF_OFFICER, officer=officer_id, today=tx.today)]


def add_cover(tx: Transaction, officer_id: int, covered_by_id: int, from_day: dt.date, to_day: dt.date) -> str:
    """Let a colleague stand in; its public id."""
    public_id = make_public_id()
    values = {"officer_id": officer_id, "covered_by_id": covered_by_id, "from_day": from_day, "to_day": to_day}
    tx.add(insert(cover), values | {"public_id": public_id})
    return public_id


def end_cover(tx: Transaction, officer_id: int, public_id: str) -> bool:
    """From now on nobody stands in by this one of the officer's; whether there was such a one."""
    statement = update(cover).where(
        cover.c.authority_id == tx.authority_id,
        cover.c.officer_id == officer_id,
        cover.c.public_id == public_id,
        cover.c.ended_at.is_(None),
    )
    return tx.connection.execute(statement.values(ended_at=tx.now)).rowcount == 1


def _open(tx: Transaction, row: AnyRow) -> Cover:
    return Cover(
        row.public_id,
        Staff(row.officer_id, tx.authority_id, row.officer_public_id, row.officer_email, row.officer_name),
        Staff(row.covered_by_id, tx.authority_id, row.by_public_id, row.by_email, row.by_name),
        row.from_day,
        row.to_day,
    )
