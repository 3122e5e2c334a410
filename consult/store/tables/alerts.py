"""A child pressed "I don't feel safe"."""

from sqlalchemy import Column, LargeBinary, Table

from consult.store.tables.columns import METADATA, identity, moment, owner, public_identity, reference

alert = Table(
    "alert",
    METADATA,
    identity(),
    public_identity(),
    owner(),
    reference("child"),
    reference("staff", name="officer_id", nullable=True),
    Column("words_sealed", LargeBinary, nullable=True),
    moment("raised_at", nullable=False),
    reference("staff", name="seen_by", nullable=True, index=False),
    moment("seen_at"),
    Column("done_sealed", LargeBinary, nullable=True),
    moment("done_at"),
    moment("filed_at"),
    moment("forgotten_at"),
)
