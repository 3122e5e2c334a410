"""Booklets in other languages: one translation of a booklet a language, kept beside the editions."""

import json

from sqlalchemy import bindparam, insert, select, update

from consult.booklet.model import Booklet
from consult.booklet.translation import DRAFT, Translation, from_document, to_document, translate
from consult.store.database import Transaction
from consult.store.editions import Edition
from consult.store.languages import ENGLISH
from consult.store.tables import booklet_translation

_OWNED = (
    select(booklet_translation.c.document)
    .where(booklet_translation.c.authority_id == bindparam("authority"))
    .where(booklet_translation.c.booklet == bindparam("key"), booklet_translation.c.language == bindparam("language"))
)
_PUBLISHED_AT = _OWNED.with_only_columns(booklet_translation.c.published_at)
_LANGUAGES = select(booklet_translation.c.language).where(
    booklet_translation.c.authority_id == bindparam("authority"), booklet_translation.c.booklet == bindparam("key")
)
_DRAFTS = (
    select(booklet_translation.c.booklet, booklet_translation.c.language)
    .where(booklet_translation.c.authority_id == bindparam("authority"))
    .where(booklet_translation.c.state == DRAFT)
)


def find_translation(tx: Transaction, key: str, language: str) -> Translation | None:
    """The translation of a booklet."""
    row = tx.first(_OWNED, key=key, language=language)
    return from_document(json.loads(row.document)) if row else None


def keep_translation(tx: Transaction, translation: Translation) -> None:
    """Keep a translation, in the place of the one before."""
    values = {
        "state": translation.state,
        "document": json.dumps(to_document(translation), ensure_ascii=False),
        "published_at": tx.now,
    }
    place = {"booklet": translation.booklet, "language": translation.language}
    if find_translation(tx, translation.booklet, translation.language) is None:
        tx.add(insert(booklet_translation), {**place, **values})
        return
    mine = update(booklet_translation).where(booklet_translation.c.authority_id == tx.authority_id)
    tx.connection.execute(mine.filter_by(**place).values(values))


def list_drafts(tx: Transaction) -> set[tuple[str, str]]:
    """Booklet key and language of every translation that no speaker has checked."""
    return {(row.booklet, row.language) for row in tx.all(_DRAFTS)}


def list_translated(tx: Transaction, key: str) -> set[str]:
    """The languages in which there is a translation of this booklet."""
    return {row.language for row in tx.all(_LANGUAGES, key=key)}


def translated(tx: Transaction, edition: Edition, language: str) -> Booklet:
    """The edition's booklet in this language, worked out once for every publishing of the translation.

    English where there is no translation, and sentence by sentence where it is stale.
    """
    if language == ENGLISH:
        return edition.booklet
    row = tx.first(_PUBLISHED_AT, key=edition.booklet.key, language=language)
    if row is None:
        return edition.booklet
    place = ("translated", tx.authority_id, edition.id, language)
    published_at, booklet = tx.memory.get(place, (None, None))
    if published_at != row.published_at:
        found = find_translation(tx, edition.booklet.key, language)
        booklet = translate(edition.booklet, found) if found else edition.booklet
        tx.memory[place] = (row.published_at, booklet)
    known: Booklet = booklet
    return known
