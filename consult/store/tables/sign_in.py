"""Around staff sign-in: passkeys, wrong tries, and what may be used only once. All read before anybody is known."""

from sqlalchemy import BigInteger, Column, Index, LargeBinary, String, Table

from consult.store.tables.columns import METADATA, identity, moment, public_identity, reference

passkey = Table(
    "passkey",
    METADATA,
    identity(),
    public_identity(),
    reference("staff"),
    Column("credential", LargeBinary, nullable=False, unique=True),
    Column("public_key", LargeBinary, nullable=False),
    Column("uses", BigInteger, nullable=False),
    Column("name", String(60), nullable=False),
    moment("added_at", nullable=False),
    moment("used_at"),
)
"""`uses`: as the device counts them; a count that goes back is a copy."""

sign_in_try = Table(
    "sign_in_try",
    METADATA,
    identity(),
    Column("subject_hash", LargeBinary, nullable=False),
    moment("at", nullable=False),
    Index("ix_sign_in_try_subject_hash_at", "subject_hash", "at"),
)
"""A wrong password, code or link. `subject_hash`: whose or from where, as a keyed hash."""

spent = Table(
    "spent",
    METADATA,
    identity(),
    Column("value_hash", LargeBinary, nullable=False, unique=True),
    moment("until", nullable=False),
)
"""What was used and must not be used again before it is worthless anyway."""
