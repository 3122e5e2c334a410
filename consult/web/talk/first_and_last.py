"""The pages around the questions: start, declined, help, done."""

import datetime as dt
from collections.abc import Sequence

from consult.actions.standing import Standing
from consult.actions.waiting import Waiting
from consult.store.clock import local
from consult.store.on_file import BY_OTHERS, TYPED
from consult.store.readings import Reading as ReadingKept
from consult.store.replies import Reply
from consult.store.seats import Seat
from consult.web.talk.filling import AFTER_REVIEW, contacts_of, person_at, reader_of
from consult.web.talk.own_filling import first_name_of
from consult.web.talk.own_pages import ToldPage
from consult.web.talk.pages import DeclinedPage, DonePage, HelpPage, Reader, Reading, StartPage


def start_page(
    seat: Seat, chosen: Waiting, decided: Reply | None = None, last_here: dt.datetime | None = None
) -> StartPage:
    """What this is. `decided`: the officer's newest answer to an earlier booklet; `last_here`: local time."""
    invited = chosen.invitation
    return StartPage(
        person=person_at(seat, invited.band),
        reader=_reader(seat, chosen),
        booklet_title=chosen.title,
        review_day=invited.review_day if chosen.ahead else None,
        stones=chosen.stones,
        begun=chosen.state != "new",
        contacts=contacts_of(seat.contact),
        after_review=invited.audience == AFTER_REVIEW,
        invitation=invited.public_id,
        other_languages=bool(seat.languages),
        last_here=last_here,
        decided=decided.words if decided else "",
        decided_by=first_name_of(decided.name) if decided else "",
        may_decline=chosen.state != "sent" and not seat.hides_past,
    )


def declined_page(seat: Seat, chosen: Waiting) -> DeclinedPage:
    """The child does not want to."""
    invited = chosen.invitation
    return DeclinedPage(
        person=person_at(seat, invited.band),
        reader=_reader(seat, chosen),
        review_day=invited.review_day if chosen.ahead else None,
        contacts=contacts_of(seat.contact),
        invitation=invited.public_id,
    )


def done_page(standing: Standing, readings: Sequence[ReadingKept] = ()) -> DonePage:
    """Sent."""
    seat, talk = standing.seat, standing.talk
    sent = talk.changed_at or talk.sent_at
    assert sent is not None
    before = standing.ahead and talk.audience != AFTER_REVIEW
    title = seat.contact.officer_title
    first_name = reader_of(talk.officer, seat.contact).first_name
    return DonePage(
        person=person_at(seat, talk.band),
        reader=Reader(first_name, title, talk.review_day if before else None),
        sent_on=None if talk.source in BY_OTHERS else local(sent).date(),
        review_day=talk.review_day if before else None,
        can_change=standing.open,
        contacts=contacts_of(seat.contact),
        after_review=talk.audience == AFTER_REVIEW,
        typed=talk.source in TYPED,
        readings=tuple(
            Reading(first_name_of(each.name), local(each.last_at)) for each in readings if each.last_at >= sent
        ),
    )


def band_of(seat: Seat) -> str:
    """The band that the child's pages speak to."""
    return seat.talk.band if seat.talk else seat.band


def help_page(seat: Seat, back: str, cover: str = "") -> HelpPage:
    """Whom to turn to. `cover`: name of whoever else gets “I don’t feel safe”."""
    return HelpPage(
        person_at(seat, band_of(seat)),
        reader_of(seat.officer, seat.contact),
        back,
        contacts_of(seat.contact),
        first_name_of(cover),
    )


def told_page(standing: Standing) -> ToldPage:
    """Sent, without a review."""
    seat, talk = standing.seat, standing.talk
    return ToldPage(person_at(seat, talk.band), reader_of(talk.officer, seat.contact), contacts_of(seat.contact))


def _reader(seat: Seat, chosen: Waiting) -> Reader:
    return reader_of(chosen.invitation.officer or "", seat.contact)
