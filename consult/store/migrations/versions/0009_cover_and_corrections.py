"""Who covers for whom, children who left care, and words that a manager opened with a reason."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "cover",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("public_id", sa.String(24), nullable=False),
        sa.Column("authority_id", ID, nullable=False),
        sa.Column("officer_id", ID, nullable=False),
        sa.Column("covered_by_id", ID, nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("to_day", sa.Date(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_cover"),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name="fk_cover_authority_id"),
        sa.ForeignKeyConstraint(["officer_id"], ["staff.id"], name="fk_cover_officer_id"),
        sa.ForeignKeyConstraint(["covered_by_id"], ["staff.id"], name="fk_cover_covered_by_id"),
        sa.UniqueConstraint("public_id", name="uq_cover_public_id"),
    )
    for column in ("authority_id", "officer_id", "covered_by_id"):
        op.create_index(f"ix_cover_{column}", "cover", [column])
    op.create_table(
        "break_glass",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("public_id", sa.String(24), nullable=False),
        sa.Column("authority_id", ID, nullable=False),
        sa.Column("child_id", ID, nullable=False),
        sa.Column("staff_id", ID, nullable=False),
        sa.Column("because_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("opened_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_break_glass"),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name="fk_break_glass_authority_id"),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name="fk_break_glass_child_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_break_glass_staff_id"),
        sa.UniqueConstraint("public_id", name="uq_break_glass_public_id"),
    )
    for column in ("authority_id", "child_id", "staff_id"):
        op.create_index(f"ix_break_glass_{column}", "break_glass", [column])
    with op.batch_alter_table("child") as batch:
        batch.add_column(sa.Column("left_on", sa.Date(), nullable=True))


def downgrade() -> None:
    """Back. Cards of children who left care open again."""
    with op.batch_alter_table("child") as batch:
        batch.drop_column("left_on")
    op.drop_table("break_glass")
    op.drop_table("cover")
