"""Where answers written without internet may arrive: each authority's key for envelopes, and who may post."""

from sqlalchemy import Column, LargeBinary, String, Table, UniqueConstraint

from consult.store.tables.columns import METADATA, identity, moment, owner, reference

letterbox_key = Table(
    "letterbox_key",
    METADATA,
    identity(),
    owner(),
    Column("private_sealed", LargeBinary, nullable=False),
    Column("public", LargeBinary, nullable=False),
    moment("made_at", nullable=False),
    UniqueConstraint("authority_id"),
)

# A blank booklet on a tablet. Its row knows only a fingerprint of the capability that the page carries.
letterbox = Table(
    "letterbox",
    METADATA,
    identity(),
    owner(),
    Column("token_hash", LargeBinary, nullable=False, unique=True),
    reference("visit"),
    reference("conversation"),
    Column("helper", String(12), nullable=False),
    Column("language", String(12), nullable=False),
    moment("made_at", nullable=False),
)
