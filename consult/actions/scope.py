"""Whose children's records an officer may touch: the own ones, and a colleague's while covering for them.

Everybody else's look as if they were not there.
"""

from collections.abc import Collection

from consult.actions.refusals import NotThere
from consult.store.alerts import Alert, find_alert
from consult.store.audit import Actor
from consult.store.children import Child, fetch_child, find_child
from consult.store.cover import find_covered
from consult.store.database import Transaction
from consult.store.messages import Message, find_message
from consult.store.reviews import Review, find_review, list_reviews_of_child
from consult.store.sent import SentBooklet
from consult.store.staff import Staff


def actor(staff: Staff) -> Actor:
    """A member of staff, for the audit row."""
    return Actor("staff", staff.public_id)


def fetch_own_review(tx: Transaction, officer: Staff, public_id: str) -> tuple[Review, Child]:
    """The review, of the officer or of whom they cover for, and its child. Raises NotThere."""
    found = find_review(tx, public_id)
    if found is None or not _whose(tx, officer, [found.officer_id]):
        raise NotThere
    return found, fetch_child(tx, found.child_id)


def fetch_own_child(tx: Transaction, officer: Staff, public_id: str) -> Child:
    """A child whom the officer, or whom they cover for, looks after now. Raises NotThere."""
    return fetch_child_and_officer(tx, officer, public_id)[0]


def fetch_child_and_officer(tx: Transaction, officer: Staff, public_id: str) -> tuple[Child, int]:
    """The same, and the row number of the officer whose child it is: oneself, or whom one covers for."""
    found = find_child(tx, public_id)
    reviews = list_reviews_of_child(tx, found.id) if found else []  # the latest day first
    now = next((each.officer_id for each in reviews if each.officer_id is not None), None)
    whose = _whose(tx, officer, [now])
    if found is None or whose is None:
        raise NotThere
    return found, whose


def fetch_own_message(tx: Transaction, officer: Staff, public_id: str) -> tuple[Message, SentBooklet]:
    """A message of a child whom the officer, or whom they cover for, looks after now. Raises NotThere."""
    found = find_message(tx, officer.id, public_id)
    if found is None:
        raise NotThere
    _whose(tx, officer, [found[0].officer_id])
    return found


def fetch_own_alert(tx: Transaction, officer: Staff, public_id: str) -> Alert:
    """An alert of such a child; the authority's named cover sees all. Raises NotThere."""
    found = find_alert(tx, officer.id, public_id)
    if found is None:
        raise NotThere
    _whose(tx, officer, [found.officer_id])
    return found


def _whose(tx: Transaction, officer: Staff, officer_ids: Collection[int | None]) -> int | None:
    """Of these officers the one for whom this one may act; a colleague's name then stands in every audit row."""
    if officer.id in officer_ids:
        return officer.id
    covered = find_covered(tx, officer.id, [each for each in officer_ids if each is not None])
    if covered is None:
        return None
    tx.covering = covered.public_id
    return covered.id
