"""Coming in with a card, and leaving."""

import datetime as dt
from collections.abc import Sequence

from consult.actions.refusals import Ended, Refused
from consult.actions.tries import QUARTER, block_of, may_try
from consult.store import cards, children, visits
from consult.store.audit import Actor, add_audit
from consult.store.database import Store, Transaction
from consult.store.seats import Seat, find_seat
from consult.store.sign_in_tries import add_tries
from consult.store.visits import CARD, CHILD, LOCKED, VisitKey

TRIES_BEFORE_PAUSE = 5
TRIES_IN_ALL = 10
PAUSE = dt.timedelta(minutes=15)
CARD_TRIES = ((0, 20, QUARTER), (1, 500, QUARTER))
"""Unknown numbers from one block of addresses, and from everywhere; a slip that the check digit finds is none."""
PICTURES_NEEDED = 3


def enter_with_card(store: Store, typed: str, address: str = "") -> VisitKey:
    """Begin a visit with the number on a card; spaces and dashes are ignored.

    `address`: where it comes from. Raises Refused: not_a_number (check digit), wait (too many unknown numbers from
    there, or in all), unknown_card, replaced_card.
    """
    number = "".join(sign for sign in typed if not (sign.isspace() or sign in "-–—.·"))
    if not cards.is_number(number):
        raise Refused("not_a_number")
    tried = (f"card:{block_of(address)}", "card")
    with store.reading(0) as tx:
        if not may_try(tx, tried, CARD_TRIES):
            raise Refused("wait")
    found = cards.find_card(store, number)
    if found is None:
        with store.writing(0) as tx:
            add_tries(tx, tried)
        raise Refused("unknown_card")
    if found.replaced:
        raise Refused("replaced_card")
    with store.writing(found.authority_id) as tx:
        who = children.fetch_child(tx, found.child_id)
        add_audit(tx, Actor("child", who.public_id), "enter_with_card", "child", who.public_id)
        return visits.add_visit(tx, CARD, child_id=found.child_id)


def choose_avatar(store: Store, visit: VisitKey, avatar: str) -> None:
    """The picture that the child goes by, the first time."""
    with store.writing(visit.authority_id) as tx:
        seat = fetch_card_seat(tx, visit)
        if seat.has_pictures:
            raise Ended
        children.change_avatar(tx, seat.child_id, avatar)
        _audit(tx, seat, "choose_avatar")


def choose_pictures(store: Store, visit: VisitKey, pictures: Sequence[str]) -> VisitKey:
    """Three secret pictures, the first time; the child is in. Raises Refused pick_three."""
    with store.writing(visit.authority_id) as tx:
        seat = fetch_card_seat(tx, visit)
        if seat.has_pictures:
            raise Ended
        if len(set(pictures)) != PICTURES_NEEDED:
            raise Refused("pick_three")
        children.change_pictures(tx, seat.child_id, pictures)
        _audit(tx, seat, "choose_pictures")
        return _let_in(tx, visit, seat)


def enter_pictures(store: Store, visit: VisitKey, pictures: Sequence[str]) -> VisitKey:
    """The secret pictures again; the child is in.

    Raises Refused: pick_three, wrong_pictures, wait. Five wrong tries pause for 15 minutes, ten
    since the last right one wait for the reviewing officer.
    """
    with store.writing(visit.authority_id) as tx:
        children.hold_child(tx, fetch_card_seat(tx, visit).child_id)  # many tries at once are counted one by one
        seat = fetch_card_seat(tx, visit)
        if must_wait(seat, tx.now):
            refusal = "wait"
        elif len(set(pictures)) != PICTURES_NEEDED:
            refusal = "pick_three"
        elif children.pictures_match(tx, seat.child_id, pictures):
            children.change_tries(tx, seat.child_id, 0, None)
            children.change_forgotten(tx, seat.child_id, None)
            _audit(tx, seat, "enter_pictures")
            return _let_in(tx, visit, seat)
        else:
            refusal = _count_wrong(tx, seat)
            _audit(tx, seat, "wrong_pictures")
    raise Refused(refusal)


def enter_without_pictures(store: Store, visit: VisitKey) -> VisitKey:
    """The child forgot them: in, but nothing said before is shown or changed, and nothing can be sent.

    The reviewing officer is asked to let the child choose new ones. Raises Ended where none were chosen yet.
    """
    with store.writing(visit.authority_id) as tx:
        seat = fetch_card_seat(tx, visit)
        if not seat.has_pictures:
            raise Ended
        children.change_forgotten(tx, seat.child_id, tx.now)
        _audit(tx, seat, "forget_pictures")
        return _let_in(tx, visit, seat, hides_past=True)


def lock(store: Store, visit: VisitKey, helper: str | None = None) -> VisitKey:
    """Ask for the pictures again; after them the child is back in the same conversation. Raises Ended.

    `helper`: who sits beside the child then; None as before.
    """
    with store.writing(visit.authority_id) as tx:
        seat = find_seat(tx, visit.token)
        if seat is None or seat.stage not in {CHILD, LOCKED}:
            raise Ended
        _audit(tx, seat, "lock")
        return _replace(tx, visit, seat, LOCKED, helper=seat.helper if helper is None else helper)


def leave(store: Store, visit: VisitKey) -> None:
    """Signed out for good on this device."""
    with store.writing(visit.authority_id) as tx:
        seat = find_seat(tx, visit.token)
        visits.end_visit(tx, visit.token)
        if seat is not None:
            _audit(tx, seat, "leave")


def fetch_card_seat(tx: Transaction, visit: VisitKey) -> Seat:
    """The seat between card and pictures. Raises Ended without one."""
    seat = find_seat(tx, visit.token)
    if seat is None or seat.stage not in {CARD, LOCKED} or not seat.fresh:
        raise Ended
    return seat


def must_wait(seat: Seat, now: dt.datetime) -> bool:
    """Whether no more picture tries are looked at now."""
    return seat.wrong_pictures >= TRIES_IN_ALL or (seat.paused_until is not None and now < seat.paused_until)


def _count_wrong(tx: Transaction, seat: Seat) -> str:
    wrong = seat.wrong_pictures + 1
    paused = tx.now + PAUSE if wrong % TRIES_BEFORE_PAUSE == 0 else None
    children.change_tries(tx, seat.child_id, wrong, paused)
    return "wait" if paused else "wrong_pictures"


def _let_in(tx: Transaction, visit: VisitKey, seat: Seat, *, hides_past: bool = False) -> VisitKey:
    return _replace(tx, visit, seat, CHILD, helper=seat.helper, hides_past=hides_past)


def _replace(
    tx: Transaction, visit: VisitKey, seat: Seat, stage: str, *, helper: str, hides_past: bool = False
) -> VisitKey:
    # A fresh token, so that whoever saw the first one is not in as well.
    visits.end_visit(tx, visit.token)
    return visits.add_visit(
        tx,
        stage,
        child_id=seat.child_id,
        conversation_id=seat.talk.id if seat.talk else None,
        helper=helper,
        hides_past=hides_past,
    )


def _audit(tx: Transaction, seat: Seat, deed: str) -> None:
    add_audit(tx, Actor("child", seat.child_public_id), deed, "child", seat.child_public_id)
