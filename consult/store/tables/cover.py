"""Who stands in for whom: an officer's colleague from day to day, and a manager who opens words with a reason."""

from sqlalchemy import Column, Date, LargeBinary, Table

from consult.store.tables.columns import METADATA, identity, moment, owner, public_identity, reference

cover = Table(
    "cover",
    METADATA,
    identity(),
    public_identity(),
    owner(),
    reference("staff", name="officer_id"),
    reference("staff", name="covered_by_id"),
    Column("from_day", Date, nullable=False),
    Column("to_day", Date, nullable=False),
    moment("ended_at"),
)

break_glass = Table(
    "break_glass",
    METADATA,
    identity(),
    public_identity(),
    owner(),
    reference("child"),
    reference("staff"),
    Column("because_sealed", LargeBinary, nullable=True),
    moment("opened_at", nullable=False),
)
