"""What officers answer to what a child sent: sealed with the child's key, shown to the child."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, insert, select, update

from consult.store.children import child_key, fetch_child_key
from consult.store.database import AnyRow, Transaction
from consult.store.ids import make_public_id
from consult.store.tables import child, conversation, reply, staff

LONGEST_REPLY = 2_000


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer. `name`: of who wrote it; `seen_at`: when the child first had it on the screen.

    `about_review`: it answers a booklet of a review, not a message.
    """

    id: int
    public_id: str
    conversation_id: int
    staff_id: int
    name: str
    words: str
    written_at: dt.datetime
    seen_at: dt.datetime | None
    about_review: bool


_OF = (
    select(
        reply,
        staff.c.name,
        conversation.c.review_id,
        child.c.public_id.label("child_public_id"),
        child.c.wrapped_key.label("child_wrapped_key"),
    )
    .join(staff, staff.c.id == reply.c.staff_id)
    .join(conversation, conversation.c.id == reply.c.conversation_id)
    .join(child, child.c.id == conversation.c.child_id)
    .where(reply.c.authority_id == bindparam("authority"))
    .order_by(reply.c.written_at, reply.c.id)
)
_OF_CONVERSATION = _OF.where(reply.c.conversation_id == bindparam("conversation"))
_OF_CHILD = _OF.where(conversation.c.child_id == bindparam("child"))


def list_replies(tx: Transaction, conversation_id: int) -> Sequence[Reply]:
    """The answers to one booklet, first one first."""
    return [_open(tx, row) for row in tx.all(_OF_CONVERSATION, conversation=conversation_id)]


def list_replies_to_child(tx: Transaction, child_id: int) -> Sequence[Reply]:
    """Every answer that this child got, first one first."""
    return [_open(tx, row) for row in tx.all(_OF_CHILD, child=child_id)]


def add_reply(tx: Transaction, conversation_id: int, child_id: int, staff_id: int, words: str) -> str:
    """Keep an answer; its public id."""
    public_id = make_public_id()
    tx.add(
        insert(reply),
        {
            "public_id": public_id,
            "conversation_id": conversation_id,
            "staff_id": staff_id,
            "words_sealed": fetch_child_key(tx, child_id).seal(words, _place(public_id)),
            "written_at": tx.now,
        },
    )
    return public_id


def mark_seen(tx: Transaction, reply_ids: Sequence[int]) -> None:
    """The child has these on the screen for the first time."""
    tx.connection.execute(
        update(reply)
        .where(reply.c.authority_id == tx.authority_id, reply.c.id.in_(reply_ids), reply.c.seen_at.is_(None))
        .values(seen_at=tx.now)
    )


def _place(public_id: str) -> str:
    return f"reply:{public_id}:words"


def _open(tx: Transaction, row: AnyRow) -> Reply:
    words = child_key(tx, row).open(row.words_sealed, _place(row.public_id))
    return Reply(
        row.id,
        row.public_id,
        row.conversation_id,
        row.staff_id,
        row.name,
        words,
        row.written_at,
        row.seen_at,
        row.review_id is not None,
    )
