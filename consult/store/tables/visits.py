"""Server-side sessions: a cookie holds a random token, the row says whose and until when."""

from sqlalchemy import Boolean, Column, LargeBinary, String, Table

from consult.store.tables.columns import METADATA, identity, moment, owner, reference

visit = Table(
    "visit",
    METADATA,
    identity(),
    owner(),
    Column("token_hash", LargeBinary, nullable=False, unique=True),
    Column("stage", String(12), nullable=False),
    reference("child", nullable=True),
    reference("staff", nullable=True),
    reference("conversation", nullable=True, index=False),
    Column("helper", String(12), nullable=False),
    Column("hides_past", Boolean, nullable=False),
    moment("started_at", nullable=False),
    moment("seen_at", nullable=False),
    moment("ended_at"),
)
