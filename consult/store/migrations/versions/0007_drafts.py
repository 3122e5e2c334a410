"""What children typed and stopped before it was an answer."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    with op.batch_alter_table("conversation") as batch:
        batch.add_column(sa.Column("drafts_sealed", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    """Back. Unfinished words have no place there and go."""
    with op.batch_alter_table("conversation") as batch:
        batch.drop_column("drafts_sealed")
