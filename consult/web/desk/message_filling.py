"""From messages, answers and alerts to the pages that show them."""

import datetime as dt
from collections.abc import Mapping, Sequence

from flask_babel import gettext as _

from consult.actions.messaging import OpenedMessage
from consult.booklet.reading import grade
from consult.store.alerts import Alert as AlertKept
from consult.store.clock import local
from consult.store.messages import Message as MessageKept
from consult.store.reviews import UNDER_11, band_for
from consult.web.desk.filling import answers_of, sent_booklet
from consult.web.desk.message_pages import Alert, Line, Message, Messages
from consult.web.desk.pages import Child, Urgent

EASY = {True: (2.0, 4.0), False: (5.0, 7.0)}
"""Under 11 or not -> the reading grade up to which words are easy, and up to which they are not quite."""


def messages_page(found: Sequence[MessageKept], officer_id: int) -> Messages:
    """The list of this officer, who may cover for others."""
    lines = tuple(
        Line(
            each.public_id,
            _child(each),
            each.edition.booklet.title,
            local(each.sent_at),
            each.read_at is not None,
            each.answered,
            "" if each.officer_id == officer_id else each.officer,
        )
        for each in found
    )
    return Messages(lines, sum(not line.read for line in lines))


def message_page(
    opened: OpenedMessage, values: Mapping[str, str] | None = None, error: str = "", hint: str = ""
) -> Message:
    """One message."""
    return Message(
        _child(opened.message),
        sent_booklet(opened.booklet),
        answers_of(opened.replies),
        values or {},
        {"words": error} if error else {},
        hint,
    )


def urgent_lines(found: Sequence[AlertKept], now: dt.datetime) -> tuple[Urgent, ...]:
    """What cannot wait, the longest waiting first."""
    return tuple(
        Urgent(
            each.public_id,
            _child(each),
            local(each.raised_at),
            ago_words(now - each.raised_at),
            each.seen_by,
            each.officer,
        )
        for each in found
    )


def alert_page(found: AlertKept, now: dt.datetime, values: Mapping[str, str] | None = None, error: str = "") -> Alert:
    """One alert."""
    return Alert(
        id=found.public_id,
        child=_child(found),
        raised=local(found.raised_at),
        ago=ago_words(now - found.raised_at),
        words=found.words,
        young=band_for(found.age) == UNDER_11,
        officer=found.officer,
        seen_by=found.seen_by,
        seen=local(found.seen_at) if found.seen_at else None,
        done=found.done,
        closed=local(found.done_at) if found.done_at else None,
        on_file=local(found.filed_at).date() if found.filed_at else None,
        values=values or {},
        errors={"done": error} if error else {},
    )


def ago_words(since: dt.timedelta) -> str:
    """How long ago, as a clock says it."""
    minutes = max(int(since.total_seconds()) // 60, 0)
    hours, rest = divmod(minutes, 60)
    if hours >= 48:
        return str(_("%(days)d days ago", days=hours // 24))
    if hours:
        return str(_("%(hours)d h %(minutes)s min ago", hours=hours, minutes=f"{rest:02d}"))
    return str(_("%(minutes)d min ago", minutes=minutes))


def say_how_easy(words: str, *, young: bool) -> str:
    """How easy these words are to read for a child under 11 (`young`), or from 11 on."""
    easy, fair = EASY[young]
    measured = grade([words])
    if measured <= easy:
        return str(_("This is easy to read at this age."))
    if measured <= fair:
        return str(_("This is not quite easy at this age. Shorter sentences help."))
    return str(_("This is hard to read at this age. Use short sentences and short words."))


def _child(found: MessageKept | AlertKept) -> Child:
    return Child(found.child_public_id, found.ref, found.first_name, found.age, found.avatar)
