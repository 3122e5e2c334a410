"""Staff and their roles."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, insert, or_, select, update

from consult.store.database import AnyRow, Transaction
from consult.store.ids import make_public_id
from consult.store.tables import authority, role, staff, staff_role, visit

ROLES = ("officer", "manager")


@dataclass(frozen=True, slots=True)
class Staff:
    """A member of staff."""

    id: int
    authority_id: int
    public_id: str
    email: str
    name: str

    @property
    def first_name(self) -> str:
        """What children's pages call them."""
        return self.name.split()[0]


@dataclass(frozen=True, slots=True)
class StaffSeat:
    """A member of staff who is signed in."""

    visit_id: int
    staff: Staff
    roles: frozenset[str]
    authority_name: str
    demo: bool
    seen_at: Any


_OWNED = select(staff.c.id, staff.c.authority_id, staff.c.public_id, staff.c.email, staff.c.name).where(
    staff.c.authority_id == bindparam("authority")
)
_SEAT = (
    select(
        visit.c.id.label("visit_id"),
        visit.c.seen_at,
        staff.c.id,
        staff.c.authority_id,
        staff.c.public_id,
        staff.c.email,
        staff.c.name,
        authority.c.name.label("authority_name"),
        authority.c.demo,
        role.c.name.label("role"),
    )
    .join(staff, staff.c.id == visit.c.staff_id)
    .join(authority, authority.c.id == visit.c.authority_id)
    .join(staff_role, staff_role.c.staff_id == staff.c.id, isouter=True)
    .join(role, role.c.id == staff_role.c.role_id, isouter=True)
    .where(
        visit.c.authority_id == bindparam("authority"),
        visit.c.token_hash == bindparam("hashed"),
        visit.c.ended_at.is_(None),
        staff.c.active.is_(True),
    )
)


def find_staff_seat(tx: Transaction, token: str) -> StaffSeat | None:
    """Who is signed in with this token, with their roles; None once ended or switched off."""
    rows: list[AnyRow] = list(tx.all(_SEAT, hashed=tx.keyring.visits.mac(token)))
    if not rows:
        return None
    first = rows[0]
    return StaffSeat(
        first.visit_id,
        Staff(first.id, first.authority_id, first.public_id, first.email, first.name),
        frozenset(row.role for row in rows if row.role),
        first.authority_name,
        first.demo,
        first.seen_at,
    )


def find_staff_written(tx: Transaction, written: str) -> Staff | None:
    """The person that a file names by e-mail or by full name; None when nobody or more than one."""
    rows = tx.all(_OWNED.where(or_(staff.c.email == written.lower(), staff.c.name == written)))
    return Staff(*rows[0]) if len(rows) == 1 else None


def add_staff(tx: Transaction, email: str, name: str, roles: Iterable[str], password_hash: str | None) -> Staff:
    """A new person with these roles."""
    public_id = make_public_id()
    added = tx.add(
        insert(staff),
        {
            "public_id": public_id,
            "email": email.lower(),
            "name": name,
            "password": password_hash,
            "active": True,
            "fs_uniquifier": secrets.token_hex(32),
            "created_at": tx.now,
        },
    )
    for name_of_role in roles:
        row = tx.connection.execute(select(role.c.id).where(role.c.name == name_of_role)).one()
        tx.connection.execute(insert(staff_role), {"staff_id": added, "role_id": row.id})
    return Staff(added, tx.authority_id, public_id, email.lower(), name)


def change_password(tx: Transaction, staff_id: int, password_hash: str) -> None:
    """A new password, already hashed."""
    tx.connection.execute(
        update(staff)
        .where(staff.c.authority_id == tx.authority_id, staff.c.id == staff_id)
        .values(password=password_hash)
    )
