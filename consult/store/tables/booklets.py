"""Editions: booklets frozen for ever."""

from sqlalchemy import Column, Integer, LargeBinary, String, Table, Text, UniqueConstraint

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

booklet_translation = Table(
    "booklet_translation",
    METADATA,
    identity(),
    owner(),
    Column("booklet", String(60), nullable=False),
    Column("language", String(12), nullable=False),
    Column("state", String(12), nullable=False),
    Column("document", Text, nullable=False),
    moment("published_at", nullable=False),
    UniqueConstraint("authority_id", "booklet", "language"),
)

recording = Table(
    "recording",
    METADATA,
    identity(),
    owner(),
    Column("text_hash", String(64), nullable=False),
    Column("language", String(12), nullable=False),
    Column("media_type", String(40), nullable=False),
    Column("sound", LargeBinary, nullable=False),
    moment("uploaded_at", nullable=False),
    UniqueConstraint("authority_id", "text_hash", "language"),
)
