"""Answers written without internet come in sealed envelopes."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "letterbox_key",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("authority_id", ID, nullable=False),
        sa.Column("private_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("public", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_letterbox_key"),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name="fk_letterbox_key_authority_id"),
        sa.UniqueConstraint("authority_id", name="uq_letterbox_key_authority_id"),
    )
    op.create_index("ix_letterbox_key_authority_id", "letterbox_key", ["authority_id"])
    op.create_table(
        "letterbox",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("authority_id", ID, nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("visit_id", ID, nullable=False),
        sa.Column("conversation_id", ID, nullable=False),
        sa.Column("helper", sa.String(12), nullable=False),
        sa.Column("language", sa.String(12), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_letterbox"),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name="fk_letterbox_authority_id"),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name="fk_letterbox_visit_id"),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"], name="fk_letterbox_conversation_id"),
        sa.UniqueConstraint("token_hash", name="uq_letterbox_token_hash"),
    )
    for column in ("authority_id", "visit_id", "conversation_id"):
        op.create_index(f"ix_letterbox_{column}", "letterbox", [column])


def downgrade() -> None:
    """Back. What still lies sealed on a tablet cannot be opened any more."""
    op.drop_table("letterbox")
    op.drop_table("letterbox_key")
