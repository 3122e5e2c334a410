"""PostgreSQL keeps authorities apart; audit rows form a chain; keys can be rotated."""

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""


def downgrade() -> None:
    """Back."""
