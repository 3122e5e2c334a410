"""Putting right what was entered wrongly, and that a child has left care. Each is a deed of its own."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from consult.actions.refusals import Refused
from consult.actions.scope import actor, fetch_own_child
from consult.store import children, reviews, visits
from consult.store.audit import add_audit
from consult.store.children import Child
from consult.store.database import Store, Transaction
from consult.store.messages import change_ages
from consult.store.reviews import YOUNGEST, Review, age_on, band_for
from consult.store.staff import Staff

OLDEST = 25
"""Nobody older than this has a review."""


@dataclass(frozen=True, slots=True)
class Shift:
    """What another date of birth does to one review. `wrong_code`: its participation code does not fit the new age."""

    review: Review
    age: int
    band: str
    wrong_code: bool


def read_child(store: Store, officer: Staff, child_id: str) -> Child:
    """The child whose record is to be put right. Raises NotThere."""
    with store.reading(officer.authority_id) as tx:
        return fetch_own_child(tx, officer, child_id)


def correct_first_name(store: Store, officer: Staff, child_id: str, first_name: str) -> None:
    """Another first name. Raises NotThere, Refused as_before."""
    with store.writing(officer.authority_id) as tx:
        who = fetch_own_child(tx, officer, child_id)
        if first_name == who.first_name:
            raise Refused("as_before")
        children.change_first_name(tx, who, first_name)
        add_audit(tx, actor(officer), "correct_first_name", "child", who.public_id)


def foresee_birth(store: Store, officer: Staff, child_id: str, born: dt.date) -> Sequence[Shift]:
    """The reviews whose age another date of birth changes, the latest first. Raises as `correct_birth`."""
    with store.reading(officer.authority_id) as tx:
        return _foresee(tx, fetch_own_child(tx, officer, child_id), born)


def correct_birth(store: Store, officer: Staff, child_id: str, born: dt.date) -> None:
    """Another date of birth; ages and bands follow, in the final rows of what was sent as well.

    Raises NotThere; Refused: as_before, birth_in_future, birth_after_review, adult.
    """
    with store.writing(officer.authority_id) as tx:
        who = fetch_own_child(tx, officer, child_id)
        moved = _foresee(tx, who, born)
        children.change_date_of_birth(tx, who, born)
        follow_birth(tx, who.id, born)
        add_audit(tx, actor(officer), "correct_birth", "child", who.public_id, reviews=len(moved))


def follow_birth(tx: Transaction, child_id: int, born: dt.date) -> None:
    """Ages and bands of the child's reviews and messages, worked out again."""
    for review in reviews.list_reviews_of_child(tx, child_id):
        reviews.change_review(tx, review, born, {})
    change_ages(tx, child_id, born)


def leave_care(store: Store, officer: Staff, child_id: str, left_on: dt.date) -> None:
    """The card opens nothing any more, whoever came in with it is out, and no review is added.

    Raises NotThere; Refused: left_in_future, before_birth, left_care (known already).
    """
    with store.writing(officer.authority_id) as tx:
        who = fetch_own_child(tx, officer, child_id)
        if who.left_on is not None:
            raise Refused("left_care")
        if left_on > tx.today:
            raise Refused("left_in_future")
        if left_on < who.date_of_birth:
            raise Refused("before_birth")
        children.change_left(tx, who.id, left_on)
        visits.end_visits_of_child(tx, who.id)
        add_audit(tx, actor(officer), "leave_care", "child", who.public_id)


def return_to_care(store: Store, officer: Staff, child_id: str) -> None:
    """The child has not left after all, or is back: the card opens again. Raises NotThere, Refused as_before."""
    with store.writing(officer.authority_id) as tx:
        who = fetch_own_child(tx, officer, child_id)
        if who.left_on is None:
            raise Refused("as_before")
        children.change_left(tx, who.id, None)
        add_audit(tx, actor(officer), "return_to_care", "child", who.public_id)


def _foresee(tx: Transaction, who: Child, born: dt.date) -> list[Shift]:
    if born == who.date_of_birth:
        raise Refused("as_before")
    if born > tx.today:
        raise Refused("birth_in_future")
    found = reviews.list_reviews_of_child(tx, who.id)
    if any(each.day < born for each in found):
        raise Refused("birth_after_review")
    if any(age_on(each.day, born) > OLDEST for each in found):
        raise Refused("adult")
    return [_shift(each, age_on(each.day, born)) for each in found if age_on(each.day, born) != each.age]


def _shift(review: Review, age: int) -> Shift:
    code = review.values["participation_code"]
    return Shift(review, age, band_for(age), bool(code) and (age < YOUNGEST) != (code == "PN0"))
