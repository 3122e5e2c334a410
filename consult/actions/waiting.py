"""Which booklets wait for a child, and how far each has come."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from consult.conversation.walk import count_stones
from consult.store.database import Transaction
from consult.store.editions import Edition, fetch_edition
from consult.store.invitations import Invitation, list_dealt_with, list_invitations_of_child
from consult.store.languages import ENGLISH
from consult.store.retention import STAYS_OPEN
from consult.store.seats import Seat
from consult.store.translations import translated


@dataclass(frozen=True, slots=True)
class Waiting:
    """One invitation. `state`: new, begun, sent or declined; `open`: something can still be done with it.

    `ahead`: the review is still to come. `title`: of the booklet, in the child's language.
    """

    invitation: Invitation
    edition: Edition
    title: str
    state: str
    dealt_with: int
    stones: int
    open: bool
    ahead: bool


def list_waiting(tx: Transaction, child_id: int, language: str = ENGLISH) -> Sequence[Waiting]:
    """The child's booklets, latest review first; those long over are left out."""
    invited = [each for each in list_invitations_of_child(tx, child_id) if _is_near(tx.today, each)]
    begun = [each.conversation_id for each in invited if each.conversation_id and not each.sent_at]
    dealt = list_dealt_with(tx, [number for number in begun if number is not None])
    return [_describe(tx, each, dealt.get(each.conversation_id or 0, set()), language) for each in invited]


def list_waiting_at(tx: Transaction, seat: Seat) -> Sequence[Waiting]:
    """The same for a visit; after coming in without the secret pictures only what is not sent."""
    waiting = list_waiting(tx, seat.child_id, seat.speaks)
    return [each for each in waiting if not seat.hides_past or each.state in {"new", "begun"}]


def _describe(tx: Transaction, invited: Invitation, dealt: set[str], language: str) -> Waiting:
    edition = fetch_edition(tx, invited.edition_id)
    done, stones = count_stones(edition.booklet, dealt, invited.age)
    state = "begun" if dealt else "new"
    if invited.sent_at is not None:
        state = "sent"
    elif invited.declined_at is not None:
        state = "declined"
    before_review = invited.held_on is None
    still_open = before_review or invited.audience == "after_review" or state in {"new", "begun"}
    title = translated(tx, edition, language).title
    ahead = before_review and invited.review_day >= tx.today
    return Waiting(invited, edition, title, state, done, stones, still_open, ahead)


def _is_near(today: dt.date, invited: Invitation) -> bool:
    return invited.held_on is None or today <= invited.held_on + STAYS_OPEN
