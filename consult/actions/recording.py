"""What an officer writes down: children, reviews, that one was held."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from consult.actions.inviting import invite_afterwards
from consult.actions.refusals import Refused
from consult.actions.scope import actor, fetch_child_and_officer, fetch_own_review
from consult.store import children, conversations, reviews, sent
from consult.store.audit import add_audit
from consult.store.authorities import Contact, change_contact
from consult.store.database import Store
from consult.store.languages import change_languages
from consult.store.staff import Staff


@dataclass(frozen=True, slots=True)
class Held:
    """How a review went. Codes as in `consult.store.reviews`; blank = not known."""

    held_on: dt.date
    participation_code: str
    seen_beforehand: str
    chaired: str


def add_child(
    store: Store,
    officer: Staff,
    ref: str,
    first_name: str,
    date_of_birth: dt.date,
    review_date: dt.date,
    kind: str,
) -> str:
    """A child and the first review; the review's public id. Raises Refused ref_taken."""
    with store.writing(officer.authority_id) as tx:
        if children.find_child_by_ref(tx, ref) is not None:
            raise Refused("ref_taken")
        who = children.add_child(tx, ref, first_name, date_of_birth)
        values = {"review_date": review_date, "kind": kind, "officer_id": officer.id}
        added = reviews.add_review(tx, who.id, date_of_birth, values)
        add_audit(tx, actor(officer), "add_child", "child", who.public_id)
        return added.public_id


def add_review(store: Store, officer: Staff, child_id: str, review_date: dt.date, kind: str) -> str:
    """A further review of a child; its public id. Raises NotThere, Refused date_taken, before_birth, left_care."""
    with store.writing(officer.authority_id) as tx:
        who, whose = fetch_child_and_officer(tx, officer, child_id)
        if who.left_on is not None:
            raise Refused("left_care")
        if review_date < who.date_of_birth:
            raise Refused("before_birth")
        if reviews.find_review_on(tx, who.id, review_date) is not None:
            raise Refused("date_taken")
        values = {"review_date": review_date, "kind": kind, "officer_id": whose}
        added = reviews.add_review(tx, who.id, who.date_of_birth, values)
        add_audit(tx, actor(officer), "add_review", "review", added.public_id)
        return added.public_id


def move_review(store: Store, officer: Staff, review_id: str, review_date: dt.date) -> None:
    """A new date. Raises NotThere, Refused date_taken, before_birth."""
    with store.writing(officer.authority_id) as tx:
        review, who = fetch_own_review(tx, officer, review_id)
        if review_date < who.date_of_birth:
            raise Refused("before_birth")
        other = reviews.find_review_on(tx, who.id, review_date)
        if other is not None and other.id != review.id:
            raise Refused("date_taken")
        reviews.change_review(tx, review, who.date_of_birth, {"review_date": review_date})
        add_audit(tx, actor(officer), "move_review", "review", review.public_id)


def hold_review(store: Store, officer: Staff, review_id: str, held: Held) -> None:
    """The review took place; the child can say how it was.

    Raises NotThere; Refused: in_future, before_birth, under_4_only (PN0 from 4 on), not_under_4 (another code below 4).
    """
    with store.writing(officer.authority_id) as tx:
        review, who = fetch_own_review(tx, officer, review_id)
        if held.held_on > tx.today:
            raise Refused("in_future")
        if held.held_on < who.date_of_birth:
            raise Refused("before_birth")
        too_young = reviews.age_on(held.held_on, who.date_of_birth) < reviews.YOUNGEST
        if held.participation_code and too_young != (held.participation_code == "PN0"):
            raise Refused("not_under_4" if too_young else "under_4_only")
        values = {
            "held_on": held.held_on,
            "participation_code": held.participation_code,
            "seen_beforehand": held.seen_beforehand,
            "chaired": held.chaired,
        }
        reviews.change_review(tx, review, who.date_of_birth, values)
        invite_afterwards(tx, review, who)
        add_audit(tx, actor(officer), "hold_review", "review", review.public_id)


def record_asked(store: Store, officer: Staff, review_id: str, *, read_out: bool) -> None:
    """The officer asked the child whether the answers may be read out. Raises NotThere, Refused not_asked."""
    with store.writing(officer.authority_id) as tx:
        review, _ = fetch_own_review(tx, officer, review_id)
        asked = sent.find_asking_first(tx, review.id)
        if asked is None:
            raise Refused("not_asked")
        answer = "yes" if read_out else "no"
        conversations.change_conversation(tx, asked[0], read_out=answer, asked_at=tx.now)
        add_audit(tx, actor(officer), "record_asked", "conversation", asked[1], read_out=answer)


def set_contact(store: Store, manager: Staff, contact: Contact, languages: Iterable[str] | None = None) -> None:
    """What children's pages say about the authority, and in which `languages` besides English; None: as before."""
    with store.writing(manager.authority_id) as tx:
        change_contact(tx, contact)
        if languages is not None:
            change_languages(tx, languages)
        add_audit(tx, actor(manager), "set_contact", "authority", str(manager.authority_id))
