"""What children sent at any time, without a review: for their officer, and for themselves."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, exists, func, select, update

from consult.store.children import child_key, open_date_of_birth, open_first_name
from consult.store.clock import local
from consult.store.cover import acted_for
from consult.store.database import AnyRow, Transaction
from consult.store.editions import Edition, fetch_edition
from consult.store.officers import officer_now
from consult.store.reviews import age_on, band_for
from consult.store.sent import SentBooklet, open_sent
from consult.store.tables import answer, child, conversation, final_answer, reply, staff


@dataclass(frozen=True, slots=True)
class Message:
    """One message in a list, without its words. `age`: today. `officer`: who looks after the child now, by name."""

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
    officer_id: int | None
    officer: str


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
        staff.c.id.label("officer_id"),
        staff.c.name.label("officer"),
    )
    .join(child, child.c.id == conversation.c.child_id)
    .join(staff, staff.c.id == officer_now, isouter=True)
    .where(
        conversation.c.authority_id == bindparam("authority"),
        conversation.c.review_id.is_(None),
        conversation.c.sent_at.is_not(None),
        conversation.c.forgotten_at.is_(None),
    )
)
_OF_OFFICER = _MESSAGES.where(officer_now.in_(acted_for)).order_by(
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
        officer_now.in_(acted_for),
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
        conversation.c.forgotten_at.is_(None),
    )
    .order_by(conversation.c.id.desc())
    .limit(1)
)

_SENT_MOMENTS = select(conversation.c.id, conversation.c.sent_at).where(
    conversation.c.authority_id == bindparam("authority"),
    conversation.c.child_id == bindparam("child"),
    conversation.c.review_id.is_(None),
    conversation.c.sent_at.is_not(None),
)
_ALL_BEGUN = (
    select(conversation.c.booklet)
    .where(
        conversation.c.authority_id == bindparam("authority"),
        conversation.c.child_id == bindparam("child"),
        conversation.c.review_id.is_(None),
        conversation.c.sent_at.is_(None),
        exists().where(
            answer.c.authority_id == bindparam("authority"),
            answer.c.conversation_id == conversation.c.id,
            answer.c.sealed.is_not(None),
        )
        | conversation.c.drafts_sealed.is_not(None),
    )
    .order_by(conversation.c.id.desc())
)


def list_messages(tx: Transaction, officer_id: int) -> Sequence[Message]:
    """From children whom this officer, or whom they cover for, looks after now: unread first, then the newest."""
    return [_list(tx, row) for row in tx.all(_OF_OFFICER, officer=officer_id, today=tx.today)]


def count_unread(tx: Transaction, officer_id: int) -> int:
    """How many of those nobody has read."""
    return int(tx.run(_UNREAD, officer=officer_id, today=tx.today).scalar_one())


def find_message(tx: Transaction, officer_id: int, public_id: str) -> tuple[Message, SentBooklet] | None:
    """One of them, opened. Whoever calls this writes the audit row."""
    row = tx.first(_ONE_OF_OFFICER, officer=officer_id, today=tx.today, public_id=public_id)
    return (_list(tx, row), _open(tx, row)) if row else None


def list_told(tx: Transaction, child_id: int) -> Sequence[SentBooklet]:
    """What this child sent at any time, opened for the child, newest first."""
    return [_open(tx, row) for row in tx.all(_OF_CHILD, child=child_id)]


def find_begun(tx: Transaction, child_id: int, booklet: str) -> int | None:
    """The conversation of this booklet that the child has begun and not sent."""
    row = tx.first(_BEGUN, child=child_id, booklet=booklet)
    return row.id if row else None


def list_begun(tx: Transaction, child_id: int) -> Sequence[str]:
    """Keys of the booklets for any time in which this child has said something and not sent it, newest first."""
    return [row.booklet for row in tx.all(_ALL_BEGUN, child=child_id)]


def change_ages(tx: Transaction, child_id: int, date_of_birth: dt.date) -> None:
    """Ages and bands in the final rows of this child's messages, worked out anew from the day of sending."""
    for row in tx.all(_SENT_MOMENTS, child=child_id):
        age = age_on(local(row.sent_at).date(), date_of_birth)
        tx.connection.execute(
            update(final_answer)
            .where(final_answer.c.authority_id == tx.authority_id, final_answer.c.conversation_id == row.id)
            .values(age=age, band=band_for(age))
        )


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
        row.officer_id,
        row.officer or "",
    )


def _open(tx: Transaction, row: AnyRow) -> SentBooklet:
    age = age_on(local(row.sent_at).date(), open_date_of_birth(tx, row))
    return open_sent(tx, row, child_key(tx, row), age, band_for(age))
