"""Audit rows form a chain; keys can be rotated.

Row-level security is no migration's matter: `consult.store.row_security` puts it on after every one.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from consult.store.audit import FIRST_LINK, fingerprint, next_link
from consult.store.sealing import Key, Keyring, audit_place
from consult.store.tables.columns import Moment

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AUTHORITY = sa.table("authority", sa.column("id"), sa.column("key"), sa.column("wrapped_key"))
HEAD = sa.table("audit_head", *(sa.column(name) for name in ("authority_id", "wrapped_key", "sequence", "link")))
FINGERPRINT_KEY = sa.table("fingerprint_key", sa.column("purpose"), sa.column("wrapped_key"))
SAYS = ("actor_kind", "actor", "deed", "subject_kind", "subject", "detail")
AUDIT = sa.table(
    "audit",
    sa.column("at", Moment),
    *(sa.column(name) for name in ("id", "authority_id", *SAYS, "sequence", "fingerprint")),
)


def upgrade() -> None:
    """Forward. Rows from before are chained in the order in which they were written."""
    keyring: Keyring = op.get_context().config.attributes["keyring"]  # type: ignore[union-attr]
    _add_tables()
    wrapped = keyring.wrap_derived()
    op.bulk_insert(FINGERPRINT_KEY, [{"purpose": name, "wrapped_key": each} for name, each in wrapped.items()])
    with op.batch_alter_table("audit") as batch:
        batch.add_column(sa.Column("sequence", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("fingerprint", sa.LargeBinary(), nullable=True))
    connection = op.get_bind()
    for row in connection.execute(sa.select(AUTHORITY)).all():
        words = keyring.open_authority_key(row.key, row.wrapped_key)
        _chain(connection, row.id, *words.wrap_new(audit_place(row.key)))
    with op.batch_alter_table("audit") as batch:
        batch.alter_column("sequence", existing_type=sa.Integer(), nullable=False)
        batch.alter_column("fingerprint", existing_type=sa.LargeBinary(), nullable=False)
        batch.create_unique_constraint("uq_audit_authority_id_sequence", ["authority_id", "sequence"])


def downgrade() -> None:
    """Back. Cards made or rehashed by a rotation since are not found by the older version."""
    with op.batch_alter_table("audit") as batch:
        batch.drop_constraint("uq_audit_authority_id_sequence", type_="unique")
        batch.drop_column("fingerprint")
        batch.drop_column("sequence")
    op.drop_table("audit_head")
    op.drop_table("fingerprint_key")


def _add_tables() -> None:
    op.create_table(
        "fingerprint_key",
        sa.Column("purpose", sa.String(20), nullable=False),
        sa.Column("wrapped_key", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("purpose", name="pk_fingerprint_key"),
    )
    op.create_table(
        "audit_head",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("authority_id", ID, nullable=False),
        sa.Column("wrapped_key", sa.LargeBinary(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("link", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_head"),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name="fk_audit_head_authority_id"),
        sa.UniqueConstraint("authority_id", name="uq_audit_head_authority_id"),
    )
    op.create_index("ix_audit_head_authority_id", "audit_head", ["authority_id"])


def _chain(connection: sa.Connection, authority_id: int, key: Key, wrapped: bytes) -> None:
    rows = connection.execute(sa.select(AUDIT).where(AUDIT.c.authority_id == authority_id).order_by(AUDIT.c.id))
    link, links = FIRST_LINK, list[dict[str, Any]]()
    for number, row in enumerate(rows.mappings(), 1):
        link = next_link(key, link, number, dict(row))
        links.append({"row": row["id"], "number": number, "shown": fingerprint(key, link)})
    if links:
        change = sa.update(AUDIT).where(AUDIT.c.id == sa.bindparam("row"))
        change = change.values(sequence=sa.bindparam("number"), fingerprint=sa.bindparam("shown"))
        connection.execute(change, links)
    head = {"authority_id": authority_id, "wrapped_key": wrapped, "sequence": len(links), "link": link}
    connection.execute(sa.insert(HEAD).values(head))
