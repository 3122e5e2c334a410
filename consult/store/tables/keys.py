"""Keys that belong to no authority, because they are needed before one is known."""

from sqlalchemy import Column, LargeBinary, String, Table

from consult.store.tables.columns import METADATA

fingerprint_key = Table(
    "fingerprint_key",
    METADATA,
    Column("purpose", String(20), primary_key=True),
    Column("wrapped_key", LargeBinary, nullable=False),
)
