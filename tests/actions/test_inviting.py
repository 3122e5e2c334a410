"""Inviting, and the card."""

import datetime as dt

import pytest

from consult.actions import entering, inviting, recording
from consult.actions.recording import Held
from consult.actions.refusals import Ended, NotThere, Refused
from consult.store.authorities import Contact
from consult.store.cards import is_number, make_number
from consult.store.database import Store
from consult.store.editions import fetch_edition
from tests.actions.deeds import PICTURES, begin, come_in, list_invitations, where
from tests.fixtures.cast import REVIEW_DATE, Cast


def add(store: Store, cast: Cast, born: dt.date) -> str:
    """A further child's review, not invited yet."""
    return recording.add_child(store, cast.officer, "R-900", "Ada", born, REVIEW_DATE, "initial")


@pytest.mark.parametrize(
    ("born", "booklet"),
    [
        (dt.date(2022, 12, 8), "about-me-under-11"),
        (dt.date(2015, 12, 9), "about-me-under-11"),
        (dt.date(2015, 12, 8), "about-me-11-plus"),
        (dt.date(2009, 1, 1), "about-me-11-plus"),
    ],
)
def test_the_booklet_follows_the_age_on_the_day(store: Store, cast: Cast, born: dt.date, booklet: str) -> None:
    review_id = add(store, cast, born)
    inviting.invite(store, cast.officer, review_id)
    child, number = inviting.show_card(store, cast.officer, review_id)
    assert (child.first_name, is_number(number)) == ("Ada", True)
    visit = entering.enter_with_card(store, number)
    visit = entering.choose_pictures(store, visit, PICTURES)
    with store.reading(cast.authority_id) as tx:
        (invited,) = inviting.invitations.list_invitations_of_child(tx, child.id)
        assert fetch_edition(tx, invited.edition_id).booklet.key == booklet


def test_under_four_nobody_is_invited(store: Store, cast: Cast) -> None:
    review_id = add(store, cast, dt.date(2022, 12, 9))
    with pytest.raises(Refused, match="too_young"):
        inviting.invite(store, cast.officer, review_id)
    with pytest.raises(NotThere):
        inviting.show_card(store, cast.officer, review_id)


def test_nobody_is_invited_twice(store: Store, cast: Cast) -> None:
    with pytest.raises(Refused, match="already_invited"):
        inviting.invite(store, cast.officer, cast.sam.review_id)


def test_nobody_is_invited_to_a_review_that_was_held(store: Store, cast: Cast) -> None:
    review_id = add(store, cast, dt.date(2014, 1, 1))
    recording.hold_review(store, cast.officer, review_id, Held(dt.date(2026, 11, 20), "PN1", "", ""))
    with pytest.raises(Refused, match="held"):
        inviting.invite(store, cast.officer, review_id)


@pytest.mark.parametrize("missing", [0, 1, 2, 3])
def test_nobody_is_invited_before_the_authority_said_who_helps(store: Store, cast: Cast, missing: int) -> None:
    words = ["officer", "0", "Jo", "1"]
    words[missing] = ""
    recording.set_contact(store, cast.manager, Contact(*words))
    review_id = add(store, cast, dt.date(2014, 1, 1))
    with pytest.raises(Refused, match="settings_missing"):
        inviting.invite(store, cast.officer, review_id)


def test_the_card_belongs_to_the_child_and_serves_the_next_review(store: Store, cast: Cast) -> None:
    review_id = recording.add_review(store, cast.officer, cast.sam.child_id, dt.date(2027, 6, 1), "subsequent")
    inviting.invite(store, cast.officer, review_id)
    assert inviting.show_card(store, cast.officer, review_id)[1] == cast.sam.card
    assert len(list_invitations(store, cast.authority_id, cast.sam)) == 2


def test_new_pictures_end_open_visits(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    inviting.reset_pictures(store, cast.officer, cast.sam.review_id)
    with pytest.raises(Ended):
        where(store, visit)
    come_in(store, cast.sam)


def test_a_replaced_card_ends_only_that_childs_visits(store: Store, cast: Cast) -> None:
    mayas = begin(store, cast.maya)
    inviting.replace_card(store, cast.officer, cast.sam.review_id)
    assert where(store, mayas).seat.fresh


def test_card_numbers_find_slips_and_swaps() -> None:
    for _ in range(20):
        number = make_number()
        assert is_number(number)
        for at in range(12):
            slip = number[:at] + str((int(number[at]) + 1) % 10) + number[at + 1 :]
            assert not is_number(slip)
        for at in range(11):
            if number[at] != number[at + 1]:
                assert not is_number(number[:at] + number[at + 1] + number[at] + number[at + 2 :])
