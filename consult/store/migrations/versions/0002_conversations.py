"""Conversations, visits and audit."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "audit",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("authority_id", ID, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("actor_kind", sa.String(length=12), nullable=False),
        sa.Column("actor", sa.String(length=24), nullable=False),
        sa.Column("deed", sa.String(length=40), nullable=False),
        sa.Column("subject_kind", sa.String(length=20), nullable=False),
        sa.Column("subject", sa.String(length=60), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_audit_authority_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_index(op.f("ix_audit_authority_id"), "audit", ["authority_id"])
    op.create_table(
        "conversation",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("public_id", sa.String(length=24), nullable=False),
        sa.Column("authority_id", ID, nullable=False),
        sa.Column("review_id", ID, nullable=False),
        sa.Column("edition_id", ID, nullable=False),
        sa.Column("booklet", sa.String(length=60), nullable=False),
        sa.Column("audience", sa.String(length=20), nullable=False),
        sa.Column("source", sa.String(length=12), nullable=False),
        sa.Column("language", sa.String(length=12), nullable=False),
        sa.Column("helped_by", sa.String(length=12), nullable=False),
        sa.Column("read_out", sa.String(length=8), nullable=False),
        sa.Column("held_back", sa.Text(), nullable=False),
        sa.Column("quote", sa.String(length=4), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=True),
        sa.Column("changed_at", sa.DateTime(), nullable=True),
        sa.Column("sent_sequence", sa.Integer(), nullable=False),
        sa.Column("first_sent_sequence", sa.Integer(), nullable=False),
        sa.Column("read_at", sa.DateTime(), nullable=True),
        sa.Column("asked_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_conversation_authority_id")),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_conversation_edition_id")),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name=op.f("fk_conversation_review_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversation")),
        sa.UniqueConstraint("public_id", name=op.f("uq_conversation_public_id")),
        sa.UniqueConstraint("review_id", "booklet", name=op.f("uq_conversation_review_id_booklet")),
    )
    op.create_index(op.f("ix_conversation_authority_id"), "conversation", ["authority_id"])
    op.create_index(op.f("ix_conversation_edition_id"), "conversation", ["edition_id"])
    op.create_index(op.f("ix_conversation_review_id"), "conversation", ["review_id"])
    op.create_table(
        "answer",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("authority_id", ID, nullable=False),
        sa.Column("conversation_id", ID, nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(length=60), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("form_key", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=12), nullable=False),
        sa.Column("said_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_answer_authority_id")),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"], name=op.f("fk_answer_conversation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
        sa.UniqueConstraint("conversation_id", "sequence", name=op.f("uq_answer_conversation_id_sequence")),
    )
    op.create_index(op.f("ix_answer_authority_id"), "answer", ["authority_id"])
    op.create_table(
        "final_answer",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("authority_id", ID, nullable=False),
        sa.Column("conversation_id", ID, nullable=False),
        sa.Column("review_id", ID, nullable=False),
        sa.Column("booklet", sa.String(length=60), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(length=60), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("options", sa.Text(), nullable=False),
        sa.Column("band", sa.String(length=12), nullable=False),
        sa.Column("age", sa.Integer(), nullable=False),
        sa.Column("mood", sa.String(length=16), nullable=False),
        sa.Column("concern", sa.Boolean(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("method", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_final_answer_authority_id")),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"], name=op.f("fk_final_answer_conversation_id")),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name=op.f("fk_final_answer_review_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_final_answer")),
        sa.UniqueConstraint("conversation_id", "question", name=op.f("uq_final_answer_conversation_id_question")),
    )
    op.create_index(op.f("ix_final_answer_authority_id"), "final_answer", ["authority_id"])
    op.create_index(op.f("ix_final_answer_conversation_id"), "final_answer", ["conversation_id"])
    op.create_index(op.f("ix_final_answer_review_id"), "final_answer", ["review_id"])
    op.create_table(
        "visit",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("authority_id", ID, nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("stage", sa.String(length=12), nullable=False),
        sa.Column("child_id", ID, nullable=True),
        sa.Column("staff_id", ID, nullable=True),
        sa.Column("conversation_id", ID, nullable=True),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_visit_authority_id")),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_visit_child_id")),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"], name=op.f("fk_visit_conversation_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_visit_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_visit_token_hash")),
    )
    op.create_index(op.f("ix_visit_authority_id"), "visit", ["authority_id"])
    op.create_index(op.f("ix_visit_child_id"), "visit", ["child_id"])
    op.create_index(op.f("ix_visit_staff_id"), "visit", ["staff_id"])
    op.create_table(
        "final_theme",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("authority_id", ID, nullable=False),
        sa.Column("final_answer_id", ID, nullable=False),
        sa.Column("theme", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_final_theme_authority_id")),
        sa.ForeignKeyConstraint(["final_answer_id"], ["final_answer.id"], name=op.f("fk_final_theme_final_answer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_final_theme")),
    )
    op.create_index(op.f("ix_final_theme_authority_id"), "final_theme", ["authority_id"])
    op.create_index(op.f("ix_final_theme_final_answer_id"), "final_theme", ["final_answer_id"])


def downgrade() -> None:
    """Back."""
    op.drop_table("final_theme")
    op.drop_table("visit")
    op.drop_table("final_answer")
    op.drop_table("answer")
    op.drop_table("conversation")
    op.drop_table("audit")
