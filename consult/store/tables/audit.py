"""Who did or read what, and when; never the text. Each row's fingerprint hangs on all rows before it."""

from sqlalchemy import Column, Integer, LargeBinary, String, Table, Text, UniqueConstraint

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
    Column("sequence", Integer, nullable=False),
    Column("fingerprint", LargeBinary, nullable=False),
    UniqueConstraint("authority_id", "sequence"),
)

# One row an authority: how long its chain is, and the link that the next row hangs on.
audit_head = Table(
    "audit_head",
    METADATA,
    identity(),
    owner(),
    Column("wrapped_key", LargeBinary, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("link", LargeBinary, nullable=False),
    UniqueConstraint("authority_id"),
)
