"""What children sent at any time, without a review: for their officer, and for themselves."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, func, select

from consult.store.children import child_key, open_date_of_birth, open_first_name
from consult.store.clock import local
from consult.store.database import AnyRow, Transaction
from consult.store.editions import Edition, fetch_edition
from consult.store.officers import officer_now
from consult.store.reviews import age_on, band_for
from consult.store.sent import SentBooklet, open_sent
from consult.store.tables import child, conversation, reply


@dataclass(frozen=True, slots=True)
class Message:
    """One message in a list, without its words. `age`: today."""

    id: int
    public_id: str
    child_id: int
    child_public_id: str
    first_name: str
    ref: str
    age: int
    avatar: str
    edition: Edition
    sent_at: dt.datetime
    read_at: dt.datetime | None
    answered: bool


_REPLIES = (
    select(func.count())
    .where(reply.c.authority_id == bindparam("authority"), reply.c.conversation_id == conversation.c.id)
    .correlate(conversation)
    .scalar_subquery()
)
_MESSAGES = (
    select(
        conversation,
        child.c.public_id.label("child_public_id"),
        child.c.wrapped_key.label("child_wrapped_key"),
        child.c.first_name_sealed,
        child.c.date_of_birth_sealed,
        child.c.ref,
        child.c.avatar,
        _REPLIES.label("replies"),
    )
    .join(child, child.c.id == conversation.c.child_id)
    .where(
        conversation.c.authority_id == bindparam("authority"),
        conversation.c.review_id.is_(None),
        conversation.c.sent_at.is_not(None),
    )
)
_OF_OFFICER = _MESSAGES.where(officer_now == bindparam("officer")).order_by(
    conversation.c.read_at.is_not(None), conversation.c.sent_at.desc(), conversation.c.id.desc()
)
_ONE_OF_OFFICER = _OF_OFFICER.where(conversation.c.public_id == bindparam("public_id"))
_OF_CHILD = _MESSAGES.where(conversation.c.child_id == bindparam("child")).order_by(conversation.c.sent_at.desc())
_UNREAD = (
    select(func.count())
    .select_from(conversation)
    .join(child, child.c.id == conversation.c.child_id)
    .where(
        conversation.c.authority_id == bindparam("authority"),
        conversation.c.review_id.is_(None),
        conversation.c.sent_at.is_not(None),
        conversation.c.read_at.is_(None),
        officer_now == bindparam("officer"),
    )
)
_BEGUN = (
    select(conversation.c.id)
    .where(
        conversation.c.authority_id == bindparam("authority"),
        conversation.c.child_id == bindparam("child"),
        conversation.c.review_id.is_(None),
        conversation.c.booklet == bindparam("booklet"),
        conversation.c.sent_at.is_(None),
    )
    .order_by(conversation.c.id.desc())
    .limit(1)
)


def list_messages(tx: Transaction, officer_id: int) -> Sequence[Message]:
    """From the children whose officer this is now: unread first, then the newest."""
    return [_list(tx, row) for row in tx.all(_OF_OFFICER, officer=officer_id)]


def count_unread(tx: Transaction, officer_id: int) -> int:
    """How many of those nobody has read."""
    return int(tx.run(_UNREAD, officer=officer_id).scalar_one())


def find_message(tx: Transaction, officer_id: int, public_id: str) -> tuple[Message, SentBooklet] | None:
    """One of them, opened. Whoever calls this writes the audit row."""
    row = tx.first(_ONE_OF_OFFICER, officer=officer_id, public_id=public_id)
    return (_list(tx, row), _open(tx, row)) if row else None


def list_told(tx: Transaction, child_id: int) -> Sequence[SentBooklet]:
    """What this child sent at any time, opened for the child, newest first."""
    return [_open(tx, row) for row in tx.all(_OF_CHILD, child=child_id)]


def find_begun(tx: Transaction, child_id: int, booklet: str) -> int | None:
    """The conversation of this booklet that the child has begun and not sent."""
    row = tx.first(_BEGUN, child=child_id, booklet=booklet)
    return row.id if row else None


def _list(tx: Transaction, row: AnyRow) -> Message:
    return Message(
        row.id,
        row.public_id,
        row.child_id,
        row.child_public_id,
        open_first_name(tx, row),
        row.ref,
        age_on(tx.today, open_date_of_birth(tx, row)),
        row.avatar,
        fetch_edition(tx, row.edition_id),
        row.sent_at,
        row.read_at,
        bool(row.replies),
    )


def _open(tx: Transaction, row: AnyRow) -> SentBooklet:
    age = age_on(local(row.sent_at).date(), open_date_of_birth(tx, row))
    return open_sent(tx, row, child_key(tx, row), age, band_for(age))
