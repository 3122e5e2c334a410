"""Invitations: this child may fill this booklet for this review."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, insert, select, update

from consult.store.database import Transaction
from consult.store.editions import Edition
from consult.store.ids import make_public_id
from consult.store.tables import answer, conversation, invitation, review, staff


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation with its review's day and, once begun, its conversation."""

    id: int
    public_id: str
    review_id: int
    edition_id: int
    booklet: str
    audience: str
    issued_at: dt.datetime
    declined_at: dt.datetime | None
    review_day: dt.date
    held_on: dt.date | None
    age: int
    band: str
    officer: str | None
    conversation_id: int | None
    sent_at: dt.datetime | None
    source: str | None


_COLUMNS = (
    select(
        invitation.c.id,
        invitation.c.public_id,
        invitation.c.review_id,
        invitation.c.edition_id,
        invitation.c.booklet,
        invitation.c.audience,
        invitation.c.issued_at,
        invitation.c.declined_at,
        review.c.day.label("review_day"),
        review.c.held_on,
        review.c.age,
        review.c.band,
        staff.c.name.label("officer"),
        conversation.c.id.label("conversation_id"),
        conversation.c.sent_at,
        conversation.c.source,
    )
    .join(review, review.c.id == invitation.c.review_id)
    .join(staff, staff.c.id == review.c.officer_id, isouter=True)
    .join(
        conversation,
        (conversation.c.review_id == invitation.c.review_id) & (conversation.c.booklet == invitation.c.booklet),
        isouter=True,
    )
    .where(invitation.c.authority_id == bindparam("authority"))
)
_DEALT_WITH = (
    select(answer.c.conversation_id, answer.c.question)
    .where(answer.c.authority_id == bindparam("authority"))
    .distinct()
)
_STILL_HERE = _COLUMNS.where(
    review.c.child_id == bindparam("child"), review.c.forgotten_at.is_(None), conversation.c.forgotten_at.is_(None)
)
_OF_CHILD = _STILL_HERE.order_by(review.c.day.desc(), invitation.c.id)
_OF_REVIEW = _COLUMNS.where(invitation.c.review_id == bindparam("review")).order_by(invitation.c.id)
_BY_ID = _STILL_HERE.where(invitation.c.public_id == bindparam("public_id"))


def list_invitations_of_child(tx: Transaction, child_id: int) -> Sequence[Invitation]:
    """The child's, latest review first."""
    return [Invitation(*row) for row in tx.all(_OF_CHILD, child=child_id)]


def list_invitations_of_review(tx: Transaction, review_id: int) -> Sequence[Invitation]:
    """The review's, first issued first."""
    return [Invitation(*row) for row in tx.all(_OF_REVIEW, review=review_id)]


def find_invitation(tx: Transaction, child_id: int, public_id: str) -> Invitation | None:
    """The child's invitation with this public id."""
    row = tx.first(_BY_ID, child=child_id, public_id=public_id)
    return Invitation(*row) if row else None


def list_dealt_with(tx: Transaction, conversation_ids: Sequence[int]) -> dict[int, set[str]]:
    """Conversation -> keys of the questions answered or skipped; never what was said."""
    dealt: dict[int, set[str]] = {}
    statement = _DEALT_WITH.where(answer.c.conversation_id.in_(conversation_ids))
    for row in tx.all(statement) if conversation_ids else ():
        dealt.setdefault(row.conversation_id, set()).add(row.question)
    return dealt


def add_invitation(tx: Transaction, review_id: int, edition: Edition) -> str:
    """Invite to this edition; its public id."""
    public_id = make_public_id()
    tx.add(
        insert(invitation),
        {
            "public_id": public_id,
            "review_id": review_id,
            "edition_id": edition.id,
            "booklet": edition.booklet.key,
            "audience": edition.booklet.audience,
            "issued_at": tx.now,
        },
    )
    return public_id


def change_declined(tx: Transaction, invitation_id: int, declined_at: dt.datetime | None) -> None:
    """The child does not want to, or wants to after all."""
    tx.connection.execute(
        update(invitation)
        .where(invitation.c.authority_id == tx.authority_id, invitation.c.id == invitation_id)
        .values(declined_at=declined_at)
    )
