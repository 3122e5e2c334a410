"""Coming in: card, pictures, waiting, leaving, and being idle."""

import datetime as dt

import pytest

from consult.actions import entering, inviting, talking
from consult.actions.refusals import Ended, Refused
from consult.store.cards import make_number
from consult.store.clock import FixedClock
from consult.store.database import Store
from consult.store.visits import VisitKey
from tests.actions.deeds import OTHER_PICTURES, PICTURES, Watch, begin, come_in, list_invitations, say, waiting, where
from tests.fixtures.cast import Cast


def try_pictures(store: Store, cast: Cast, pictures: tuple[str, ...] = OTHER_PICTURES) -> str:
    """What comes of these pictures at the card page: in, or the reason for a refusal."""
    visit = entering.enter_with_card(store, cast.sam.card)
    try:
        entering.enter_pictures(store, visit, pictures)
    except Refused as refusal:
        return refusal.reason
    return "in"


def test_the_number_may_be_typed_with_spaces_and_dashes(store: Store, cast: Cast) -> None:
    number = cast.sam.card
    visit = entering.enter_with_card(store, f" {number[:4]} {number[4:8]}-{number[8:]}\t")
    assert visit.authority_id == cast.authority_id


def test_a_slip_in_the_number_is_told_from_an_unknown_one(store: Store, cast: Cast) -> None:
    digits = cast.sam.card
    slip = digits[:-1] + str((int(digits[-1]) + 1) % 10)
    with pytest.raises(Refused, match="not_a_number"):
        entering.enter_with_card(store, slip)
    unknown = next(number for _ in range(9) if (number := make_number()) not in {digits, cast.maya.card})
    with pytest.raises(Refused, match="unknown_card"):
        entering.enter_with_card(store, unknown)
    with pytest.raises(Refused, match="not_a_number"):
        entering.enter_with_card(store, "١٢٣٤٥٦٧٨٩٠١٢")


def test_a_replaced_card_says_so_and_ends_open_visits(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    inviting.replace_card(store, cast.officer, cast.sam.review_id)
    with pytest.raises(Refused, match="replaced_card"):
        entering.enter_with_card(store, cast.sam.card)
    with pytest.raises(Ended):
        where(store, visit)
    _, number = inviting.show_card(store, cast.officer, cast.sam.review_id)
    assert number != cast.sam.card
    assert entering.enter_with_card(store, number).authority_id == cast.authority_id


def test_coming_in_leaves_its_audit_rows(store: Store, cast: Cast) -> None:
    watch = Watch(store, cast.authority_id)
    come_in(store, cast.sam)
    assert watch.deeds == ["enter_with_card", "choose_avatar", "choose_pictures"]
    assert {row["actor"] for row in watch.rows} == {cast.sam.child_id}
    again = Watch(store, cast.authority_id)
    come_in(store, cast.sam)
    assert again.deeds == ["enter_with_card", "enter_pictures"]


def test_three_different_pictures_are_needed(store: Store, cast: Cast) -> None:
    visit = entering.enter_with_card(store, cast.sam.card)
    for wrong in (["sun", "boat"], ["sun", "sun", "boat"], ["sun", "boat", "key", "cup"]):
        with pytest.raises(Refused, match="pick_three"):
            entering.choose_pictures(store, visit, wrong)


def test_the_order_of_the_pictures_does_not_matter(store: Store, cast: Cast) -> None:
    come_in(store, cast.sam)
    assert try_pictures(store, cast, ("key", "sun", "boat")) == "in"


def test_pictures_once_chosen_are_not_chosen_again_with_the_card_alone(store: Store, cast: Cast) -> None:
    come_in(store, cast.sam)
    visit = entering.enter_with_card(store, cast.sam.card)
    with pytest.raises(Ended):
        entering.choose_pictures(store, visit, OTHER_PICTURES)
    with pytest.raises(Ended):
        entering.choose_avatar(store, visit, "owl")


def test_a_visit_with_the_card_alone_opens_nothing(store: Store, cast: Cast) -> None:
    come_in(store, cast.sam)
    visit = entering.enter_with_card(store, cast.sam.card)
    (invited,) = list_invitations(store, cast.authority_id, cast.sam)
    with pytest.raises(Ended):
        talking.open_booklet(store, visit, invited.public_id)


def test_the_card_visit_ends_when_the_child_is_in(store: Store, cast: Cast) -> None:
    first = entering.enter_with_card(store, cast.sam.card)
    second = entering.choose_pictures(store, first, PICTURES)
    assert second.token != first.token
    with pytest.raises(Ended):
        entering.enter_pictures(store, first, PICTURES)


def test_five_wrong_tries_pause_and_right_pictures_wait_too(store: Store, cast: Cast, clock: FixedClock) -> None:
    come_in(store, cast.sam)
    assert [try_pictures(store, cast) for _ in range(5)] == ["wrong_pictures"] * 4 + ["wait"]
    assert try_pictures(store, cast, PICTURES) == "wait"
    clock.moment += dt.timedelta(minutes=15)
    assert try_pictures(store, cast, PICTURES) == "in"
    assert try_pictures(store, cast) == "wrong_pictures", "a right try begins the count again"


def test_ten_wrong_tries_wait_for_the_officer(store: Store, cast: Cast, clock: FixedClock) -> None:
    come_in(store, cast.sam)
    for _ in range(5):
        try_pictures(store, cast)
    clock.moment += dt.timedelta(minutes=15)
    assert [try_pictures(store, cast) for _ in range(5)] == ["wrong_pictures"] * 4 + ["wait"]
    clock.moment += dt.timedelta(days=3)
    assert try_pictures(store, cast, PICTURES) == "wait"
    inviting.reset_pictures(store, cast.officer, cast.sam.review_id)
    visit = entering.enter_with_card(store, cast.sam.card)
    assert entering.choose_pictures(store, visit, OTHER_PICTURES).authority_id == cast.authority_id


def test_wrong_tries_are_counted_although_they_are_refused(store: Store, cast: Cast) -> None:
    come_in(store, cast.sam)
    watch = Watch(store, cast.authority_id)
    try_pictures(store, cast)
    assert watch.deeds == ["enter_with_card", "wrong_pictures"]


def test_wrong_tries_of_one_child_do_not_stop_another(store: Store, cast: Cast) -> None:
    come_in(store, cast.sam)
    for _ in range(5):
        try_pictures(store, cast)
    assert come_in(store, cast.maya).authority_id == cast.authority_id


def test_after_twenty_idle_minutes_an_answer_is_kept_but_nothing_is_shown(
    store: Store, cast: Cast, clock: FixedClock
) -> None:
    visit = begin(store, cast.sam)
    question = waiting(store, visit)
    clock.moment += dt.timedelta(minutes=20)
    assert say(store, visit, question.key, "good").fresh
    clock.moment += dt.timedelta(minutes=20, seconds=1)
    kept = say(store, visit, question.key, "ok")
    assert not kept.fresh
    assert not where(store, visit).seat.fresh
    assert where(store, visit).walk.turns[0].answer.picked == ("ok",)  # type: ignore[union-attr]
    (invited,) = list_invitations(store, cast.authority_id, cast.sam)
    with pytest.raises(Ended):
        talking.open_booklet(store, visit, invited.public_id)


def test_saving_late_does_not_wake_the_visit(store: Store, cast: Cast, clock: FixedClock) -> None:
    visit = begin(store, cast.sam)
    question = waiting(store, visit)
    clock.moment += dt.timedelta(minutes=30)
    say(store, visit, question.key, "good")
    assert not where(store, visit).seat.fresh


def test_after_twelve_hours_nothing_is_kept(store: Store, cast: Cast, clock: FixedClock) -> None:
    visit = begin(store, cast.sam)
    clock.moment += dt.timedelta(hours=12, seconds=1)
    with pytest.raises(Ended):
        talking.skip(store, visit, 1, "late")


def test_leaving_ends_the_visit_for_good(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    watch = Watch(store, cast.authority_id)
    entering.leave(store, visit)
    assert watch.deeds == ["leave"]
    with pytest.raises(Ended):
        talking.skip(store, visit, 1, "after")
    entering.leave(store, visit)
    assert watch.deeds == ["leave"]


def test_a_made_up_token_is_nobody(store: Store, cast: Cast) -> None:
    for stranger in (VisitKey(cast.authority_id, "made-up"), VisitKey(cast.stranger.authority_id, "made-up")):
        with pytest.raises(Ended):
            talking.skip(store, stranger, 1, "form")


def test_a_token_opens_nothing_under_another_authority(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    with pytest.raises(Ended):
        where(store, VisitKey(cast.stranger.authority_id, visit.token))
