"""Which languages authorities have turned on, besides English."""

from collections.abc import Iterable

from sqlalchemy import Connection, select, update

from consult.store.database import Transaction
from consult.store.tables import authority

ENGLISH = "en"
"""Always there, and what every other language falls back to."""


def read_languages(text: str) -> tuple[str, ...]:
    """Language tags from their column."""
    return tuple(tag for tag in text.split(",") if tag)


def list_languages(connection: Connection) -> set[str]:
    """Every language that any authority has turned on: before a card is shown, whose page it is is not known."""
    rows = connection.execute(select(authority.c.languages).distinct()).scalars()
    return {tag for text in rows for tag in read_languages(text)}


def fetch_languages(tx: Transaction) -> tuple[str, ...]:
    """Those of the transaction's own authority."""
    statement = select(authority.c.languages).where(authority.c.id == tx.authority_id)
    return read_languages(tx.connection.execute(statement).scalar_one())


def change_languages(tx: Transaction, languages: Iterable[str]) -> None:
    """Turn on exactly these."""
    kept = ",".join(sorted(set(languages)))
    tx.connection.execute(update(authority).where(authority.c.id == tx.authority_id).values(languages=kept))
