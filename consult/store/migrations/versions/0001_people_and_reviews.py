"""People, children, reviews and booklets."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "authority",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("wrapped_key", sa.LargeBinary(), nullable=False),
        sa.Column("officer_title", sa.String(length=80), nullable=False),
        sa.Column("out_of_hours_phone", sa.String(length=40), nullable=False),
        sa.Column("cover_name", sa.String(length=80), nullable=False),
        sa.Column("cover_phone", sa.String(length=40), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_authority")),
        sa.UniqueConstraint("key", name=op.f("uq_authority_key")),
    )
    op.create_table(
        "role",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role")),
        sa.UniqueConstraint("name", name=op.f("uq_role_name")),
    )
    op.create_table(
        "child",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("public_id", sa.String(length=24), nullable=False),
        sa.Column("authority_id", ID, nullable=False),
        sa.Column("ref", sa.String(length=60), nullable=False),
        sa.Column("wrapped_key", sa.LargeBinary(), nullable=False),
        sa.Column("first_name_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("date_of_birth_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("avatar", sa.String(length=20), nullable=False),
        sa.Column("pictures_mac", sa.LargeBinary(), nullable=True),
        sa.Column("wrong_pictures", sa.Integer(), nullable=False),
        sa.Column("paused_until", sa.DateTime(), nullable=True),
        sa.Column("language", sa.String(length=12), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_child_authority_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_child")),
        sa.UniqueConstraint("authority_id", "ref", name=op.f("uq_child_authority_id_ref")),
        sa.UniqueConstraint("public_id", name=op.f("uq_child_public_id")),
    )
    op.create_index(op.f("ix_child_authority_id"), "child", ["authority_id"])
    op.create_table(
        "edition",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("authority_id", ID, nullable=False),
        sa.Column("booklet", sa.String(length=60), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("audience", sa.String(length=20), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("published_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_edition_authority_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edition")),
        sa.UniqueConstraint("authority_id", "booklet", "number", name=op.f("uq_edition_authority_id_booklet_number")),
    )
    op.create_index(op.f("ix_edition_authority_id"), "edition", ["authority_id"])
    op.create_table(
        "staff",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("public_id", sa.String(length=24), nullable=False),
        sa.Column("authority_id", ID, nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("password", sa.String(length=255), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("fs_uniquifier", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_staff_authority_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("email", name=op.f("uq_staff_email")),
        sa.UniqueConstraint("fs_uniquifier", name=op.f("uq_staff_fs_uniquifier")),
        sa.UniqueConstraint("public_id", name=op.f("uq_staff_public_id")),
    )
    op.create_index(op.f("ix_staff_authority_id"), "staff", ["authority_id"])
    op.create_table(
        "card",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("authority_id", ID, nullable=False),
        sa.Column("child_id", ID, nullable=False),
        sa.Column("number_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("issued_at", sa.DateTime(), nullable=False),
        sa.Column("replaced_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_card_authority_id")),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_card_child_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_card")),
    )
    op.create_index(op.f("ix_card_authority_id"), "card", ["authority_id"])
    op.create_index(op.f("ix_card_child_id"), "card", ["child_id"])
    op.create_table(
        "review",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("public_id", sa.String(length=24), nullable=False),
        sa.Column("authority_id", ID, nullable=False),
        sa.Column("child_id", ID, nullable=False),
        sa.Column("ref", sa.String(length=60), nullable=True),
        sa.Column("wrapped_key", sa.LargeBinary(), nullable=False),
        sa.Column("review_date", sa.Date(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("age", sa.Integer(), nullable=False),
        sa.Column("band", sa.String(length=12), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("officer_id", ID, nullable=True),
        sa.Column("officer_as_written", sa.String(length=200), nullable=False),
        sa.Column("participation_code", sa.String(length=3), nullable=False),
        sa.Column("team", sa.String(length=80), nullable=False),
        sa.Column("home_type", sa.String(length=80), nullable=False),
        sa.Column("out_of_area", sa.String(length=20), nullable=False),
        sa.Column("gender", sa.String(length=40), nullable=False),
        sa.Column("ethnic_group", sa.String(length=80), nullable=False),
        sa.Column("disability", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=40), nullable=False),
        sa.Column("seen_beforehand", sa.String(length=20), nullable=False),
        sa.Column("chaired", sa.String(length=8), nullable=False),
        sa.Column("late_reason", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_review_authority_id")),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_review_child_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["staff.id"], name=op.f("fk_review_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review")),
        sa.UniqueConstraint(
            "authority_id", "child_id", "review_date", name=op.f("uq_review_authority_id_child_id_review_date")
        ),
        sa.UniqueConstraint("authority_id", "ref", name=op.f("uq_review_authority_id_ref")),
        sa.UniqueConstraint("public_id", name=op.f("uq_review_public_id")),
    )
    op.create_index(op.f("ix_review_authority_id"), "review", ["authority_id"])
    op.create_index("ix_review_authority_id_day", "review", ["authority_id", "day"])
    op.create_index(op.f("ix_review_child_id"), "review", ["child_id"])
    op.create_index(op.f("ix_review_officer_id"), "review", ["officer_id"])
    op.create_table(
        "staff_role",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("staff_id", ID, nullable=False),
        sa.Column("role_id", ID, nullable=False),
        sa.ForeignKeyConstraint(["role_id"], ["role.id"], name=op.f("fk_staff_role_role_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_staff_role_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_role")),
    )
    op.create_index(op.f("ix_staff_role_role_id"), "staff_role", ["role_id"])
    op.create_index(op.f("ix_staff_role_staff_id"), "staff_role", ["staff_id"])
    op.create_table(
        "card_hash",
        sa.Column("number_hash", sa.LargeBinary(), nullable=False),
        sa.Column("authority_id", ID, nullable=False),
        sa.Column("card_id", ID, nullable=False),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_card_hash_authority_id")),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"], name=op.f("fk_card_hash_card_id")),
        sa.PrimaryKeyConstraint("number_hash", name=op.f("pk_card_hash")),
    )
    op.create_index(op.f("ix_card_hash_authority_id"), "card_hash", ["authority_id"])
    op.create_index(op.f("ix_card_hash_card_id"), "card_hash", ["card_id"])
    op.create_table(
        "invitation",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("public_id", sa.String(length=24), nullable=False),
        sa.Column("authority_id", ID, nullable=False),
        sa.Column("review_id", ID, nullable=False),
        sa.Column("edition_id", ID, nullable=False),
        sa.Column("booklet", sa.String(length=60), nullable=False),
        sa.Column("audience", sa.String(length=20), nullable=False),
        sa.Column("issued_at", sa.DateTime(), nullable=False),
        sa.Column("declined_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_invitation_authority_id")),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_invitation_edition_id")),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name=op.f("fk_invitation_review_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("public_id", name=op.f("uq_invitation_public_id")),
        sa.UniqueConstraint("review_id", "booklet", name=op.f("uq_invitation_review_id_booklet")),
    )
    op.create_index(op.f("ix_invitation_authority_id"), "invitation", ["authority_id"])
    op.create_index(op.f("ix_invitation_edition_id"), "invitation", ["edition_id"])
    op.create_index(op.f("ix_invitation_review_id"), "invitation", ["review_id"])


def downgrade() -> None:
    """Back."""
    op.drop_table("invitation")
    op.drop_table("card_hash")
    op.drop_table("staff_role")
    op.drop_table("review")
    op.drop_table("card")
    op.drop_table("staff")
    op.drop_table("edition")
    op.drop_table("child")
    op.drop_table("role")
    op.drop_table("authority")
