"""Who looks after whom: everything of one officer goes to another in one act, or one review alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from consult.actions.covering import list_officers
from consult.actions.refusals import NotThere, Refused
from consult.actions.scope import actor
from consult.store import assignment
from consult.store.audit import add_audit
from consult.store.children import Child, find_child, find_child_by_ref
from consult.store.database import Store, Transaction
from consult.store.reviews import Review, list_reviews_of_child
from consult.store.staff import Person, Staff, list_people


@dataclass(frozen=True, slots=True)
class Load:
    """How much one officer looks after. `reviews`: all of them, `ahead`: of those the ones not held yet."""

    children: int
    reviews: int
    ahead: int


@dataclass(frozen=True, slots=True)
class Looked:
    """A child and the reviews, the latest first, without a word that was said. `names`: officer -> name."""

    child: Child
    reviews: Sequence[Review]
    names: dict[int, str]


def list_hands(store: Store, manager: Staff) -> tuple[list[Person], list[Staff]]:
    """Everybody who has reviews or may have, switched off too; and those who may get some."""
    with store.reading(manager.authority_id) as tx:
        having = assignment.list_having(tx)
        officers = list_officers(tx)
        able = {each.id for each in officers}
        return [each for each in list_people(tx) if each.staff.id in having | able], officers


def check_hand_over(store: Store, manager: Staff, from_id: str, to_id: str) -> Load:
    """What would go over. Raises as `hand_over`."""
    with store.reading(manager.authority_id) as tx:
        return _check(tx, from_id, to_id)[2]


def hand_over(store: Store, manager: Staff, from_id: str, to_id: str) -> Load:
    """Every review of one officer, held ones too, so that what children said there is still read and put on file.

    Messages and alerts follow: they go to whoever has the newest review. Raises NotThere; Refused: no_colleague,
    same_officer, nothing_to_hand_over.
    """
    with store.writing(manager.authority_id) as tx:
        giver, taker, load = _check(tx, from_id, to_id)
        assignment.hand_over(tx, giver.id, taker.id)
        counts = {"children": load.children, "reviews": load.reviews}
        add_audit(tx, actor(manager), "hand_over", "staff", giver.public_id, to=taker.public_id, **counts)
        return load


def find_by_ref(store: Store, manager: Staff, ref: str) -> Child | None:
    """The child with this reference."""
    with store.reading(manager.authority_id) as tx:
        return find_child_by_ref(tx, ref.strip())


def look_at_child(store: Store, manager: Staff, child_id: str) -> Looked:
    """Who has which review. Raises NotThere."""
    with store.reading(manager.authority_id) as tx:
        found = find_child(tx, child_id)
        if found is None:
            raise NotThere
        names = {each.staff.id: each.staff.name for each in list_people(tx)}
        return Looked(found, list_reviews_of_child(tx, found.id), names)


def reassign(store: Store, manager: Staff, child_id: str, review_id: str, to_id: str) -> None:
    """One review goes to another officer. Raises NotThere, Refused no_colleague."""
    with store.writing(manager.authority_id) as tx:
        found = find_child(tx, child_id)
        reviews = list_reviews_of_child(tx, found.id) if found else []
        review = next((each for each in reviews if each.public_id == review_id), None)
        if review is None:
            raise NotThere
        taker = _officer(tx, to_id)
        assignment.assign(tx, review.id, taker.id)
        add_audit(tx, actor(manager), "reassign", "review", review.public_id, to=taker.public_id)


def _check(tx: Transaction, from_id: str, to_id: str) -> tuple[Staff, Staff, Load]:
    giver, taker = _person(tx, from_id), _officer(tx, to_id)
    if giver.id == taker.id:
        raise Refused("same_officer")
    load = Load(*assignment.count_load(tx, giver.id))
    if not load.reviews:
        raise Refused("nothing_to_hand_over")
    return giver, taker, load


def _person(tx: Transaction, public_id: str) -> Staff:
    found = next((each.staff for each in list_people(tx) if each.staff.public_id == public_id), None)
    if found is None:
        raise NotThere
    return found


def _officer(tx: Transaction, public_id: str) -> Staff:
    found = next((each for each in list_officers(tx) if each.public_id == public_id), None)
    if found is None:
        raise Refused("no_colleague")
    return found
