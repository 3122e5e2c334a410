"""Editions: a booklet frozen under a number. Read once, kept in memory, never stale."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import bindparam, insert, select

from consult.booklet.document import from_document, to_document
from consult.booklet.model import Booklet
from consult.store.database import Transaction
from consult.store.tables import edition


@dataclass(frozen=True, slots=True)
class Edition:
    """A frozen booklet."""

    id: int
    number: int
    booklet: Booklet


_OWNED = select(edition).where(edition.c.authority_id == bindparam("authority"))
_BY_ID = _OWNED.where(edition.c.id == bindparam("edition"))
_NEWEST = _OWNED.where(edition.c.booklet == bindparam("key")).order_by(edition.c.number.desc()).limit(1)
_NEWEST_FOR = (
    _OWNED.where(edition.c.audience == bindparam("audience"))
    .order_by(edition.c.published_at.desc(), edition.c.id.desc())
    .limit(1)
)


@lru_cache(maxsize=512)
def _read(edition_id: int, number: int, document: str) -> Edition:
    return Edition(edition_id, number, from_document(json.loads(document)))


def fetch_edition(tx: Transaction, edition_id: int) -> Edition:
    """The edition, read once and remembered; NoResultFound when the authority has no such one."""
    place = ("edition", tx.authority_id, edition_id)
    if place not in tx.memory:
        row = tx.run(_BY_ID, edition=edition_id).one()
        tx.memory[place] = _read(row.id, row.number, row.document)
    known: Edition = tx.memory[place]
    return known


def find_newest(tx: Transaction, key: str) -> Edition | None:
    """The newest edition of this booklet."""
    row = tx.first(_NEWEST, key=key)
    return _read(row.id, row.number, row.document) if row else None


def find_numbered(tx: Transaction, key: str, number: int) -> Edition | None:
    """One edition of this booklet by its number."""
    row = tx.first(_OWNED.where(edition.c.booklet == key, edition.c.number == number))
    return _read(row.id, row.number, row.document) if row else None


def find_newest_for(tx: Transaction, audience: str) -> Edition | None:
    """The edition published last for this audience."""
    row = tx.first(_NEWEST_FOR, audience=audience)
    return _read(row.id, row.number, row.document) if row else None


def list_newest_for(tx: Transaction, audience: str) -> Sequence[Edition]:
    """The newest edition of every booklet for this audience."""
    rows = tx.all(_OWNED.where(edition.c.audience == audience).order_by(edition.c.booklet, edition.c.number))
    newest = {row.booklet: row for row in rows}
    return [_read(row.id, row.number, row.document) for row in newest.values()]


def list_editions(tx: Transaction) -> Sequence[Edition]:
    """Every edition, by booklet and number."""
    rows = tx.all(_OWNED.order_by(edition.c.booklet, edition.c.number))
    return [_read(row.id, row.number, row.document) for row in rows]


def add_edition(tx: Transaction, booklet: Booklet, number: int) -> int:
    """Freeze the booklet under this number; the edition's id."""
    return tx.add(
        insert(edition),
        {
            "booklet": booklet.key,
            "number": number,
            "audience": booklet.audience,
            "document": json.dumps(to_document(booklet), ensure_ascii=False),
            "published_at": tx.now,
        },
    )
