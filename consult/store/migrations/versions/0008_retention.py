"""What is on the child's file, what was forgotten and when, whose words must be held."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

DEFAULTS = {"retention_days": "28", "retention_months": "14"}
MOMENTS = {
    "review": ("forgotten_at",),
    "conversation": ("filed_at", "forgotten_at"),
    "alert": ("filed_at", "forgotten_at"),
    "child": ("held_since", "forgotten_at"),
}


def upgrade() -> None:
    """Forward."""
    with op.batch_alter_table("authority") as batch:
        for name, default in DEFAULTS.items():
            batch.add_column(sa.Column(name, sa.Integer(), nullable=False, server_default=default))
    with op.batch_alter_table("authority") as batch:
        for name in DEFAULTS:
            batch.alter_column(name, server_default=None)
    for table, names in MOMENTS.items():
        with op.batch_alter_table(table) as batch:
            for name in names:
                batch.add_column(sa.Column(name, sa.DateTime(), nullable=True))
    with op.batch_alter_table("child") as batch:
        batch.add_column(sa.Column("held_because_sealed", sa.LargeBinary(), nullable=True))
    _keep_out_of_statistics("0")


def downgrade() -> None:
    """Back. What was forgotten stays forgotten."""
    _keep_out_of_statistics("-1")
    with op.batch_alter_table("child") as batch:
        batch.drop_column("held_because_sealed")
    for table, names in MOMENTS.items():
        with op.batch_alter_table(table) as batch:
            for name in names:
                batch.drop_column(name)
    with op.batch_alter_table("authority") as batch:
        for name in DEFAULTS:
            batch.drop_column(name)


def _keep_out_of_statistics(target: str) -> None:
    """PostgreSQL samples columns for its planner: a destroyed key must not live on there."""
    if op.get_bind().dialect.name == "postgresql":
        for table in ("review", "child"):
            op.execute(f"ALTER TABLE {table} ALTER COLUMN wrapped_key SET STATISTICS {target}")
