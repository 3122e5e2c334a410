"""Any booklet on paper: printed for a child or blank."""

from collections.abc import Sequence
from dataclasses import dataclass

from consult.actions.inviting import AFTER_REVIEW
from consult.actions.refusals import NotThere, Refused
from consult.actions.scope import actor, fetch_own_review
from consult.actions.sending import BEFORE_REVIEW
from consult.store import editions, invitations, on_file
from consult.store.audit import add_audit
from consult.store.authorities import Contact, fetch_authority
from consult.store.children import Child
from consult.store.database import Store, Transaction
from consult.store.editions import Edition
from consult.store.on_file import PAPER
from consult.store.reviews import UNDER_11, YOUNGEST, Review
from consult.store.staff import Staff

FOR_CHILDREN = BEFORE_REVIEW | {AFTER_REVIEW}
"""Audiences of booklets that belong to a child's review: only these can be keyed in again, so only they are printed."""


@dataclass(frozen=True, slots=True)
class Twin:
    """A child's booklet to print or to key in. `choice`: every edition it could be, the newest of each first."""

    review: Review
    child: Child
    edition: Edition
    contact: Contact
    choice: Sequence[Edition]


def print_paper(store: Store, officer: Staff, review_id: str, booklet: str = "", number: int = 0) -> Twin:
    """A child's booklet for the printer; blank and 0: the one invited to. Raises NotThere, Refused as `find_twin`."""
    with store.writing(officer.authority_id) as tx:
        twin = find_twin(tx, officer, review_id, booklet, number)
        name, edition = twin.edition.booklet.key, twin.edition.number
        add_audit(tx, actor(officer), "print_paper", "review", review_id, booklet=name, edition=edition)
        return twin


def find_twin(tx: Transaction, officer: Staff, review_id: str, booklet: str, number: int) -> Twin:
    """The review with this edition, or with the one that fits it. Raises NotThere; Refused too_young, no_booklet."""
    review, who = fetch_own_review(tx, officer, review_id)
    if review.age < YOUNGEST:
        raise Refused("too_young")
    choice = [each for each in reversed(editions.list_editions(tx)) if each.booklet.audience in FOR_CHILDREN]
    if booklet:
        edition = next((each for each in choice if (each.booklet.key, each.number) == (booklet, number)), None)
        if edition is None:
            raise NotThere
    else:
        edition = _fitting(tx, review)
    return Twin(review, who, edition, fetch_authority(tx).contact, choice)


def fetch_blank(store: Store, officer: Staff, booklet: str, number: int) -> tuple[Edition, Contact]:
    """An edition without a child, and what it says about whom to ask. Raises NotThere."""
    with store.reading(officer.authority_id) as tx:
        edition = editions.find_numbered(tx, booklet, number)
        if edition is None or edition.booklet.audience not in FOR_CHILDREN:
            raise NotThere
        return edition, fetch_authority(tx).contact


def list_blanks(store: Store, officer: Staff) -> Sequence[Edition]:
    """Every edition that can be printed, the newest of each booklet first."""
    with store.reading(officer.authority_id) as tx:
        printed = [each for each in editions.list_editions(tx) if each.booklet.audience in FOR_CHILDREN]
        return sorted(printed, key=lambda each: (each.booklet.key, -each.number))


def _fitting(tx: Transaction, review: Review) -> Edition:
    """What was typed in for it before, else what the child is invited to, else the newest for the band."""
    for typed in on_file.list_booklets_of_review(tx, review.id):
        if typed.source == PAPER and typed.audience in BEFORE_REVIEW:
            return editions.fetch_edition(tx, typed.edition_id)
    for invited in invitations.list_invitations_of_review(tx, review.id):
        if invited.audience in BEFORE_REVIEW:
            return editions.fetch_edition(tx, invited.edition_id)
    newest = editions.find_newest_for(tx, "child" if review.band == UNDER_11 else "young_person")
    if newest is None:
        raise Refused("no_booklet")
    return newest
