"""The child's own page: what can be told at any time, what was told, and what came back."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from consult.actions.refusals import Away, NotThere
from consult.actions.standing import take_seat
from consult.actions.waiting import Waiting, list_waiting_at
from consult.booklet.model import Booklet
from consult.store import alerts, conversations, editions, messages, readings, replies, visits
from consult.store.alerts import Alert
from consult.store.audit import Actor, add_audit
from consult.store.database import Store, Transaction
from consult.store.editions import Edition
from consult.store.readings import Reading
from consult.store.replies import Reply
from consult.store.reviews import list_reviews_of_child
from consult.store.seats import Seat
from consult.store.sent import SentBooklet
from consult.store.translations import translated
from consult.store.visits import VisitKey

ANYTIME = "anytime"
FIRST = ("tell-something", "good-news", "need-something", "complain", "advocate", "interpreter")
"""Booklets in the order of the page; an authority's own come after them."""


@dataclass(frozen=True, slots=True)
class Told:
    """Something that the child sent at any time."""

    booklet: SentBooklet
    title: str
    readings: Sequence[Reading]
    replies: Sequence[Reply]


@dataclass(frozen=True, slots=True)
class OwnPage:
    """What the child's own page is made of. All but `waiting` and `tiles` is empty where the past is hidden.

    `tiles`: booklets that can be begun at any time; `begun`: those of them in which something waits to be sent;
    `decided`: answers to booklets of a review.
    """

    seat: Seat
    waiting: Sequence[Waiting]
    tiles: Sequence[Booklet]
    told: Sequence[Told] = ()
    decided: Sequence[Reply] = ()
    alerts: Sequence[Alert] = ()
    next_review: dt.date | None = None
    begun: Sequence[Booklet] = ()


def open_own_page(store: Store, visit: VisitKey) -> OwnPage:
    """Everything on the page; answers shown for the first time count as seen from now. Raises Ended."""
    with store.reading(visit.authority_id) as tx:
        page = _read(tx, visit)
    fresh = [reply for told in page.told for reply in told.replies if reply.seen_at is None]
    fresh += [reply for reply in page.decided if reply.seen_at is None]
    if fresh:
        with store.writing(visit.authority_id) as tx:
            replies.mark_seen(tx, [reply.id for reply in fresh])
            who = page.seat.child_public_id
            add_audit(tx, Actor("child", who), "see_answers", "child", who, count=len(fresh))
    return page


def begin_anytime(store: Store, visit: VisitKey, key: str) -> None:
    """Sit down to a booklet for any time; one begun and not sent goes on. Raises NotThere, Ended."""
    with store.writing(visit.authority_id) as tx:
        seat = _fresh_seat(tx, visit)
        edition = editions.find_newest(tx, key)
        if edition is None or edition.booklet.audience != ANYTIME:
            raise NotThere
        conversation_id = messages.find_begun(tx, seat.child_id, key)
        if conversation_id is None:
            conversation_id, _ = conversations.add_conversation(
                tx, seat.child_id, None, edition, source="screen", language=seat.speaks
            )
        visits.open_conversation(tx, seat.visit_id, conversation_id)
        add_audit(tx, Actor("child", seat.child_public_id), "begin_anytime", "booklet", key)


def list_offered(tx: Transaction) -> Sequence[Edition]:
    """The newest edition of every booklet for any time, in the order of the page."""
    places = {key: place for place, key in enumerate(FIRST)}
    found = editions.list_newest_for(tx, ANYTIME)
    return sorted(found, key=lambda each: places.get(each.booklet.key, len(places)))


def find_decided(tx: Transaction, seat: Seat, conversation_id: int | None) -> Reply | None:
    """The newest answer to another booklet than this one; None where the past is hidden."""
    decided = [each for each in _decided(tx, seat) if each.conversation_id != conversation_id]
    return decided[-1] if decided and seat.shows_past else None


def _read(tx: Transaction, visit: VisitKey) -> OwnPage:
    seat = _fresh_seat(tx, visit)
    waiting = list_waiting_at(tx, seat)
    tiles = [translated(tx, each, seat.speaks) for each in list_offered(tx)]
    if not seat.shows_past:
        return OwnPage(seat, waiting, tiles, next_review=_next_review(tx, seat))
    told = messages.list_told(tx, seat.child_id)
    mine = replies.list_replies_to_child(tx, seat.child_id)
    return OwnPage(
        seat,
        waiting,
        tiles,
        [_tell(tx, seat, each, [reply for reply in mine if reply.conversation_id == each.id]) for each in told],
        _decided(tx, seat),
        alerts.list_alerts_of_child(tx, seat.child_id),
        _next_review(tx, seat),
        _begun(tx, seat, tiles),
    )


def _next_review(tx: Transaction, seat: Seat) -> dt.date | None:
    coming = [
        each.day for each in list_reviews_of_child(tx, seat.child_id) if not each.held_on and each.day >= tx.today
    ]
    return min(coming, default=None)


def _begun(tx: Transaction, seat: Seat, tiles: Sequence[Booklet]) -> Sequence[Booklet]:
    keys = messages.list_begun(tx, seat.child_id)
    return [each for each in tiles if each.key in keys]


def _tell(tx: Transaction, seat: Seat, booklet: SentBooklet, answers: Sequence[Reply]) -> Told:
    title = translated(tx, booklet.edition, seat.speaks).title
    return Told(booklet, title, readings.list_readings(tx, booklet.id), answers)


def _decided(tx: Transaction, seat: Seat) -> Sequence[Reply]:
    return [reply for reply in replies.list_replies_to_child(tx, seat.child_id) if reply.about_review]


def _fresh_seat(tx: Transaction, visit: VisitKey) -> Seat:
    seat = take_seat(tx, visit)
    if not seat.fresh:
        raise Away
    return seat
