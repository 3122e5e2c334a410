"""Words of a child that a manager opened with a reason: who and when; the reason is sealed, for the auditor alone."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, insert, select

from consult.store.database import AnyRow, Transaction
from consult.store.ids import make_public_id
from consult.store.tables import break_glass, child, staff

LASTS = dt.timedelta(minutes=60)
"""So long the words stay open."""


@dataclass(frozen=True, slots=True)
class Opening:
    """`name`: of who opened the words of the child with reference `ref`."""

    public_id: str
    ref: str
    name: str
    opened_at: dt.datetime

    @property
    def ends_at(self) -> dt.datetime:
        """From when on the words are closed again."""
        return self.opened_at + LASTS


_ALL = (
    select(break_glass, child.c.ref, staff.c.name)
    .join(child, child.c.id == break_glass.c.child_id)
    .join(staff, staff.c.id == break_glass.c.staff_id)
    .where(break_glass.c.authority_id == bindparam("authority"))
    .order_by(break_glass.c.opened_at.desc(), break_glass.c.id.desc())
)
_OF_CHILD = _ALL.where(break_glass.c.child_id == bindparam("child"))
_OPEN = _OF_CHILD.where(break_glass.c.staff_id == bindparam("staff"), break_glass.c.opened_at > bindparam("since"))


def add_opening(tx: Transaction, child_id: int, staff_id: int, because: str) -> str:
    """Open a child's words; the opening's public id."""
    public_id = make_public_id()
    sealed = tx.key.seal(because, _place(public_id))
    values = {"public_id": public_id, "child_id": child_id, "staff_id": staff_id, "because_sealed": sealed}
    tx.add(insert(break_glass), values | {"opened_at": tx.now})
    return public_id


def find_open(tx: Transaction, child_id: int, staff_id: int) -> Opening | None:
    """The opening by which this person may read this child's words now."""
    row = tx.first(_OPEN, child=child_id, staff=staff_id, since=tx.now - LASTS)
    return _open(row) if row else None


def list_openings_of(tx: Transaction, child_id: int) -> Sequence[Opening]:
    """Every opening of a child's words, the newest first, without the reasons."""
    return [_open(row) for row in tx.all(_OF_CHILD, child=child_id)]


def list_reasons(tx: Transaction) -> Sequence[tuple[str, str]]:
    """Public id and reason of every opening whose child is not forgotten. For the auditor alone."""
    return [
        (row.public_id, tx.key.open(row.because_sealed, _place(row.public_id)))
        for row in tx.all(_ALL)
        if row.because_sealed
    ]


def _place(public_id: str) -> str:
    return f"break_glass:{public_id}:because"


def _open(row: AnyRow) -> Opening:
    return Opening(row.public_id, row.ref, row.name, row.opened_at)
