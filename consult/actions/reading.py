"""Reading a child's words is a deed: it leaves an audit row, and the booklet counts as read."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from consult.actions.refusals import NotThere
from consult.actions.scope import actor, fetch_own_review
from consult.actions.sending import BEFORE_REVIEW
from consult.store import cards, conversations, invitations, readings, sent
from consult.store.audit import add_audit
from consult.store.broken_glass import Opening, list_openings_of
from consult.store.children import Child
from consult.store.database import Store, Transaction
from consult.store.replies import Reply, list_replies
from consult.store.reviews import Review
from consult.store.sent import SentBooklet
from consult.store.staff import Staff, list_people
from consult.store.translations import list_drafts

READ = "read_booklet"


@dataclass(frozen=True, slots=True)
class Opened:
    """A review as its officer sees it. `booklets` holds only what was sent, `replies` what was answered.

    `drafts`: booklet and language of the translations that no speaker has checked. `openings`: by managers, with a
    reason. `covered`: name of the colleague whose review it is, blank where it is one's own.
    """

    review: Review
    child: Child
    has_card: bool
    invitations: Sequence[invitations.Invitation]
    booklets: Sequence[SentBooklet]
    drafts: Set[tuple[str, str]] = frozenset()
    replies: Sequence[Reply] = ()
    openings: Sequence[Opening] = ()
    covered: str = ""


def read_review(store: Store, officer: Staff, review_id: str, *, deed: str = READ) -> Opened:
    """The review with everything sent for it. Raises NotThere. One audit row where there was something to read.

    Only the whole page counts as having read it: reading out and passing on leave out what is kept back.
    """
    with store.writing(officer.authority_id) as tx:
        review, who = fetch_own_review(tx, officer, review_id)
        booklets = sent.list_sent(tx, review.id)
        for booklet in booklets:
            readings.add_reading(tx, booklet.id, officer.id)
            if deed == READ and _is_new(booklet):
                conversations.change_conversation(tx, booklet.id, read_at=tx.now)
        if booklets:
            add_audit(tx, actor(officer), deed, "review", review.public_id)
        return Opened(
            review,
            who,
            cards.find_open_number(tx, who) is not None,
            invitations.list_invitations_of_review(tx, review.id),
            booklets,
            list_drafts(tx) if any(booklet.languages for booklet in booklets) else frozenset(),
            [reply for booklet in booklets for reply in list_replies(tx, booklet.id)],
            list_openings_of(tx, who.id),
            _covered(tx, officer, review),
        )


def pass_on(store: Store, officer: Staff, review_id: str, who: str) -> tuple[Review, Child, SentBooklet]:
    """The booklet of which the child wants `who` (social_worker, advocate) to get some or all. Raises NotThere."""
    with store.writing(officer.authority_id) as tx:
        review, child = fetch_own_review(tx, officer, review_id)
        for booklet in sent.list_sent(tx, review.id):
            if booklet.audience in BEFORE_REVIEW and who in booklet.shared:
                readings.add_reading(tx, booklet.id, officer.id)
                add_audit(tx, actor(officer), "pass_on", "review", review.public_id, who=who)
                return review, child, booklet
        raise NotThere


def _covered(tx: Transaction, officer: Staff, review: Review) -> str:
    if review.officer_id == officer.id:
        return ""
    return next((each.staff.name for each in list_people(tx) if each.staff.id == review.officer_id), "")


def _is_new(booklet: SentBooklet) -> bool:
    if booklet.read_at is None:
        return True
    return booklet.changed_at is not None and booklet.changed_at > booklet.read_at
