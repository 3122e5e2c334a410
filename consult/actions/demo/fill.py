"""Fills the demo authority: everybody's days in the order in which they happened."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from consult.actions import recording
from consult.actions.demo import people, plan
from consult.actions.demo.days import ACTOR, Days
from consult.actions.demo.messages import plan_messages
from consult.actions.demo.people import CARDED
from consult.actions.demo.plan import PlannedChild, PlannedReview
from consult.actions.publishing import add_authority
from consult.actions.refusals import Refused
from consult.actions.staffing import add_staff
from consult.store import cards
from consult.store.audit import add_audit
from consult.store.authorities import Authority, list_authorities
from consult.store.children import find_child_by_ref
from consult.store.clock import LONDON, FixedClock
from consult.store.database import Store

OPENED = dt.timedelta(days=600)
"""So long ago the demo authority began."""

Planned = tuple[PlannedChild, PlannedReview]


@dataclass(frozen=True, slots=True)
class SignIn:
    """A member of staff whom a visitor can be."""

    role: str
    name: str
    email: str
    password: str


@dataclass(frozen=True, slots=True)
class DemoCard:
    """A child whom a visitor can be; `number`: 12 digits."""

    first_name: str
    age: int
    number: str


@dataclass(frozen=True, slots=True)
class Demo:
    """How to get into the demo; the same at every run."""

    authority: str
    staff: tuple[SignIn, ...]
    cards: tuple[DemoCard, ...]


DEMO = Demo(
    people.NAME,
    tuple(SignIn(role, name, email, people.PASSWORD) for email, name, role in people.STAFF),
    tuple(DemoCard(name, age, number) for _, name, age, number in CARDED),
)


def find_demo(store: Store) -> Demo | None:
    """How to get in, where the demo is there. Raises Refused: key_taken, half_filled."""
    authority = _find_authority(store)
    if authority is None:
        return None
    if not authority.demo:
        raise Refused("key_taken")
    # The cards come last, so where they are, all is.
    if any(cards.find_card(store, card.number) is None for card in DEMO.cards):
        raise Refused("half_filled")
    return DEMO


def fill_demo(store: Store, password_hash: str) -> Demo:
    """Fill the demo, relative to the store's today, unless it is there. Raises Refused as `find_demo` does."""
    there = find_demo(store)
    if there is not None:
        return there
    now = store.clock.now()
    clock = FixedClock(now - OPENED)
    moved = Store(store.url.render_as_string(hide_password=False), store.keyring, clock, every_commit=False)
    try:
        authority_id = add_authority(moved, ACTOR, people.KEY, people.NAME, demo=True)
        officer, manager = (
            add_staff(moved, authority_id, ACTOR, email, name, [role], password_hash)
            for email, name, role in (people.OFFICER, people.MANAGER)
        )
        recording.set_contact(moved, manager, people.CONTACT, people.LANGUAGES)
        _live(Days(moved, clock, officer), now)
    finally:
        moved.engine.dispose()
    return DEMO


def _live(days: Days, now: dt.datetime) -> None:
    today = now.astimezone(LONDON).date()
    children, carded = plan.draw_plan(today), plan.plan_carded(today)
    planned = [(who, review) for who in [*children, *carded] for review in who.reviews]
    deeds = [*_imports(days, planned, now)]
    for who, review in planned:
        if who not in carded:
            deeds += _deeds(days, who, review, now)
    deeds += plan_messages(days, _who_talk(children, now), now)
    for moment, deed in sorted(deeds, key=lambda each: each[0]):
        days.clock.moment = moment
        deed()
    days.clock.moment = now - dt.timedelta(hours=1)
    for who, card in zip(carded, DEMO.cards, strict=True):
        _hand_card(days, who, card.number)
        days.invite(who, who.reviews[0])


def _who_talk(children: list[PlannedChild], now: dt.datetime) -> list[PlannedChild]:
    """Children who have had a card for a while, and know their way in."""
    long_ago = now.astimezone(LONDON).date() - dt.timedelta(days=30)
    used = (plan.SENT, plan.CHANGED)
    return [who for who in children if any(one.date < long_ago and one.outcome in used for one in who.reviews)]


Deed = tuple[dt.datetime, Callable[[], None]]


def _imports(days: Days, planned: list[Planned], now: dt.datetime) -> Iterator[Deed]:
    """A file a month, thirty days before the month begins."""
    in_order = sorted(planned, key=lambda each: each[1].date)
    for (year, month), group in groupby(in_order, key=lambda each: (each[1].date.year, each[1].date.month)):
        moment = _at(dt.date(year, month, 1) - dt.timedelta(days=30), 7)
        yield min(moment, now - dt.timedelta(days=4)), partial(days.bring_in, list(group))


def _deeds(days: Days, who: PlannedChild, review: PlannedReview, now: dt.datetime) -> Iterator[Deed]:
    """What happens around one review, each with its moment."""
    told = partial(_told, who, review)
    invited = min(_at(review.date - dt.timedelta(days=21), 9), now - dt.timedelta(days=3))
    talked = min(_at(review.date - dt.timedelta(days=4 + len(who.first_name)), 17), now - dt.timedelta(hours=20))
    if review.outcome not in (plan.NEVER, plan.TOO_YOUNG, plan.PAPER):
        yield invited, told(days.invite)
    if review.outcome == plan.DECLINED:
        yield talked, told(days.decline)
    elif review.outcome == plan.STARTED:
        yield talked, told(days.start)
    elif review.outcome == plan.URGENT:
        yield now - dt.timedelta(hours=3), told(days.fill)
    elif review.outcome in (plan.SENT, plan.CHANGED):
        yield talked, told(days.fill)
        if talked < now - dt.timedelta(days=2):
            yield talked + dt.timedelta(hours=18), told(days.read)
    if review.outcome == plan.CHANGED:
        yield talked + dt.timedelta(hours=26), told(days.change)
    if review.outcome == plan.PAPER:
        came_in = min(_at(review.date - dt.timedelta(days=2), 15), now - dt.timedelta(hours=30))
        yield came_in, told(days.bring_in_paper)
        yield came_in + dt.timedelta(hours=20), told(days.read)
    if review.held_on is not None:
        yield _at(review.held_on, 16), told(days.hold)
        if review.feedback and review.outcome in (plan.SENT, plan.CHANGED):
            yield min(_at(review.held_on + dt.timedelta(days=1), 18), now), told(days.feed_back)


def _told(
    who: PlannedChild, review: PlannedReview, deed: Callable[[PlannedChild, PlannedReview], None]
) -> Callable[[], None]:
    return partial(deed, who, review)


def _at(day: dt.date, hour: int) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour), LONDON).astimezone(dt.UTC)


def _hand_card(days: Days, who: PlannedChild, number: str) -> None:
    with days.store.writing(days.officer.authority_id) as tx:
        child = find_child_by_ref(tx, who.ref)
        assert child is not None
        cards.add_card(tx, child, number)
        add_audit(tx, ACTOR, "add_card", "child", child.public_id)


def _find_authority(store: Store) -> Authority | None:
    with store.engine.connect() as connection:
        return next((each for each in list_authorities(connection) if each.key == people.KEY), None)
