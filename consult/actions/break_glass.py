"""A manager reads one child's sent words for an hour. The auditor sees why, the officer sees who.

What is sent counts as read only once the child's own officer has read it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from consult.actions.refusals import NotThere, Refused
from consult.actions.scope import actor
from consult.booklet.answers import clean
from consult.store import broken_glass, messages, readings, sent
from consult.store.audit import add_audit
from consult.store.broken_glass import Opening
from consult.store.children import Child, find_child
from consult.store.database import Store, Transaction
from consult.store.reviews import Review, list_reviews_of_child
from consult.store.sent import SentBooklet
from consult.store.staff import Staff

SHORTEST_REASON, LONGEST_REASON = 20, 1_000
OPENED, READ = "break_glass", "read_behind_glass"


@dataclass(frozen=True, slots=True)
class Behind:
    """What the manager sees. `reviews`: the latest first, with what was sent for each; `told`: at any time."""

    child: Child
    opening: Opening
    reviews: Sequence[tuple[Review, Sequence[SentBooklet]]]
    told: Sequence[SentBooklet]


def break_glass(store: Store, manager: Staff, child_id: str, because: str) -> None:
    """Open the child's words for an hour. Raises NotThere; Refused: reason_short, reason_long."""
    reason = " ".join(clean(because).split())
    if len(reason) < SHORTEST_REASON:
        raise Refused("reason_short")
    if len(reason) > LONGEST_REASON:
        raise Refused("reason_long")
    with store.writing(manager.authority_id) as tx:
        who = _child(tx, child_id)
        opening = broken_glass.add_opening(tx, who.id, manager.id, reason)
        add_audit(tx, actor(manager), OPENED, "child", who.public_id, opening=opening)


def find_opening(store: Store, manager: Staff, child_id: str) -> Opening | None:
    """The opening that lasts still; None where a reason is wanted first. Raises NotThere."""
    with store.reading(manager.authority_id) as tx:
        return broken_glass.find_open(tx, _child(tx, child_id).id, manager.id)


def read_behind_glass(store: Store, manager: Staff, child_id: str) -> Behind:
    """Everything that the child has sent. Raises NotThere where no opening lasts. One audit row."""
    with store.writing(manager.authority_id) as tx:
        who = _child(tx, child_id)
        opening = broken_glass.find_open(tx, who.id, manager.id)
        if opening is None:
            raise NotThere
        found = [(each, sent.list_sent(tx, each.id)) for each in list_reviews_of_child(tx, who.id)]
        told = messages.list_told(tx, who.id)
        for booklet in [*told, *(each for _review, booklets in found for each in booklets)]:
            readings.add_reading(tx, booklet.id, manager.id)
        add_audit(tx, actor(manager), READ, "child", who.public_id, opening=opening.public_id)
        return Behind(who, opening, [each for each in found if each[1]], told)


def _child(tx: Transaction, public_id: str) -> Child:
    found = find_child(tx, public_id)
    if found is None:
        raise NotThere
    return found
