"""Reviews, and invitations to say something before or after them."""

from sqlalchemy import Column, Date, Index, Integer, LargeBinary, String, Table, UniqueConstraint

from consult.store.tables.columns import METADATA, identity, moment, owner, public_identity, reference

review = Table(
    "review",
    METADATA,
    identity(),
    public_identity(),
    owner(),
    reference("child"),
    Column("ref", String(60), nullable=True),
    Column("wrapped_key", LargeBinary, nullable=False),
    Column("review_date", Date, nullable=False),
    Column("held_on", Date, nullable=True),
    Column("day", Date, nullable=False),
    Column("age", Integer, nullable=False),
    Column("band", String(12), nullable=False),
    Column("kind", String(20), nullable=False),
    reference("staff", name="officer_id", nullable=True),
    Column("officer_as_written", String(200), nullable=False),
    Column("participation_code", String(3), nullable=False),
    Column("team", String(80), nullable=False),
    Column("home_type", String(80), nullable=False),
    Column("out_of_area", String(20), nullable=False),
    Column("gender", String(40), nullable=False),
    Column("ethnic_group", String(80), nullable=False),
    Column("disability", String(40), nullable=False),
    Column("language", String(40), nullable=False),
    Column("seen_beforehand", String(20), nullable=False),
    Column("chaired", String(8), nullable=False),
    Column("late_reason", String(200), nullable=False),
    moment("created_at", nullable=False),
    moment("forgotten_at"),
    UniqueConstraint("authority_id", "child_id", "review_date"),
    UniqueConstraint("authority_id", "ref"),
    Index("ix_review_authority_id_day", "authority_id", "day"),
)

invitation = Table(
    "invitation",
    METADATA,
    identity(),
    public_identity(),
    owner(),
    reference("review"),
    reference("edition"),
    Column("booklet", String(60), nullable=False),
    Column("audience", String(20), nullable=False),
    moment("issued_at", nullable=False),
    moment("declined_at"),
    UniqueConstraint("review_id", "booklet"),
)
