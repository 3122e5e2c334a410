"""From what the child's own page is made of to the page."""

import datetime as dt

from flask import url_for

from consult.actions.anytime import OwnPage, Told
from consult.actions.waiting import Waiting
from consult.store.alerts import Alert
from consult.store.clock import local
from consult.store.on_file import BY_OTHERS, TYPED
from consult.store.replies import Reply
from consult.store.seats import Seat
from consult.web.talk.filling import contacts_of, person_at, reader_of
from consult.web.talk.own_pages import AlertedPage, AlertRaised, AnswerGiven, HomePage, MessageTold, Tile
from consult.web.talk.pages import Task


def home_page(own: OwnPage, last_here: dt.datetime | None) -> HomePage:
    """Everything that waits, what can be told, what was told and what came back. `last_here`: local time."""
    seat = own.seat
    newest = own.waiting[0].invitation if own.waiting else None
    titles = {each.invitation.conversation_id: each.title for each in own.waiting}
    return HomePage(
        person=person_at(seat, newest.band if newest else seat.band),
        reader=reader_of(seat.officer, seat.contact) if seat.officer else None,
        review_day=own.next_review,
        tasks=tuple(_task(each) for each in own.waiting),
        contacts=contacts_of(seat.contact),
        other_languages=bool(seat.languages),
        tiles=tuple(Tile(each.key, each.title) for each in own.tiles),
        told=tuple(_told(each) for each in own.told),
        decided=tuple(_answer(each, titles.get(each.conversation_id, "")) for each in reversed(own.decided)),
        alerts=tuple(_alert(each) for each in reversed(own.alerts)),
        hidden=not seat.shows_past,
        last_here=last_here,
        without_pictures=seat.hides_past,
        begun=tuple(Tile(each.key, each.title) for each in own.begun),
    )


def alerted_page(seat: Seat, cover: str) -> AlertedPage:
    """It is told. `cover`: name of whoever gets it as well."""
    return AlertedPage(
        person_at(seat, seat.talk.band if seat.talk else seat.band),
        reader_of(seat.officer, seat.contact),
        contacts_of(seat.contact),
        first_name_of(cover),
    )


def first_name_of(name: str) -> str:
    """What children's pages call a member of staff; blank stays blank."""
    return name.split(maxsplit=1)[0] if name.strip() else ""


def _told(told: Told) -> MessageTold:
    lines = sorted(told.booklet.lines.values(), key=lambda line: line.sequence)
    return MessageTold(
        title=told.title,
        day=local(told.booklet.sent_at).date(),
        words=tuple(line.answer.words for line in lines if line.answer and line.answer.words),
        read_by=first_name_of(told.readings[0].name) if told.readings else "",
        answers=tuple(_answer(each) for each in told.replies),
        typed=told.booklet.source in TYPED,
    )


def _answer(reply: Reply, title: str = "") -> AnswerGiven:
    first_name = first_name_of(reply.name)
    return AnswerGiven(first_name, reply.words, local(reply.written_at).date(), title, reply.seen_at is None)


def _alert(alert: Alert) -> AlertRaised:
    seen = local(alert.seen_at) if alert.seen_at else None
    return AlertRaised(local(alert.raised_at), first_name_of(alert.seen_by), seen)


def _task(each: Waiting) -> Task:
    invited = each.invitation
    return Task(
        title=each.title,
        state=each.state,
        url=url_for("talk.start", invitation=invited.public_id) if each.open else "",
        review_day=invited.review_day,
        stone=min(each.dealt_with + 1, each.stones),
        stones=each.stones,
        sent_on=local(invited.sent_at).date() if invited.sent_at and invited.source not in BY_OTHERS else None,
        typed=invited.source in TYPED,
    )
