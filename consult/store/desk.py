"""What an officer's desk lists: reviews with the state of each booklet, in one statement."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, func, select

from consult.store.children import open_first_name
from consult.store.cover import acted_for
from consult.store.database import Transaction
from consult.store.tables import child, conversation, final_answer, invitation, review, staff

BOOKLETS = ("child", "young_person")


@dataclass(frozen=True, slots=True)
class DeskLine:
    """One review, with the child's own booklet for it. `covered`: name of the colleague whose it is; blank = own."""

    review_id: str
    day: dt.date
    held_on: dt.date | None
    age: int
    kind: str
    seen: str
    child_id: str
    child_ref: str
    first_name: str
    avatar: str
    invited_at: dt.datetime | None
    declined_at: dt.datetime | None
    conversation_id: int | None
    edition_id: int | None
    started_at: dt.datetime | None
    sent_at: dt.datetime | None
    changed_at: dt.datetime | None
    read_at: dt.datetime | None
    concern: bool
    covered: str


_CONCERN = (
    select(func.count())
    .where(
        final_answer.c.authority_id == bindparam("authority"),
        final_answer.c.conversation_id == conversation.c.id,
        final_answer.c.concern.is_(True),
    )
    .correlate(conversation)
    .scalar_subquery()
)
_LINES = (
    select(
        review.c.public_id.label("review_id"),
        review.c.day,
        review.c.held_on,
        review.c.age,
        review.c.kind,
        review.c.seen_beforehand,
        child.c.public_id.label("child_public_id"),
        child.c.wrapped_key.label("child_wrapped_key"),
        child.c.first_name_sealed,
        child.c.ref,
        child.c.avatar,
        invitation.c.issued_at,
        invitation.c.declined_at,
        conversation.c.id.label("conversation_id"),
        conversation.c.edition_id,
        conversation.c.started_at,
        conversation.c.sent_at,
        conversation.c.changed_at,
        conversation.c.read_at,
        _CONCERN.label("concerns"),
        review.c.officer_id,
        staff.c.name.label("officer"),
    )
    .join(child, child.c.id == review.c.child_id)
    .join(staff, staff.c.id == review.c.officer_id)
    .join(
        conversation,
        (conversation.c.review_id == review.c.id) & conversation.c.audience.in_(BOOKLETS),
        isouter=True,
    )
    .join(
        invitation,
        (invitation.c.review_id == review.c.id) & invitation.c.audience.in_(BOOKLETS),
        isouter=True,
    )
    .where(
        review.c.authority_id == bindparam("authority"),
        review.c.officer_id.in_(acted_for),
        child.c.left_on.is_(None) | review.c.held_on.is_not(None) | conversation.c.sent_at.is_not(None),
    )
    .order_by(review.c.day, review.c.id)
)


def list_desk(tx: Transaction, officer_id: int) -> Sequence[DeskLine]:
    """Every review of this officer and of whom they cover for today, by day.

    What was still to come for a child who has left care is left out.
    """
    return [
        DeskLine(
            row.review_id,
            row.day,
            row.held_on,
            row.age,
            row.kind,
            row.seen_beforehand,
            row.child_public_id,
            row.ref,
            open_first_name(tx, row),
            row.avatar,
            row.issued_at,
            row.declined_at,
            row.conversation_id,
            row.edition_id,
            row.started_at,
            row.sent_at,
            row.changed_at,
            row.read_at,
            bool(row.concerns),
            "" if row.officer_id == officer_id else row.officer,
        )
        for row in tx.all(_LINES, officer=officer_id, today=tx.today)
    ]
