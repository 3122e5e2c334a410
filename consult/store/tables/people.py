"""The authority and its staff."""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, String, Table, Text

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
    Column("retention_days", Integer, nullable=False),
    Column("retention_months", Integer, nullable=False),
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
    Column("codes_sealed", LargeBinary, nullable=True),
    Column("codes_next_sealed", LargeBinary, nullable=True),
    Column("codes_used_to", BigInteger, nullable=True),
    Column("recovery_hashes", Text, nullable=False),
    Column("link_hash", LargeBinary, nullable=True, unique=True),
    Column("link_for", String(8), nullable=False),
    moment("link_until"),
    Column("issuer", String(255), nullable=True),
    Column("subject", String(255), nullable=True),
    moment("created_at", nullable=False),
    Index("uq_staff_issuer_subject", "issuer", "subject", unique=True),
)
"""`codes_sealed`: the secret that the person's app makes codes from, `codes_next_sealed` the one they are about to
set up, `codes_used_to` the last half minute whose code was used. `recovery_hashes`: hex, blank-separated."""

staff_role = Table(
    "staff_role",
    METADATA,
    identity(),
    reference("staff"),
    reference("role"),
)
