"""Cards: 12 digits that belong to a child. Found by a keyed hash; the number itself is sealed."""

import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, insert, select, update
from stdnum import damm

from consult.store.children import Child
from consult.store.database import AnyRow, Store, Transaction, read_fingerprint_keys
from consult.store.tables import card, card_hash, child

_OPEN_CARD = select(card.c.id, card.c.number_sealed).where(
    card.c.authority_id == bindparam("authority"),
    card.c.child_id == bindparam("child"),
    card.c.replaced_at.is_(None),
)
_BY_ID = (
    select(card.c.child_id, card.c.replaced_at, child.c.left_on)
    .join(child, child.c.id == card.c.child_id)
    .where(card.c.authority_id == bindparam("authority"), card.c.id == bindparam("card"))
)

_PLACE = select(card_hash.c.authority_id, card_hash.c.card_id).where(card_hash.c.number_hash == bindparam("hashed"))


@dataclass(frozen=True, slots=True)
class FoundCard:
    """Where a number leads. `replaced`: a newer card has been made."""

    authority_id: int
    child_id: int
    replaced: bool


def make_number() -> str:
    """11 random digits and a check digit (Damm's algorithm finds every slip of one digit and every swap)."""
    digits = f"{secrets.randbelow(10**11):011d}"
    return digits + str(damm.calc_check_digit(digits))


def is_number(text: str) -> bool:
    """Whether these are 12 ASCII digits whose last one checks the others."""
    return len(text) == 12 and text.isascii() and text.isdigit() and bool(damm.is_valid(text))


def find_card(store: Store, number: str) -> FoundCard | None:
    """The card with this number, of whatever authority; none of a child who has left care."""
    with store.engine.connect() as connection:
        place = _find_place(store, connection, number)
    if place is None:
        return None
    with store.reading(place[0]) as tx:
        row = tx.run(_BY_ID, card=place[1]).one()
    return None if row.left_on else FoundCard(place[0], row.child_id, row.replaced_at is not None)


def find_open_number(tx: Transaction, who: Child) -> str | None:
    """The number on the child's present card, for printing."""
    row = tx.first(_OPEN_CARD, child=who.id)
    return tx.key.open(row.number_sealed, f"card:{who.public_id}:number") if row else None


def add_card(tx: Transaction, who: Child, number: str | None = None) -> str:
    """A new card for the child; any older one stops working. The number."""
    tx.connection.execute(
        update(card)
        .where(card.c.authority_id == tx.authority_id, card.c.child_id == who.id, card.c.replaced_at.is_(None))
        .values(replaced_at=tx.now)
    )
    number = number or make_number()
    added = tx.add(
        insert(card),
        {
            "child_id": who.id,
            "number_sealed": tx.key.seal(number, f"card:{who.public_id}:number"),
            "issued_at": tx.now,
        },
    )
    tx.add(insert(card_hash), {"number_hash": tx.keyring.cards.mac(number), "card_id": added})
    return number


def _find_place(store: Store, connection: Connection, number: str) -> tuple[int, int] | None:
    row = _look_up(connection, store.keyring.cards.mac(number)) if store.keyring.knows_fingerprints else None
    if row is None:
        # Another process may have rotated the keys since this one read them.
        read_fingerprint_keys(store.keyring, connection)
        row = _look_up(connection, store.keyring.cards.mac(number))
    return (row.authority_id, row.card_id) if row else None


def _look_up(connection: Connection, hashed: bytes) -> AnyRow | None:
    return connection.execute(_PLACE, {"hashed": hashed}).first()
