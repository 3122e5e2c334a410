"""Inviting a child, and the card that lets them in."""

from consult.actions.refusals import NotThere, Refused
from consult.actions.scope import actor, fetch_own_child, fetch_own_review
from consult.store import cards, children, invitations, visits
from consult.store.audit import add_audit
from consult.store.authorities import fetch_authority
from consult.store.children import Child
from consult.store.database import Store, Transaction
from consult.store.editions import find_newest_for
from consult.store.reviews import UNDER_11, YOUNGEST, Review
from consult.store.staff import Staff

AFTER_REVIEW = "after_review"


def invite(store: Store, officer: Staff, review_id: str) -> None:
    """Invite the child to the booklet for their age; a child without a card gets one.

    Raises NotThere; Refused: settings_missing, held, left_care, too_young, already_invited, no_booklet.
    """
    with store.writing(officer.authority_id) as tx:
        review, who = fetch_own_review(tx, officer, review_id)
        if review.held_on is not None:
            raise Refused("held")
        if who.left_on is not None:
            raise Refused("left_care")
        invite_to_booklet(tx, review, who)
        add_audit(tx, actor(officer), "invite", "review", review.public_id)


def invite_to_booklet(tx: Transaction, review: Review, who: Child) -> None:
    """The invitation and, where there is none, the card. Raises Refused as `invite` does."""
    if not fetch_authority(tx).contact.complete:
        raise Refused("settings_missing")
    if review.age < YOUNGEST:
        raise Refused("too_young")
    audiences = {each.audience for each in invitations.list_invitations_of_review(tx, review.id)}
    if audiences - {AFTER_REVIEW}:
        raise Refused("already_invited")
    edition = find_newest_for(tx, "child" if review.band == UNDER_11 else "young_person")
    if edition is None:
        raise Refused("no_booklet")
    invitations.add_invitation(tx, review.id, edition)
    if cards.find_open_number(tx, who) is None:
        cards.add_card(tx, who)


def invite_afterwards(tx: Transaction, review: Review, who: Child) -> None:
    """Open the form about the review to a child who has a card; nothing where it is open already."""
    edition = find_newest_for(tx, AFTER_REVIEW)
    if edition is None or review.age < YOUNGEST or cards.find_open_number(tx, who) is None:
        return
    audiences = {each.audience for each in invitations.list_invitations_of_review(tx, review.id)}
    if AFTER_REVIEW not in audiences:
        invitations.add_invitation(tx, review.id, edition)


def show_card(store: Store, officer: Staff, review_id: str) -> tuple[Child, str]:
    """The child and the number on the present card, to print. Raises NotThere."""
    with store.writing(officer.authority_id) as tx:
        review, who = fetch_own_review(tx, officer, review_id)
        fetch_own_child(tx, officer, who.public_id)  # a card lets in: not for whoever had the child before
        number = cards.find_open_number(tx, who)
        if number is None:
            raise NotThere
        add_audit(tx, actor(officer), "show_card", "review", review.public_id)
        return who, number


def replace_card(store: Store, officer: Staff, review_id: str) -> None:
    """A new card; the old one stops working and whoever came in with it is signed out. Raises NotThere."""
    with store.writing(officer.authority_id) as tx:
        review, who = fetch_own_review(tx, officer, review_id)
        fetch_own_child(tx, officer, who.public_id)
        cards.add_card(tx, who)
        visits.end_visits_of_child(tx, who.id)
        add_audit(tx, actor(officer), "replace_card", "review", review.public_id)


def reset_pictures(store: Store, officer: Staff, review_id: str) -> None:
    """Let the child choose new secret pictures; also ends a wait after wrong tries. Raises NotThere."""
    with store.writing(officer.authority_id) as tx:
        review, who = fetch_own_review(tx, officer, review_id)
        fetch_own_child(tx, officer, who.public_id)
        children.change_pictures(tx, who.id, None)
        visits.end_visits_of_child(tx, who.id)
        add_audit(tx, actor(officer), "reset_pictures", "review", review.public_id)
