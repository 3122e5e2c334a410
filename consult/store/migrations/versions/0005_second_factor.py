"""Staff sign in with a second factor, or through their own organisation."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MAYBE: tuple[tuple[str, Any], ...] = (
    ("codes_sealed", sa.LargeBinary()),
    ("codes_next_sealed", sa.LargeBinary()),
    ("codes_used_to", sa.BigInteger()),
    ("link_hash", sa.LargeBinary()),
    ("link_until", sa.DateTime()),
    ("issuer", sa.String(255)),
    ("subject", sa.String(255)),
)
BLANK: tuple[tuple[str, Any], ...] = (("recovery_hashes", sa.Text()), ("link_for", sa.String(8)))


def upgrade() -> None:
    """Forward."""
    with op.batch_alter_table("staff") as batch:
        for name, kind in MAYBE:
            batch.add_column(sa.Column(name, kind, nullable=True))
        for name, kind in BLANK:
            batch.add_column(sa.Column(name, kind, nullable=False, server_default=""))
    with op.batch_alter_table("staff") as batch:
        for name, _kind in BLANK:
            batch.alter_column(name, server_default=None)
        batch.create_unique_constraint("uq_staff_link_hash", ["link_hash"])
    op.create_index("uq_staff_issuer_subject", "staff", ["issuer", "subject"], unique=True)
    _add_tables()


def downgrade() -> None:
    """Back. Whoever signs in with a second factor signs in with the password alone again."""
    for table in ("spent", "sign_in_try", "passkey"):
        op.drop_table(table)
    op.drop_index("uq_staff_issuer_subject", "staff")
    with op.batch_alter_table("staff") as batch:
        batch.drop_constraint("uq_staff_link_hash", type_="unique")
        for name, _kind in (*MAYBE, *BLANK):
            batch.drop_column(name)


def _add_tables() -> None:
    op.create_table(
        "passkey",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("public_id", sa.String(length=24), nullable=False),
        sa.Column("staff_id", ID, nullable=False),
        sa.Column("credential", sa.LargeBinary(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("uses", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("used_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_passkey_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passkey")),
        sa.UniqueConstraint("credential", name=op.f("uq_passkey_credential")),
        sa.UniqueConstraint("public_id", name=op.f("uq_passkey_public_id")),
    )
    op.create_index(op.f("ix_passkey_staff_id"), "passkey", ["staff_id"])
    op.create_table(
        "sign_in_try",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("subject_hash", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_try")),
    )
    op.create_index("ix_sign_in_try_subject_hash_at", "sign_in_try", ["subject_hash", "at"])
    op.create_table(
        "spent",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("value_hash", sa.LargeBinary(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spent")),
        sa.UniqueConstraint("value_hash", name=op.f("uq_spent_value_hash")),
    )
