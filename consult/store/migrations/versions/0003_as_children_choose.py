"""How children like their pages, who helped, messages at any time, replies, alerts, recordings, translations."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
ADDED: dict[str, list[tuple[str, Any, str]]] = {
    "authority": [("languages", sa.String(200), "")],
    "child": [
        ("look", sa.String(8), ""),
        ("text_size", sa.String(8), ""),
        ("words_only", sa.Boolean(), "0"),
        ("pictures_off", sa.Boolean(), "0"),
    ],
    "visit": [("helper", sa.String(12), ""), ("hides_past", sa.Boolean(), "0")],
    "answer": [("helped_by", sa.String(12), "unknown")],
    "conversation": [("shared", sa.Text(), "{}")],
}
"""Table -> (column, type, what rows written before get)."""


def upgrade() -> None:
    """Forward."""
    for table, columns in ADDED.items():
        with op.batch_alter_table(table) as batch:
            for name, kind, before in columns:
                default = sa.false() if isinstance(kind, sa.Boolean) else sa.text(f"'{before}'")
                batch.add_column(sa.Column(name, kind, nullable=False, server_default=default))
        with op.batch_alter_table(table) as batch:
            for name, _kind, _before in columns:
                batch.alter_column(name, server_default=None)
    with op.batch_alter_table("child") as batch:
        batch.add_column(sa.Column("pictures_forgotten_at", sa.DateTime(), nullable=True))
    _give_conversations_their_child()
    for make in (_reading, _reply, _alert, _translation, _recording):
        make()


def downgrade() -> None:
    """Back. What was said outside a review has no place there and goes."""
    for table in ("recording", "booklet_translation", "alert", "reply", "reading"):
        op.drop_table(table)
    op.execute("DELETE FROM final_theme WHERE final_answer_id IN (SELECT id FROM final_answer WHERE review_id IS NULL)")
    op.execute("DELETE FROM final_answer WHERE review_id IS NULL")
    op.execute(
        "UPDATE visit SET conversation_id = NULL WHERE conversation_id IN "
        "(SELECT id FROM conversation WHERE review_id IS NULL)"
    )
    op.execute("DELETE FROM answer WHERE conversation_id IN (SELECT id FROM conversation WHERE review_id IS NULL)")
    op.execute("DELETE FROM conversation WHERE review_id IS NULL")
    with op.batch_alter_table("final_answer") as batch:
        batch.alter_column("review_id", existing_type=ID, nullable=False)
    with op.batch_alter_table("conversation") as batch:
        batch.alter_column("review_id", existing_type=ID, nullable=False)
        batch.drop_index("ix_conversation_child_id")
        batch.drop_constraint("fk_conversation_child_id", type_="foreignkey")
        batch.drop_column("child_id")
    with op.batch_alter_table("child") as batch:
        batch.drop_column("pictures_forgotten_at")
    for table, columns in reversed(ADDED.items()):
        with op.batch_alter_table(table) as batch:
            for name, _kind, _before in columns:
                batch.drop_column(name)


def _give_conversations_their_child() -> None:
    with op.batch_alter_table("conversation") as batch:
        batch.add_column(sa.Column("child_id", ID, nullable=True))
    op.execute(
        "UPDATE conversation SET child_id = "
        "(SELECT review.child_id FROM review WHERE review.id = conversation.review_id)"
    )
    with op.batch_alter_table("conversation") as batch:
        batch.alter_column("child_id", existing_type=ID, nullable=False)
        batch.alter_column("review_id", existing_type=ID, nullable=True)
        batch.create_foreign_key("fk_conversation_child_id", "child", ["child_id"], ["id"])
        batch.create_index("ix_conversation_child_id", ["child_id"])
    with op.batch_alter_table("final_answer") as batch:
        batch.alter_column("review_id", existing_type=ID, nullable=True)


def _table(name: str, *columns: sa.schema.SchemaItem, indexes: tuple[str, ...] = ()) -> None:
    op.create_table(
        name,
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("authority_id", ID, nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=f"fk_{name}_authority_id"),
    )
    for column in ("authority_id", *indexes):
        op.create_index(f"ix_{name}_{column}", name, [column])


def _points_at(table: str, other: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}")


def _reading() -> None:
    _table(
        "reading",
        sa.Column("conversation_id", ID, nullable=False),
        sa.Column("staff_id", ID, nullable=False),
        sa.Column("first_at", sa.DateTime(), nullable=False),
        sa.Column("last_at", sa.DateTime(), nullable=False),
        _points_at("reading", "conversation", "conversation_id"),
        _points_at("reading", "staff", "staff_id"),
        sa.UniqueConstraint("conversation_id", "staff_id", name="uq_reading_conversation_id_staff_id"),
        indexes=("conversation_id", "staff_id"),
    )


def _reply() -> None:
    _table(
        "reply",
        sa.Column("public_id", sa.String(24), nullable=False),
        sa.Column("conversation_id", ID, nullable=False),
        sa.Column("staff_id", ID, nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=True),
        _points_at("reply", "conversation", "conversation_id"),
        _points_at("reply", "staff", "staff_id"),
        sa.UniqueConstraint("public_id", name="uq_reply_public_id"),
        indexes=("conversation_id", "staff_id"),
    )


def _alert() -> None:
    _table(
        "alert",
        sa.Column("public_id", sa.String(24), nullable=False),
        sa.Column("child_id", ID, nullable=False),
        sa.Column("officer_id", ID, nullable=True),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("raised_at", sa.DateTime(), nullable=False),
        sa.Column("seen_by", ID, nullable=True),
        sa.Column("seen_at", sa.DateTime(), nullable=True),
        sa.Column("done_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        _points_at("alert", "child", "child_id"),
        _points_at("alert", "staff", "officer_id"),
        _points_at("alert", "staff", "seen_by"),
        sa.UniqueConstraint("public_id", name="uq_alert_public_id"),
        indexes=("child_id", "officer_id"),
    )


def _translation() -> None:
    _table(
        "booklet_translation",
        sa.Column("booklet", sa.String(60), nullable=False),
        sa.Column("language", sa.String(12), nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("published_at", sa.DateTime(), nullable=False),
        sa.UniqueConstraint(
            "authority_id", "booklet", "language", name="uq_booklet_translation_authority_id_booklet_language"
        ),
    )


def _recording() -> None:
    _table(
        "recording",
        sa.Column("text_hash", sa.String(64), nullable=False),
        sa.Column("language", sa.String(12), nullable=False),
        sa.Column("media_type", sa.String(40), nullable=False),
        sa.Column("sound", sa.LargeBinary(), nullable=False),
        sa.Column("uploaded_at", sa.DateTime(), nullable=False),
        sa.UniqueConstraint(
            "authority_id", "text_hash", "language", name="uq_recording_authority_id_text_hash_language"
        ),
    )
