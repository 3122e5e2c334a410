"""A child who forgot the secret pictures goes on with what is still open; everything said before stays hidden."""

import datetime as dt

import pytest

from consult.actions import entering, inviting, sending, talking
from consult.actions.refusals import Away, Ended, NotThere, Refused
from consult.actions.waiting import list_waiting_at
from consult.booklet.answers import Answer, Given
from consult.store.children import find_child
from consult.store.clock import FixedClock
from consult.store.database import Store
from consult.store.seats import find_seat
from consult.store.visits import VisitKey
from tests.actions.deeds import (
    OTHER_PICTURES,
    Watch,
    begin,
    come_in,
    list_invitations,
    say,
    send_all,
    talk_through,
    waiting,
    where,
)
from tests.fixtures.cast import Cast


def come_in_without(store: Store, cast: Cast, clock: FixedClock) -> VisitKey:
    """With Sam's card a day later, the pictures forgotten, back at the booklet."""
    clock.moment += dt.timedelta(days=1)
    visit = entering.enter_without_pictures(store, entering.enter_with_card(store, cast.sam.card))
    (invited,) = list_invitations(store, cast.authority_id, cast.sam)
    talking.open_booklet(store, visit, invited.public_id)
    return visit


def asks_for_new_ones(store: Store, cast: Cast) -> bool:
    with store.reading(cast.authority_id) as tx:
        child = find_child(tx, cast.sam.child_id)
    assert child is not None
    return child.forgot_pictures


def test_what_was_said_before_is_neither_known_nor_changed(store: Store, cast: Cast, clock: FixedClock) -> None:
    first = begin(store, cast.sam)
    for question, picked in (("feel_today", "good"), ("home_likes", "food"), ("happy_home", "no")):
        say(store, first, question, picked, form_key=question)
    assert waiting(store, first).key == "happy_home_more", "which would tell that the child is not happy"
    visit = come_in_without(store, cast, clock)
    standing = where(store, visit)
    assert not standing.seat.shows_past
    assert [turn.answer for turn in standing.walk.turns] == [None] * 3
    assert waiting(store, visit).key != "happy_home_more"
    for question in ("feel_today", "happy_home"):
        with pytest.raises(Refused, match="not_this_question"):
            talking.answer(store, visit, standing.place_of(question), Given(("ok",)), "new")
        with pytest.raises(Refused, match="not_this_question"):
            talking.skip(store, visit, standing.place_of(question), "new")
    lines = where(store, begin(store, cast.sam)).lines
    assert lines["happy_home"].answer == Answer(("no",)), "with the pictures everything is there"


def test_new_answers_are_kept_and_wait_for_the_pictures(store: Store, cast: Cast, clock: FixedClock) -> None:
    say(store, begin(store, cast.sam), "feel_today", "good")
    visit = come_in_without(store, cast, clock)
    question = waiting(store, visit)
    say(store, visit, question.key, "food")
    say(store, visit, question.key, "food")
    talk_through(store, visit)
    with pytest.raises(Refused, match="pictures_first"):
        sending.send(store, visit, "yes", [], "no")
    again = begin(store, cast.sam)
    lines = where(store, again).lines
    assert lines["feel_today"].answer == Answer(("good",))
    assert lines[question.key].answer == Answer(("food",))
    sending.send(store, again, "yes", [], "no")


def test_after_sending_nothing_opens_from_the_card_alone(store: Store, cast: Cast, clock: FixedClock) -> None:
    send_all(store, begin(store, cast.sam))
    visit = entering.enter_without_pictures(store, entering.enter_with_card(store, cast.sam.card))
    (invited,) = list_invitations(store, cast.authority_id, cast.sam)
    with pytest.raises(NotThere):
        talking.open_booklet(store, visit, invited.public_id)
    with pytest.raises(NotThere):
        where(store, visit)
    with store.reading(cast.authority_id) as tx:
        seat = find_seat(tx, visit.token)
        assert seat is not None
        assert list_waiting_at(tx, seat) == []


def test_sending_elsewhere_closes_the_visit_without_pictures(store: Store, cast: Cast, clock: FixedClock) -> None:
    say(store, begin(store, cast.sam), "feel_today", "good")
    visit = come_in_without(store, cast, clock)
    assert where(store, visit).open
    send_all(store, begin(store, cast.sam))
    with pytest.raises(NotThere):
        where(store, visit)


def test_saying_no_needs_the_pictures(store: Store, cast: Cast, clock: FixedClock) -> None:
    begin(store, cast.sam)
    visit = come_in_without(store, cast, clock)
    (invited,) = list_invitations(store, cast.authority_id, cast.sam)
    with pytest.raises(Refused, match="closed"):
        talking.decline(store, visit, invited.public_id)


def test_the_officer_is_asked_until_the_pictures_are_known(store: Store, cast: Cast) -> None:
    come_in(store, cast.sam)
    assert not asks_for_new_ones(store, cast)
    watch = Watch(store, cast.authority_id)
    entering.enter_without_pictures(store, entering.enter_with_card(store, cast.sam.card))
    assert asks_for_new_ones(store, cast)
    assert watch.deeds == ["enter_with_card", "forget_pictures"]
    come_in(store, cast.sam)
    assert not asks_for_new_ones(store, cast), "remembered"


def test_new_pictures_end_it(store: Store, cast: Cast, clock: FixedClock) -> None:
    say(store, begin(store, cast.sam), "feel_today", "good")
    visit = come_in_without(store, cast, clock)
    inviting.reset_pictures(store, cast.officer, cast.sam.review_id)
    assert not asks_for_new_ones(store, cast)
    with pytest.raises(Ended):
        where(store, visit)
    chosen = entering.choose_pictures(store, entering.enter_with_card(store, cast.sam.card), OTHER_PICTURES)
    with store.reading(cast.authority_id) as tx:
        seat = find_seat(tx, chosen.token)
    assert seat is not None
    assert seat.shows_past


def test_without_pictures_chosen_before_there_is_nothing_to_forget(store: Store, cast: Cast) -> None:
    with pytest.raises(Ended):
        entering.enter_without_pictures(store, entering.enter_with_card(store, cast.sam.card))


def test_a_locked_visit_shows_nothing_until_the_pictures(store: Store, cast: Cast, clock: FixedClock) -> None:
    visit = begin(store, cast.sam)
    talking.say_who_helps(store, visit, "carer")
    locked = entering.lock(store, visit)
    with pytest.raises(Ended):
        where(store, visit)
    with pytest.raises(Away):
        where(store, locked)
    clock.moment += dt.timedelta(hours=2)
    inside = entering.enter_pictures(store, locked, ("sun", "boat", "key"))
    assert where(store, inside).seat.helper == "carer", "whoever helped before still sits there"


def test_a_locked_visit_without_pictures_stays_without(store: Store, cast: Cast, clock: FixedClock) -> None:
    say(store, begin(store, cast.sam), "feel_today", "good")
    locked = entering.lock(store, come_in_without(store, cast, clock))
    with pytest.raises(Away):
        where(store, locked)
    assert not where(store, entering.enter_without_pictures(store, locked)).seat.shows_past
