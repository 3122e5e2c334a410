"""Authorities: whose rows these are, and what their children's pages say."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from sqlalchemy import Connection, bindparam, insert, select, update

from consult.store.audit import begin_chain
from consult.store.database import Store, Transaction, inserted_id
from consult.store.engine import name_owner
from consult.store.sealing import Key, audit_place
from consult.store.tables import authority

RETENTION_DAYS, RETENTION_MONTHS = 28, 14
"""Until an authority says otherwise: days after the next review, and months after the own one at most."""


@dataclass(frozen=True, slots=True)
class Contact:
    """What must be known before a child is invited; every field non-empty then."""

    officer_title: str = ""
    out_of_hours_phone: str = ""
    cover_name: str = ""
    cover_phone: str = ""

    @property
    def complete(self) -> bool:
        """Whether children can be invited."""
        return all(getattr(self, field.name) for field in fields(self))


@dataclass(frozen=True, slots=True)
class Authority:
    """One local authority."""

    id: int
    key: str
    name: str
    demo: bool
    contact: Contact


def list_authorities(connection: Connection) -> Sequence[Authority]:
    """All of them, by key."""
    rows = connection.execute(select(authority).order_by(authority.c.key)).all()
    return [Authority(row.id, row.key, row.name, row.demo, _contact(row)) for row in rows]


def add_authority(store: Store, connection: Connection, key: str, name: str, *, demo: bool) -> int:
    """A new authority with its own keys and an empty audit chain, for which the transaction is from here; its id."""
    words, wrapped = store.keyring.make_authority_key(key)
    result = connection.execute(
        insert(authority).values(
            key=key,
            name=name,
            demo=demo,
            wrapped_key=wrapped,
            officer_title="",
            out_of_hours_phone="",
            cover_name="",
            cover_phone="",
            languages="",
            retention_days=RETENTION_DAYS,
            retention_months=RETENTION_MONTHS,
            created_at=store.clock.now(),
        )
    )
    added = inserted_id(result)
    name_owner(connection, added)
    begin_chain(connection, added, words.wrap(Key.make(), audit_place(key)))
    return added


def fetch_authority(tx: Transaction) -> Authority:
    """The transaction's own authority."""
    row = tx.run(select(authority).where(authority.c.id == bindparam("authority"))).one()
    return Authority(row.id, row.key, row.name, row.demo, _contact(row))


def change_contact(tx: Transaction, contact: Contact) -> None:
    """Keep what children's pages say."""
    tx.connection.execute(
        update(authority)
        .where(authority.c.id == tx.authority_id)
        .values({field.name: getattr(contact, field.name) for field in fields(contact)})
    )


def _contact(row: object) -> Contact:
    return Contact(*(getattr(row, field.name) for field in fields(Contact)))
