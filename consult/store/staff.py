"""Staff and their roles."""

import datetime as dt
import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, Update, bindparam, delete, func, insert, or_, select, update

from consult.store.database import AnyRow, Transaction
from consult.store.ids import make_public_id
from consult.store.tables import authority, role, staff, staff_role, visit

ROLES = ("officer", "manager", "administrator", "auditor", "facilitator", "council_member")
"""What somebody may be; several may be held together."""


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
    """A member of staff who is signed in, or on the way. `stage`: of visits; `has_codes`: an app makes codes for
    them."""

    visit_id: int
    stage: str
    staff: Staff
    roles: frozenset[str]
    authority_name: str
    demo: bool
    started_at: dt.datetime
    seen_at: dt.datetime
    has_codes: bool


@dataclass(frozen=True, slots=True)
class Person:
    """A member of staff as a list of people shows them. `ready`: has set a password, or comes by the organisation."""

    staff: Staff
    active: bool
    ready: bool
    roles: frozenset[str]


_OWNED = select(staff.c.id, staff.c.authority_id, staff.c.public_id, staff.c.email, staff.c.name).where(
    staff.c.authority_id == bindparam("authority")
)
_SEAT = (
    select(
        visit.c.id.label("visit_id"),
        visit.c.stage,
        visit.c.started_at,
        visit.c.seen_at,
        staff.c.codes_sealed.is_not(None).label("has_codes"),
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

_PEOPLE = (
    select(
        staff.c.id,
        staff.c.authority_id,
        staff.c.public_id,
        staff.c.email,
        staff.c.name,
        staff.c.active,
        or_(staff.c.password.is_not(None), staff.c.subject.is_not(None)).label("ready"),
        role.c.name.label("role"),
    )
    .join(staff_role, staff_role.c.staff_id == staff.c.id, isouter=True)
    .join(role, role.c.id == staff_role.c.role_id, isouter=True)
    .where(staff.c.authority_id == bindparam("authority"))
    .order_by(staff.c.name, staff.c.id)
)
_HOLDERS = (
    select(func.count().label("people"))
    .select_from(staff)
    .join(staff_role, staff_role.c.staff_id == staff.c.id)
    .join(role, role.c.id == staff_role.c.role_id)
    .where(staff.c.authority_id == bindparam("authority"), staff.c.active.is_(True), role.c.name == bindparam("role"))
)


def find_staff_seat(tx: Transaction, token: str) -> StaffSeat | None:
    """Who is signed in with this token, with their roles; None once ended or switched off."""
    rows: list[AnyRow] = list(tx.all(_SEAT, hashed=tx.keyring.visits.mac(token)))
    if not rows:
        return None
    first = rows[0]
    return StaffSeat(
        first.visit_id,
        first.stage,
        Staff(first.id, first.authority_id, first.public_id, first.email, first.name),
        frozenset(row.role for row in rows if row.role),
        first.authority_name,
        first.demo,
        first.started_at,
        first.seen_at,
        first.has_codes,
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
            "recovery_hashes": "",
            "link_for": "",
            "created_at": tx.now,
        },
    )
    _add_roles(tx, added, roles)
    return Staff(added, tx.authority_id, public_id, email.lower(), name)


def find_staff_by_id(tx: Transaction, public_id: str) -> Staff | None:
    """A person of this authority."""
    row = tx.first(_OWNED.where(staff.c.public_id == public_id))
    return Staff(*row) if row else None


def find_staff_by_email(connection: Connection, email: str) -> Staff | None:
    """Whoever has this address, in whichever authority."""
    wanted = select(staff.c.id, staff.c.authority_id, staff.c.public_id, staff.c.email, staff.c.name)
    row = connection.execute(wanted.where(staff.c.email == email.lower(), staff.c.active.is_(True))).first()
    return Staff(*row) if row else None


def is_email_taken(connection: Connection, email: str) -> bool:
    """Whether somebody anywhere has this address, switched off or not."""
    return connection.execute(select(staff.c.id).where(staff.c.email == email.lower())).first() is not None


def has_password(tx: Transaction, staff_id: int) -> bool:
    """Whether somebody has set one."""
    row = tx.first(_OWNED.where(staff.c.id == staff_id, staff.c.password.is_not(None)))
    return row is not None


def list_people(tx: Transaction) -> list[Person]:
    """Everybody of the authority by name, those switched off too."""
    rows = tx.all(_PEOPLE)
    roles: dict[int, set[str]] = {}
    for row in rows:
        roles.setdefault(row.id, set()).update([row.role] if row.role else [])
    once = {row.id: row for row in rows}
    return [
        Person(
            Staff(row.id, row.authority_id, row.public_id, row.email, row.name),
            row.active,
            row.ready,
            frozenset(roles[row.id]),
        )
        for row in once.values()
    ]


def list_roles(tx: Transaction, staff_id: int) -> set[str]:
    """The names of the roles that somebody holds."""
    held = select(role.c.name).join(staff_role, staff_role.c.role_id == role.c.id)
    return set(tx.connection.execute(held.where(staff_role.c.staff_id == staff_id)).scalars())


def change_roles(tx: Transaction, staff_id: int, roles: Iterable[str]) -> None:
    """These roles and no others."""
    tx.connection.execute(delete(staff_role).where(staff_role.c.staff_id == staff_id))
    _add_roles(tx, staff_id, roles)


def change_active(tx: Transaction, staff_id: int, active: bool) -> None:
    """Switched on or off; a new `fs_uniquifier`, so that nothing that the sign-in library signed counts any more."""
    tx.connection.execute(_change(tx, staff_id).values(active=active, fs_uniquifier=secrets.token_hex(32)))


def change_password(tx: Transaction, staff_id: int, password_hash: str | None) -> None:
    """A new password, already hashed; None lets nobody in by one."""
    tx.connection.execute(_change(tx, staff_id).values(password=password_hash, fs_uniquifier=secrets.token_hex(32)))


def count_active(tx: Transaction, role_name: str) -> int:
    """How many who are switched on hold a role."""
    row = tx.first(_HOLDERS, role=role_name)
    return row.people if row else 0


def _change(tx: Transaction, staff_id: int) -> Update:
    return update(staff).where(staff.c.authority_id == tx.authority_id, staff.c.id == staff_id)


def _add_roles(tx: Transaction, staff_id: int, roles: Iterable[str]) -> None:
    for name in dict.fromkeys(roles):
        row = tx.connection.execute(select(role.c.id).where(role.c.name == name)).one()
        tx.connection.execute(insert(staff_role), {"staff_id": staff_id, "role_id": row.id})
