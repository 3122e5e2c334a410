"""Who has read what a child sent, and when: the child sees it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, insert, select, update

from consult.store.database import Transaction
from consult.store.tables import reading, staff


@dataclass(frozen=True, slots=True)
class Reading:
    """A reader of one booklet, by name."""

    name: str
    first_at: dt.datetime
    last_at: dt.datetime


_OF = (
    select(staff.c.name, reading.c.first_at, reading.c.last_at)
    .join(staff, staff.c.id == reading.c.staff_id)
    .where(reading.c.authority_id == bindparam("authority"), reading.c.conversation_id == bindparam("conversation"))
    .order_by(reading.c.first_at, reading.c.id)
)


def list_readings(tx: Transaction, conversation_id: int) -> Sequence[Reading]:
    """Everybody who has opened this booklet, first reader first."""
    return [Reading(*row) for row in tx.all(_OF, conversation=conversation_id)]


def add_reading(tx: Transaction, conversation_id: int, staff_id: int) -> None:
    """This person has it open now."""
    again = (
        update(reading)
        .where(
            reading.c.authority_id == tx.authority_id,
            reading.c.conversation_id == conversation_id,
            reading.c.staff_id == staff_id,
        )
        .values(last_at=tx.now)
    )
    if tx.connection.execute(again).rowcount == 0:
        row = {"conversation_id": conversation_id, "staff_id": staff_id, "first_at": tx.now, "last_at": tx.now}
        tx.add(insert(reading), row)
