"""Children and their cards. Names and dates of birth are sealed with the child's own key."""

from sqlalchemy import Boolean, Column, Date, Integer, LargeBinary, String, Table, UniqueConstraint

from consult.store.tables.columns import METADATA, identity, moment, owner, public_identity, reference

child = Table(
    "child",
    METADATA,
    identity(),
    public_identity(),
    owner(),
    Column("ref", String(60), nullable=False),
    Column("wrapped_key", LargeBinary, nullable=False),
    Column("first_name_sealed", LargeBinary, nullable=False),
    Column("date_of_birth_sealed", LargeBinary, nullable=False),
    Column("avatar", String(20), nullable=False),
    Column("pictures_mac", LargeBinary, nullable=True),
    Column("wrong_pictures", Integer, nullable=False),
    moment("paused_until"),
    moment("pictures_forgotten_at"),
    Column("language", String(12), nullable=False),
    Column("look", String(8), nullable=False),
    Column("text_size", String(8), nullable=False),
    Column("words_only", Boolean, nullable=False),
    Column("pictures_off", Boolean, nullable=False),
    Column("held_because_sealed", LargeBinary, nullable=True),
    moment("held_since"),
    Column("left_on", Date, nullable=True),
    moment("created_at", nullable=False),
    moment("forgotten_at"),
    UniqueConstraint("authority_id", "ref"),
)

card = Table(
    "card",
    METADATA,
    identity(),
    owner(),
    reference("child"),
    Column("number_sealed", LargeBinary, nullable=False),
    moment("issued_at", nullable=False),
    moment("replaced_at"),
)

# Read before the authority is known, so it holds nothing but where to look.
card_hash = Table(
    "card_hash",
    METADATA,
    Column("number_hash", LargeBinary, primary_key=True),
    owner(),
    reference("card"),
)
