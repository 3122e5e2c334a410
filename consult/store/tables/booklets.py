"""Editions: booklets frozen for ever."""

from sqlalchemy import Column, Integer, String, Table, Text, UniqueConstraint

from consult.store.tables.columns import METADATA, identity, moment, owner

edition = Table(
    "edition",
    METADATA,
    identity(),
    owner(),
    Column("booklet", String(60), nullable=False),
    Column("number", Integer, nullable=False),
    Column("audience", String(20), nullable=False),
    Column("document", Text, nullable=False),
    moment("published_at", nullable=False),
    UniqueConstraint("authority_id", "booklet", "number"),
)
