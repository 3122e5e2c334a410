"""Who sits here and where they stand, for every view of a conversation."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from flask import url_for

from consult.actions.refusals import Away, Ended, NotThere
from consult.actions.standing import Standing, stand, take_seat
from consult.actions.waiting import Waiting, list_waiting_at
from consult.booklet.model import Question
from consult.store.clock import local
from consult.store.database import Transaction
from consult.store.seats import Seat
from consult.store.visits import VisitKey, find_last_visit, touch_visit
from consult.web.house.language import speak
from consult.web.house.premises import the_store
from consult.web.house.visit import current_visit


def the_visit() -> VisitKey:
    """What the cookie holds. Raises Ended."""
    visit = current_visit()
    if visit is None:
        raise Ended
    return visit


@contextmanager
def sitting() -> Iterator[tuple[Transaction, Seat]]:
    """The seat, and the transaction to read more in. Raises Ended, Away."""
    visit = the_visit()
    with the_store().reading(visit.authority_id) as tx:
        seat = take_seat(tx, visit)
        if not seat.fresh:
            raise Away
        speak(seat.speaks)
        yield tx, seat
    if seat.due_touch:
        with the_store().writing(visit.authority_id) as tx:
            touch_visit(tx, seat.visit_id)


def standing_now() -> Standing:
    """Where the child stands. Raises Ended, NotThere."""
    with sitting() as (tx, seat):
        return stand(tx, seat)


def waiting_now() -> tuple[Seat, list[Waiting]]:
    """The seat and the booklets that wait. Raises Ended."""
    with sitting() as (tx, seat):
        return seat, list(list_waiting_at(tx, seat))


def choose(seat: Seat, waiting: list[Waiting], invitation: str) -> Waiting | None:
    """The booklet that an address or the seat means; None when it is not open."""
    for each in waiting:
        if each.open and (
            each.invitation.public_id == invitation
            or (not invitation and seat.talk is not None and each.invitation.conversation_id == seat.talk.id)
        ):
            return each
    return None


def question_at(standing: Standing, place: int) -> Question:
    """The question with this place in its edition, in the child's language. Raises NotThere."""
    questions = standing.edition.booklet.questions
    if not 1 <= place <= len(questions):
        raise NotThere
    question = standing.asked.find(questions[place - 1].key)
    assert question is not None
    return question


def where_to(standing: Standing) -> str:
    """Address of the question that waits, or of the check page; of the own page once a message is sent."""
    if standing.talk.review_id is None and standing.talk.sent_at is not None:
        return url_for("talk.mine")
    waiting = standing.walk.waiting
    if waiting is None:
        return url_for("talk.check")
    return url_for("talk.ask", place=standing.place_of(waiting.key), _anchor="q")


def going_on() -> str:
    """Address of where the child was, or of their own page."""
    try:
        return where_to(standing_now())
    except NotThere:
        return url_for("talk.home")


def last_here(seat: Seat) -> dt.datetime | None:
    """When the child was here before this visit, local time; None the first time, or where the past is hidden."""
    if not seat.shows_past:
        return None
    with the_store().reading(the_visit().authority_id) as tx:
        moment = find_last_visit(tx, seat.child_id, seat.visit_id)
    return local(moment) if moment else None
