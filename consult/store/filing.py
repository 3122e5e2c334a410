"""What is on the child's file in the authority's own system, and legal holds: both decide what may be forgotten."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Table, bindparam, select, update

from consult.store.children import fetch_child_key
from consult.store.database import Transaction
from consult.store.tables import alert, child, conversation

_CHILDREN = select(child).where(child.c.authority_id == bindparam("authority"), child.c.forgotten_at.is_(None))
_UNREAD = select(conversation.c.id).where(
    conversation.c.authority_id == bindparam("authority"),
    conversation.c.review_id == bindparam("review"),
    conversation.c.sent_at.is_not(None),
    conversation.c.forgotten_at.is_(None),
    conversation.c.read_at.is_(None) | (conversation.c.changed_at > conversation.c.read_at),
)


def file_booklets(tx: Transaction, review_id: int) -> int:
    """What was sent for this review is on the child's file now; how many booklets."""
    return _file(tx, conversation, conversation.c.review_id == review_id, conversation.c.sent_at.is_not(None))


def has_unread(tx: Transaction, review_id: int) -> bool:
    """Whether something sent for this review, or sent again, has not been read yet."""
    return tx.first(_UNREAD, review=review_id) is not None


def file_message(tx: Transaction, conversation_id: int) -> int:
    """This message is on the child's file now."""
    return _file(tx, conversation, conversation.c.id == conversation_id, conversation.c.sent_at.is_not(None))


def file_alert(tx: Transaction, alert_id: int) -> int:
    """What came of this alert is on the child's file now."""
    return _file(tx, alert, alert.c.id == alert_id, alert.c.done_at.is_not(None))


def change_hold(tx: Transaction, child_id: int, because: str) -> None:
    """Why nothing of this child may be forgotten; blank ends the hold."""
    sealed = None
    if because:
        public_id = tx.run(_CHILDREN.where(child.c.id == bindparam("child")), child=child_id).one().public_id
        sealed = fetch_child_key(tx, child_id).seal(because, f"child:{public_id}:held_because")
    statement = update(child).where(child.c.authority_id == tx.authority_id, child.c.id == child_id)
    tx.connection.execute(statement.values(held_because_sealed=sealed, held_since=tx.now if because else None))


def list_holds(tx: Transaction) -> Sequence[tuple[str, dt.datetime, str]]:
    """Reference, since when and why, of every child under a legal hold."""
    rows = tx.all(_CHILDREN.where(child.c.held_since.is_not(None)).order_by(child.c.held_since, child.c.id))
    return [
        (
            row.ref,
            row.held_since,
            fetch_child_key(tx, row.id).open(row.held_because_sealed, f"child:{row.public_id}:held_because"),
        )
        for row in rows
    ]


def _file(tx: Transaction, table: Table, *which: ColumnElement[bool]) -> int:
    there = table.c.authority_id == tx.authority_id
    statement = update(table).where(there, table.c.forgotten_at.is_(None), *which).values(filed_at=tx.now)
    return tx.connection.execute(statement).rowcount
