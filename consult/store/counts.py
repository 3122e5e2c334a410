"""Counts for a report, grouped by the database so that cost does not grow with words."""

import datetime as dt

from sqlalchemy import ColumnElement, and_, bindparam, case, distinct, exists, func, literal, select

from consult.booklet.model import Booklet
from consult.report.counts import AnswerCount, Counts, OptionCount, ReviewCount, ThemeBooklets, ThemeCount
from consult.report.period import Period
from consult.store.database import Transaction
from consult.store.editions import list_editions
from consult.store.reviews import YOUNGEST
from consult.store.tables import answer, conversation, final_answer, final_theme, invitation, review

CHILDREN = ("child", "young_person")

_IN_PERIOD = and_(
    review.c.authority_id == bindparam("authority"),
    review.c.day.between(bindparam("start"), bindparam("end")),
)


def count_for_report(tx: Transaction, period: Period) -> Counts:
    """Everything a report of this period is built from."""
    values = {"start": period.start, "end": period.end}
    return Counts(
        reviews=tuple(ReviewCount(*row) for row in tx.all(_REVIEWS, **values)),
        answers=tuple(AnswerCount(*row) for row in tx.all(_ANSWERS, **values)),
        options=tuple(OptionCount(*row) for row in tx.all(_OPTIONS, **values)),
        themes=tuple(ThemeCount(*row) for row in tx.all(_THEMES, **values)),
        theme_booklets=tuple(ThemeBooklets(*row) for row in tx.all(_THEME_BOOKLETS, **values)),
        editions=_editions(tx),
    )


def find_nearest_day(tx: Transaction, day: dt.date) -> dt.date | None:
    """The day of the latest review up to `day`, else of the first one after it."""
    before, after = tx.all(_NEAREST, middle=day)[0]
    nearest: dt.date | None = before or after
    return nearest


def _editions(tx: Transaction) -> dict[tuple[str, int], Booklet]:
    return {(edition.booklet.key, edition.number): edition.booklet for edition in list_editions(tx)}


def _conversation(*more: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists(
        select(literal(1)).where(
            conversation.c.authority_id == bindparam("authority"),
            conversation.c.review_id == review.c.id,
            conversation.c.audience.in_(CHILDREN),
            *more,
        )
    )


def _invitation(*more: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists(
        select(literal(1)).where(
            invitation.c.authority_id == bindparam("authority"),
            invitation.c.review_id == review.c.id,
            invitation.c.audience.in_(CHILDREN),
            *more,
        )
    )


_STARTED = exists(
    select(literal(1)).where(
        answer.c.authority_id == bindparam("authority"), answer.c.conversation_id == conversation.c.id
    )
)
_OUTCOME = case(
    (review.c.age < YOUNGEST, "too_young"),
    (_conversation(conversation.c.sent_at.is_not(None)), "returned"),
    (_invitation(invitation.c.declined_at.is_not(None)), "declined"),
    (_conversation(_STARTED), "started"),
    (_invitation(), "no_answer"),
    else_="never_invited",
)
_HELD = review.c.held_on.is_not(None)
_REVIEWS = (
    select(review.c.band, _OUTCOME.label("outcome"), review.c.participation_code, _HELD.label("held"), func.count())
    .where(_IN_PERIOD)
    .group_by(review.c.band, "outcome", review.c.participation_code, "held")
)
_FINAL = (
    select(final_answer.c.booklet, final_answer.c.edition, final_answer.c.question, final_answer.c.band)
    .join(review, review.c.id == final_answer.c.review_id)
    .where(final_answer.c.authority_id == bindparam("authority"), _IN_PERIOD, review.c.age >= YOUNGEST)
)
_KEYS = (final_answer.c.booklet, final_answer.c.edition, final_answer.c.question, final_answer.c.band)
_ANSWERS = _FINAL.add_columns(final_answer.c.state, func.count()).group_by(*_KEYS, final_answer.c.state)
_OPTIONS = (
    _FINAL.add_columns(final_answer.c.options, func.count())
    .where(final_answer.c.options != "")
    .group_by(*_KEYS, final_answer.c.options)
)
_THEMED = (
    select(final_theme.c.theme, final_answer.c.band)
    .join(final_answer, final_answer.c.id == final_theme.c.final_answer_id)
    .join(review, review.c.id == final_answer.c.review_id)
    .join(conversation, conversation.c.id == final_answer.c.conversation_id)
    .where(conversation.c.audience.in_(CHILDREN), review.c.age >= YOUNGEST)
    .where(final_theme.c.authority_id == bindparam("authority"), _IN_PERIOD)
)
_THEMES = _THEMED.add_columns(final_answer.c.mood, func.count()).group_by(
    final_theme.c.theme, final_answer.c.band, final_answer.c.mood
)
_THEME_BOOKLETS = _THEMED.add_columns(func.count(distinct(final_answer.c.conversation_id))).group_by(
    final_theme.c.theme, final_answer.c.band
)
_NEAREST = select(
    func.max(case((review.c.day <= bindparam("middle"), review.c.day))),
    func.min(case((review.c.day > bindparam("middle"), review.c.day))),
).where(review.c.authority_id == bindparam("authority"))
