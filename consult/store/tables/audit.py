"""Who did or read what, and when; never the text."""

from sqlalchemy import Column, String, Table, Text

from consult.store.tables.columns import METADATA, identity, moment, owner

audit = Table(
    "audit",
    METADATA,
    identity(),
    owner(),
    moment("at", nullable=False),
    Column("actor_kind", String(12), nullable=False),
    Column("actor", String(24), nullable=False),
    Column("deed", String(40), nullable=False),
    Column("subject_kind", String(20), nullable=False),
    Column("subject", String(60), nullable=False),
    Column("detail", Text, nullable=False),
)
