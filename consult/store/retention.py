"""Words that are still here, how long they may stay, and forgetting them for good."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, delete, func, select, update

from consult.store.clock import local
from consult.store.database import AnyRow, Transaction
from consult.store.tables import (
    alert,
    answer,
    authority,
    break_glass,
    card,
    card_hash,
    child,
    conversation,
    letterbox,
    reply,
    review,
    staff,
    visit,
)

BOOKLET, MESSAGE, DRAFT, ALERT = "booklet", "message", "draft", "alert"
FORGOTTEN_NAME = "–"
VISITS_STAY = dt.timedelta(days=28)
STAYS_OPEN = dt.timedelta(days=28)
"""So long after the review a booklet begun before, or the form about the review, can still be sent."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Days after the child's next review, and months after the own day at most."""

    days: int
    months: int


@dataclass(frozen=True, slots=True)
class Kept:
    """Words of one booklet, message, draft (never sent) or alert. `day`: of its review, else when it was said.

    `filed`: as it stands now it is on the child's file. `held`: a legal hold on the child. `settled`: nothing is
    still to be done with it. `officer`: who looks after its review, blank where nobody does.
    """

    kind: str
    id: int
    public_id: str
    child_id: int
    review_id: int | None
    day: dt.date
    filed: bool
    held: bool
    settled: bool
    officer: str
    closes_on: dt.date | None = None
    """Of a draft: the last day on which it can still be sent; None while nobody knows, as the review was not held."""


_RULE = select(authority.c.retention_days, authority.c.retention_months).where(authority.c.id == bindparam("authority"))
_LAST_REPLY = (
    select(func.max(reply.c.written_at))
    .where(reply.c.authority_id == bindparam("authority"), reply.c.conversation_id == conversation.c.id)
    .correlate(conversation)
    .scalar_subquery()
)
_CONVERSATIONS = (
    select(
        conversation.c.id,
        conversation.c.public_id,
        conversation.c.child_id,
        conversation.c.review_id,
        conversation.c.started_at,
        conversation.c.sent_at,
        conversation.c.changed_at,
        conversation.c.filed_at,
        _LAST_REPLY.label("answered_at"),
        child.c.held_since,
        review.c.day,
        review.c.held_on,
        staff.c.name.label("officer"),
    )
    .join(child, child.c.id == conversation.c.child_id)
    .join(review, review.c.id == conversation.c.review_id, isouter=True)
    .join(staff, staff.c.id == review.c.officer_id, isouter=True)
    .where(conversation.c.authority_id == bindparam("authority"), conversation.c.forgotten_at.is_(None))
    .order_by(conversation.c.id)
)
_ALERTS = (
    select(alert, child.c.held_since, staff.c.name.label("officer"))
    .join(child, child.c.id == alert.c.child_id)
    .join(staff, staff.c.id == alert.c.officer_id, isouter=True)
    .where(alert.c.authority_id == bindparam("authority"), alert.c.forgotten_at.is_(None))
    .order_by(alert.c.id)
)
_REVIEWS = select(review.c.id, review.c.child_id, review.c.day, review.c.held_on, review.c.forgotten_at).where(
    review.c.authority_id == bindparam("authority")
)
_CHILDREN = select(child).where(child.c.authority_id == bindparam("authority"), child.c.forgotten_at.is_(None))


def fetch_rule(tx: Transaction) -> Rule:
    """What this authority decided."""
    row = tx.run(_RULE).one()
    return Rule(row.retention_days, row.retention_months)


def change_rule(tx: Transaction, rule: Rule) -> None:
    """Keep what it decided."""
    mine = update(authority).where(authority.c.id == tx.authority_id)
    tx.connection.execute(mine.values(retention_days=rule.days, retention_months=rule.months))


def list_kept(tx: Transaction) -> Sequence[Kept]:
    """All words that are still here, without opening any."""
    said = [
        Kept(
            DRAFT if row.sent_at is None else MESSAGE if row.review_id is None else BOOKLET,
            row.id,
            row.public_id,
            row.child_id,
            row.review_id,
            row.day or local(row.sent_at or row.started_at).date(),
            _is_filed(row),
            row.held_since is not None,
            True,
            row.officer or "",
            _closes_on(row),
        )
        for row in tx.all(_CONVERSATIONS)
    ]
    alerts = [
        Kept(
            ALERT,
            row.id,
            row.public_id,
            row.child_id,
            None,
            local(row.raised_at).date(),
            row.filed_at is not None,
            row.held_since is not None,
            row.done_at is not None,
            row.officer or "",
        )
        for row in tx.all(_ALERTS)
    ]
    return said + alerts


def _is_filed(row: AnyRow) -> bool:
    newest = [moment for moment in (row.changed_at, row.answered_at) if moment is not None]
    return row.filed_at is not None and all(moment <= row.filed_at for moment in newest)


def _closes_on(row: AnyRow) -> dt.date | None:
    if row.review_id is None:
        return local(row.started_at).date()
    return row.held_on + STAYS_OPEN if row.held_on else None


def list_held_days(tx: Transaction) -> Mapping[int, Sequence[dt.date]]:
    """Child -> the days on which reviews were held, in order."""
    days: dict[int, list[dt.date]] = defaultdict(list)
    for row in tx.all(_REVIEWS.where(review.c.held_on.is_not(None)).order_by(review.c.held_on)):
        days[row.child_id].append(row.held_on)
    return days


def list_reviews_with_key(tx: Transaction) -> Sequence[tuple[int, int, dt.date]]:
    """Review, child and day of every review whose key is still here."""
    return [(row.id, row.child_id, row.day) for row in tx.all(_REVIEWS.where(review.c.forgotten_at.is_(None)))]


def list_last_days(tx: Transaction) -> Mapping[int, dt.date]:
    """Child that is still named here -> the day of the last review, or of when they came in without one.

    Children under a legal hold are left out.
    """
    last = {row.id: local(row.created_at).date() for row in tx.all(_CHILDREN) if row.held_since is None}
    for row in tx.all(_REVIEWS):
        if row.child_id in last:
            last[row.child_id] = max(last[row.child_id], row.day)
    return last


def forget_conversation(tx: Transaction, conversation_id: int) -> None:
    """What was said, answered and begun goes; that it was said, and the final rows, stay."""
    for table in (answer, reply, letterbox):
        mine = table.c.authority_id == tx.authority_id
        tx.connection.execute(delete(table).where(mine, table.c.conversation_id == conversation_id))
    mine = conversation.c.authority_id == tx.authority_id
    statement = update(conversation).where(mine, conversation.c.id == conversation_id)
    tx.connection.execute(statement.values(drafts_sealed=None, forgotten_at=tx.now))


def forget_alert(tx: Transaction, alert_id: int) -> None:
    """The words go; that it was pressed, seen and closed stays."""
    statement = update(alert).where(alert.c.authority_id == tx.authority_id, alert.c.id == alert_id)
    tx.connection.execute(statement.values(words_sealed=None, done_sealed=None, forgotten_at=tx.now))


def forget_review(tx: Transaction, review_id: int) -> None:
    """The review's key goes: whatever copy there is of its words, nobody can open it any more."""
    statement = update(review).where(review.c.authority_id == tx.authority_id, review.c.id == review_id)
    tx.connection.execute(statement.values(wrapped_key=b"", forgotten_at=tx.now))


def forget_child(tx: Transaction, child_id: int) -> None:
    """Name, date of birth, reference and pictures go, with the key that sealed them; the reviews stay for counting."""
    row = tx.run(_CHILDREN.where(child.c.id == bindparam("child")), child=child_id).one()
    place = f"child:{row.public_id}"
    key, wrapped = tx.key.wrap_new(place)
    values = {
        "ref": f"gone-{row.public_id}",
        "wrapped_key": wrapped,
        "first_name_sealed": key.seal(FORGOTTEN_NAME, f"{place}:first_name"),
        "date_of_birth_sealed": key.seal("1900-01-01", f"{place}:date_of_birth"),
        "avatar": "",
        "pictures_mac": None,
        "held_because_sealed": None,
        "forgotten_at": tx.now,
    }
    cards = select(card.c.id).where(card.c.authority_id == tx.authority_id, card.c.child_id == child_id)
    tx.connection.execute(delete(card_hash).where(card_hash.c.card_id.in_(cards)))
    tx.connection.execute(delete(card).where(card.c.authority_id == tx.authority_id, card.c.child_id == child_id))
    statement = update(child).where(child.c.authority_id == tx.authority_id, child.c.id == child_id)
    tx.connection.execute(statement.values(values))
    reasons = update(break_glass).where(
        break_glass.c.authority_id == tx.authority_id, break_glass.c.child_id == child_id
    )
    tx.connection.execute(reasons.values(because_sealed=None))


def forget_visits(tx: Transaction) -> None:
    """When somebody was here, once that is of no use."""
    old = visit.c.seen_at < tx.now - VISITS_STAY
    visits = select(visit.c.id).where(visit.c.authority_id == tx.authority_id, old)
    mine = letterbox.c.authority_id == tx.authority_id
    tx.connection.execute(delete(letterbox).where(mine, letterbox.c.visit_id.in_(visits)))
    tx.connection.execute(delete(visit).where(visit.c.authority_id == tx.authority_id, old))
