"""Whose reviews an officer may touch: the own ones. Everybody else's look as if they were not there."""

from consult.actions.refusals import NotThere
from consult.store.audit import Actor
from consult.store.children import Child, fetch_child, find_child
from consult.store.database import Transaction
from consult.store.reviews import Review, find_review, list_reviews_of_child
from consult.store.staff import Staff


def actor(staff: Staff) -> Actor:
    """A member of staff, for the audit row."""
    return Actor("staff", staff.public_id)


def fetch_own_review(tx: Transaction, officer: Staff, public_id: str) -> tuple[Review, Child]:
    """The officer's review and its child. Raises NotThere."""
    found = find_review(tx, public_id)
    if found is None or found.officer_id != officer.id:
        raise NotThere
    return found, fetch_child(tx, found.child_id)


def fetch_own_child(tx: Transaction, officer: Staff, public_id: str) -> Child:
    """A child with at least one review of this officer. Raises NotThere."""
    found = find_child(tx, public_id)
    if found is None or all(each.officer_id != officer.id for each in list_reviews_of_child(tx, found.id)):
        raise NotThere
    return found
