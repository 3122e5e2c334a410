"""Passkeys: public keys of staff's devices."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, or_, select, update

from consult.store.database import Transaction
from consult.store.ids import make_public_id
from consult.store.staff import Staff
from consult.store.tables import passkey, staff


@dataclass(frozen=True, slots=True)
class Passkey:
    """A passkey as its owner sees it."""

    public_id: str
    name: str
    credential: bytes


@dataclass(frozen=True, slots=True)
class Held:
    """A passkey with what checks it. `uses`: as the device counted last."""

    staff: Staff
    credential: bytes
    public_key: bytes
    uses: int


def add_passkey(tx: Transaction, who: Staff, credential: bytes, public_key: bytes, uses: int, name: str) -> None:
    """A device that may stand for this person."""
    row = {"public_id": make_public_id(), "staff_id": who.id, "credential": credential, "public_key": public_key}
    tx.connection.execute(insert(passkey), row | {"uses": uses, "name": name, "added_at": tx.now})


def list_passkeys(tx: Transaction, who: Staff) -> list[Passkey]:
    """The devices of this person, oldest first."""
    wanted = select(passkey.c.public_id, passkey.c.name, passkey.c.credential)
    rows = tx.connection.execute(wanted.where(passkey.c.staff_id == who.id).order_by(passkey.c.id))
    return [Passkey(*row) for row in rows]


def find_held(connection: Connection, credential: bytes) -> Held | None:
    """Whose passkey this is, if they are switched on."""
    wanted = (
        select(
            staff.c.id,
            staff.c.authority_id,
            staff.c.public_id,
            staff.c.email,
            staff.c.name,
            passkey.c.credential,
            passkey.c.public_key,
            passkey.c.uses,
        )
        .join(staff, staff.c.id == passkey.c.staff_id)
        .where(passkey.c.credential == credential, staff.c.active.is_(True))
    )
    row = connection.execute(wanted).first()
    return Held(Staff(*row[:5]), row.credential, row.public_key, row.uses) if row else None


def is_known(connection: Connection, credential: bytes) -> bool:
    """Whether anybody's passkey has this id."""
    return connection.execute(select(passkey.c.id).where(passkey.c.credential == credential)).first() is not None


def count_use(tx: Transaction, credential: bytes, uses: int) -> bool:
    """It was used; False where the device's count did not go up, though it counts: somebody has a copy."""
    went_up = or_(passkey.c.uses < uses, (passkey.c.uses == 0) & (uses == 0))
    statement = update(passkey).where(passkey.c.credential == credential, went_up)
    return bool(tx.connection.execute(statement.values(uses=uses, used_at=tx.now)).rowcount)


def drop_passkey(tx: Transaction, who: Staff, public_id: str) -> bool:
    """It counts no more; False where they have no such one."""
    mine = delete(passkey).where(passkey.c.staff_id == who.id, passkey.c.public_id == public_id)
    return bool(tx.connection.execute(mine).rowcount)


def drop_passkeys(tx: Transaction, who: Staff) -> None:
    """None counts any more."""
    tx.connection.execute(delete(passkey).where(passkey.c.staff_id == who.id))
