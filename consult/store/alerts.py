"""“I don’t feel safe”: who pressed it and when; words and what was done are sealed with the child's key."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, exists, func, insert, or_, select, update

from consult.store.children import child_key, fetch_child_key, open_date_of_birth, open_first_name
from consult.store.cover import acted_for
from consult.store.database import AnyRow, Transaction
from consult.store.ids import make_public_id
from consult.store.officers import officer_now
from consult.store.reviews import age_on
from consult.store.tables import alert, authority, child, role, staff, staff_role


@dataclass(frozen=True, slots=True)
class Alert:
    """One press. `words` and `done` are opened only by `find_alert`. `seen_by`: a name, blank while nobody has."""

    id: int
    public_id: str
    child_id: int
    child_public_id: str
    first_name: str
    ref: str
    age: int
    avatar: str
    officer_id: int | None
    officer: str
    raised_at: dt.datetime
    seen_by: str
    seen_at: dt.datetime | None
    done_at: dt.datetime | None
    filed_at: dt.datetime | None = None
    words: str = ""
    done: str = ""


_officer, _seer = staff.alias("officer"), staff.alias("seer")
_ALERTS = (
    select(
        alert,
        child.c.public_id.label("child_public_id"),
        child.c.wrapped_key.label("child_wrapped_key"),
        child.c.first_name_sealed,
        child.c.date_of_birth_sealed,
        child.c.ref,
        child.c.avatar,
        _officer.c.id.label("officer_now"),
        _officer.c.name.label("officer"),
        _seer.c.name.label("seen_by_name"),
    )
    .join(child, child.c.id == alert.c.child_id)
    .join(_officer, _officer.c.id == officer_now, isouter=True)
    .join(_seer, _seer.c.id == alert.c.seen_by, isouter=True)
    .where(alert.c.authority_id == bindparam("authority"), alert.c.forgotten_at.is_(None))
    .order_by(alert.c.raised_at, alert.c.id)
)
_COVER = (
    select(staff.c.id, staff.c.name)
    .join(authority, authority.c.id == staff.c.authority_id)
    .join(staff_role, staff_role.c.staff_id == staff.c.id)
    .join(role, role.c.id == staff_role.c.role_id)
    .where(
        staff.c.authority_id == bindparam("authority"),
        staff.c.active.is_(True),
        staff.c.name == authority.c.cover_name,
        role.c.name == "officer",
    )
)
_IS_COVER = exists(_COVER.where(staff.c.id == bindparam("officer")))
_OPEN = _ALERTS.where(alert.c.done_at.is_(None))
_MINE = or_(officer_now.in_(acted_for), _IS_COVER)
_OPEN_OF_OFFICER = _OPEN.where(_MINE)
_ONE_OF_OFFICER = _ALERTS.where(alert.c.public_id == bindparam("public_id"), _MINE)
_OF_CHILD = _ALERTS.where(alert.c.child_id == bindparam("child"))
_COUNT = select(func.count()).where(
    alert.c.authority_id == bindparam("authority"), alert.c.done_at.is_(None), alert.c.seen_at.is_(None)
)


def find_cover(tx: Transaction) -> str:
    """The name of whoever stands in for officers and has a desk of their own; blank where nobody does."""
    row = tx.first(_COVER)
    return row.name if row else ""


def list_open_alerts(tx: Transaction, officer_id: int) -> Sequence[Alert]:
    """What is not closed yet of this officer's children and of those covered for, oldest first; for the named cover
    every child's."""
    return [_open(tx, row) for row in tx.all(_OPEN_OF_OFFICER, officer=officer_id, today=tx.today)]


def list_all_open_alerts(tx: Transaction) -> Sequence[Alert]:
    """Whatever is not closed in the whole authority, oldest first."""
    return [_open(tx, row) for row in tx.all(_OPEN)]


def list_alerts_of_child(tx: Transaction, child_id: int) -> Sequence[Alert]:
    """The child's, oldest first, with words."""
    return [_open(tx, row, words=True) for row in tx.all(_OF_CHILD, child=child_id)]


def count_unseen(tx: Transaction) -> int:
    """How many nobody has seen yet."""
    return int(tx.run(_COUNT).scalar_one())


def find_alert(tx: Transaction, officer_id: int, public_id: str) -> Alert | None:
    """The alert with its words, for the child's officer, whoever covers for them, and the named cover only."""
    row = tx.first(_ONE_OF_OFFICER, officer=officer_id, today=tx.today, public_id=public_id)
    return _open(tx, row, words=True) if row else None


def add_alert(tx: Transaction, child_id: int, words: str) -> str:
    """Keep a press; its public id."""
    public_id = make_public_id()
    sealed = fetch_child_key(tx, child_id).seal(words, _place(public_id, "words")) if words else None
    officer_id = tx.run(_OFFICER_OF, child=child_id).scalar()
    values = {"public_id": public_id, "child_id": child_id, "officer_id": officer_id, "words_sealed": sealed}
    tx.add(insert(alert), values | {"raised_at": tx.now})
    return public_id


_OFFICER_OF = select(officer_now).where(
    child.c.authority_id == bindparam("authority"), child.c.id == bindparam("child")
)


def mark_seen(tx: Transaction, found: Alert, staff_id: int) -> None:
    """This person has seen it."""
    _change(tx, found, seen_by=staff_id, seen_at=tx.now)


def close(tx: Transaction, found: Alert, done: str) -> None:
    """What was done; it is no longer open."""
    sealed = fetch_child_key(tx, found.child_id).seal(done, _place(found.public_id, "done"))
    _change(tx, found, done_sealed=sealed, done_at=tx.now)


def _change(tx: Transaction, found: Alert, **values: Any) -> None:
    statement = update(alert).where(alert.c.authority_id == tx.authority_id, alert.c.id == found.id)
    tx.connection.execute(statement.values(values))


def _place(public_id: str, what: str) -> str:
    return f"alert:{public_id}:{what}"


def _open(tx: Transaction, row: AnyRow, *, words: bool = False) -> Alert:
    def opened(sealed: bytes | None, what: str) -> str:
        return child_key(tx, row).open(sealed, _place(row.public_id, what)) if words and sealed else ""

    return Alert(
        id=row.id,
        public_id=row.public_id,
        child_id=row.child_id,
        child_public_id=row.child_public_id,
        first_name=open_first_name(tx, row),
        ref=row.ref,
        age=age_on(tx.today, open_date_of_birth(tx, row)),
        avatar=row.avatar,
        officer_id=row.officer_now,
        officer=row.officer or "",
        raised_at=row.raised_at,
        seen_by=row.seen_by_name or "",
        seen_at=row.seen_at,
        done_at=row.done_at,
        filed_at=row.filed_at,
        words=opened(row.words_sealed, "words"),
        done=opened(row.done_sealed, "done"),
    )
