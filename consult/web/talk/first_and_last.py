"""The pages around the questions: home, start, declined, help, done."""

from collections.abc import Sequence

from flask import url_for

from consult.actions.standing import Standing
from consult.actions.waiting import Waiting
from consult.store.clock import local
from consult.store.readings import Reading as ReadingKept
from consult.store.seats import Seat
from consult.web.talk.filling import AFTER_REVIEW, contacts_of, person_at, reader_of
from consult.web.talk.pages import DeclinedPage, DonePage, HelpPage, HomePage, Reader, Reading, StartPage, Task


def home_page(seat: Seat, waiting: Sequence[Waiting]) -> HomePage:
    """Everything that waits or was sent."""
    newest = waiting[0].invitation if waiting else None
    reader = reader_of(newest.officer or "", seat.contact) if newest else None
    return HomePage(
        person=person_at(seat, newest.band if newest else "11-plus"),
        reader=reader,
        review_day=newest.review_day if newest and newest.held_on is None else None,
        tasks=tuple(_task(each) for each in waiting),
        contacts=contacts_of(seat.contact),
        other_languages=bool(seat.languages),
    )


def start_page(seat: Seat, chosen: Waiting) -> StartPage:
    """What this is."""
    invited = chosen.invitation
    return StartPage(
        person=person_at(seat, invited.band),
        reader=_reader(seat, chosen),
        booklet_title=chosen.title,
        review_day=invited.review_day,
        stones=chosen.stones,
        begun=chosen.state != "new",
        contacts=contacts_of(seat.contact),
        after_review=invited.audience == AFTER_REVIEW,
        invitation=invited.public_id,
        other_languages=bool(seat.languages),
    )


def declined_page(seat: Seat, chosen: Waiting) -> DeclinedPage:
    """The child does not want to."""
    invited = chosen.invitation
    return DeclinedPage(
        person=person_at(seat, invited.band),
        reader=_reader(seat, chosen),
        review_day=invited.review_day,
        contacts=contacts_of(seat.contact),
        invitation=invited.public_id,
    )


def done_page(standing: Standing, readings: Sequence[ReadingKept] = ()) -> DonePage:
    """Sent."""
    seat, talk = standing.seat, standing.talk
    sent = talk.changed_at or talk.sent_at
    assert sent is not None
    before = talk.held_on is None and talk.audience != AFTER_REVIEW
    title = seat.contact.officer_title
    first_name = reader_of(talk.officer, seat.contact).first_name
    return DonePage(
        person=person_at(seat, talk.band),
        reader=Reader(first_name, title, talk.review_day if before else None),
        sent_on=local(sent).date(),
        review_day=talk.review_day if before else None,
        can_change=standing.open,
        contacts=contacts_of(seat.contact),
        after_review=talk.audience == AFTER_REVIEW,
        readings=tuple(Reading(each.name.split(maxsplit=1)[0], local(each.last_at)) for each in readings),
    )


def band_of(seat: Seat) -> str:
    """The band that the child's pages speak to."""
    return seat.talk.band if seat.talk else seat.band


def help_page(seat: Seat, back: str) -> HelpPage:
    """Whom to turn to."""
    officer = seat.talk.officer if seat.talk else ""
    return HelpPage(person_at(seat, band_of(seat)), reader_of(officer, seat.contact), back, contacts_of(seat.contact))


def _reader(seat: Seat, chosen: Waiting) -> Reader:
    return reader_of(chosen.invitation.officer or "", seat.contact)


def _task(each: Waiting) -> Task:
    invited = each.invitation
    return Task(
        title=each.title,
        state=each.state,
        url=url_for("talk.start", invitation=invited.public_id) if each.open else "",
        review_day=invited.review_day,
        stone=min(each.dealt_with + 1, each.stones),
        stones=each.stones,
        sent_on=local(invited.sent_at).date() if invited.sent_at else None,
    )
