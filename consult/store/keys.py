"""Rotation: the upper keys made new, without touching what children said."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    String,
    bindparam,
    cast,
    delete,
    insert,
    literal,
    select,
    update,
)

from consult.store.database import Transaction
from consult.store.sealing import Key
from consult.store.tables import (
    audit_head,
    authority,
    break_glass,
    card,
    card_hash,
    child,
    fingerprint_key,
    letterbox_key,
    review,
    staff,
)

# (what, its place, the table that names the place where that is another)
_Under = tuple[Column[Any], ColumnElement[str], Column[Any] | None]


def _at(kind: str, name: ColumnElement[str], field: str = "") -> ColumnElement[str]:
    return literal(f"{kind}:") + name + literal(field)


UNDER_AUTHORITY: tuple[_Under, ...] = (
    (audit_head.c.wrapped_key, _at("audit", authority.c.key), audit_head.c.authority_id),
    (child.c.wrapped_key, _at("child", child.c.public_id), None),
    (review.c.wrapped_key, _at("review", review.c.public_id), None),
    (break_glass.c.because_sealed, _at("break_glass", break_glass.c.public_id, ":because"), None),
    (card.c.number_sealed, _at("card", child.c.public_id, ":number"), card.c.child_id),
    (
        letterbox_key.c.private_sealed,
        _at("letterbox_key", cast(authority.c.id, String), ":private"),
        letterbox_key.c.authority_id,
    ),
    (staff.c.codes_sealed, _at("staff", staff.c.public_id, ":codes"), None),
    (staff.c.codes_next_sealed, _at("staff", staff.c.public_id, ":codes"), None),
)
"""Every column that the authority's own key seals or wraps, with its place; a house test keeps the list whole."""


@dataclass(frozen=True, slots=True)
class Rewrapped:
    """How much a rotation wrapped anew for one authority."""

    children: int
    reviews: int
    cards: int


def hold_authorities(connection: Connection) -> list[Any]:
    """Every authority's id, key and wrapped key; nobody wraps anything new until this transaction ends."""
    held = select(authority.c.id, authority.c.key, authority.c.wrapped_key).order_by(authority.c.id)
    return list(connection.execute(held.with_for_update(key_share=True)))


def rewrap_authority(tx: Transaction, row: Any, cards: Key) -> Rewrapped:
    """A new authority key for a row of `hold_authorities`; card numbers are found by `cards` from now on.

    Raises Unopened where something does not open: then nothing must be committed.
    """
    before = tx.keyring.open_authority_key(row.key, row.wrapped_key)
    after, wrapped = tx.keyring.make_authority_key(row.key)
    counts = {each[0].table.name: _rewrap(tx, each, before, after) for each in UNDER_AUTHORITY}
    _rehash_cards(tx, after, cards)
    tx.connection.execute(update(authority).where(authority.c.id == row.id).values(wrapped_key=wrapped))
    tx.known_keys.clear()
    return Rewrapped(counts["child"], counts["review"], counts["card"])


def keep_fingerprint_keys(connection: Connection, wrapped: dict[str, bytes]) -> None:
    """Put the fingerprint keys, wrapped anew, in place of those before."""
    connection.execute(delete(fingerprint_key))
    rows = [{"purpose": purpose, "wrapped_key": each} for purpose, each in wrapped.items()]
    connection.execute(insert(fingerprint_key), rows)


def _rewrap(tx: Transaction, under: _Under, before: Key, after: Key) -> int:
    column = under[0]
    table = column.table
    changes = [
        {"row": row.id, "sealed_anew": after.reseal(row.sealed, row.place, before)}
        for row in tx.all(_select(under))
        if row.sealed  # empty once destroyed
    ]
    if changes:
        owned = table.c.authority_id == tx.authority_id
        change = update(table).where(owned, table.c.id == bindparam("row")).values({column: bindparam("sealed_anew")})
        tx.connection.execute(change, changes)
    return len(changes)


def _select(under: _Under) -> Select[Any]:
    column, place, through = under
    table = column.table
    statement = select(table.c.id, column.label("sealed"), place.label("place"))
    if through is not None:
        (target,) = through.foreign_keys
        statement = statement.join(target.column.table, target.column == through)
    return statement.where(table.c.authority_id == bindparam("authority"))


def _rehash_cards(tx: Transaction, key: Key, cards: Key) -> None:
    numbers = tx.all(_select(next(each for each in UNDER_AUTHORITY if each[0].table is card)))
    hashes = [{"of_card": row.id, "hashed": cards.mac(key.open(row.sealed, row.place))} for row in numbers]
    if hashes:
        owned = card_hash.c.authority_id == tx.authority_id
        change = update(card_hash).where(owned, card_hash.c.card_id == bindparam("of_card"))
        tx.connection.execute(change.values(number_hash=bindparam("hashed")), hashes)
