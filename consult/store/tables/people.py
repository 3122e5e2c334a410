"""The authority and its staff."""

from sqlalchemy import Boolean, Column, LargeBinary, String, Table

from consult.store.tables.columns import METADATA, identity, moment, owner, public_identity, reference

authority = Table(
    "authority",
    METADATA,
    identity(),
    Column("key", String(60), nullable=False, unique=True),
    Column("name", String(200), nullable=False),
    Column("demo", Boolean, nullable=False),
    Column("wrapped_key", LargeBinary, nullable=False),
    Column("officer_title", String(80), nullable=False),
    Column("out_of_hours_phone", String(40), nullable=False),
    Column("cover_name", String(80), nullable=False),
    Column("cover_phone", String(40), nullable=False),
    Column("languages", String(200), nullable=False),
    moment("created_at", nullable=False),
)

role = Table(
    "role",
    METADATA,
    identity(),
    Column("name", String(40), nullable=False, unique=True),
)

staff = Table(
    "staff",
    METADATA,
    identity(),
    public_identity(),
    owner(),
    Column("email", String(254), nullable=False, unique=True),
    Column("name", String(120), nullable=False),
    Column("password", String(255), nullable=True),
    Column("active", Boolean, nullable=False),
    Column("fs_uniquifier", String(64), nullable=False, unique=True),
    moment("created_at", nullable=False),
)

staff_role = Table(
    "staff_role",
    METADATA,
    identity(),
    reference("staff"),
    reference("role"),
)
