"""Words that are on the child's file elsewhere may be forgotten here; legal holds keep them."""

from consult.actions.refusals import NotThere, Refused
from consult.actions.scope import actor, fetch_own_alert, fetch_own_message, fetch_own_review
from consult.store import filing as on_file
from consult.store.audit import Actor, add_audit
from consult.store.children import find_child_by_ref
from consult.store.database import Store
from consult.store.staff import Staff

DEED = "put_on_file"
LONGEST_BECAUSE = 500


def file_review(store: Store, officer: Staff, review_id: str) -> None:
    """The officer has put what was sent for a review on the child's file.

    Raises NotThere; Refused: nothing_sent, unread (nobody files what nobody has read).
    """
    with store.writing(officer.authority_id) as tx:
        review, _child = fetch_own_review(tx, officer, review_id)
        if on_file.has_unread(tx, review.id):
            raise Refused("unread")
        if not on_file.file_booklets(tx, review.id):
            raise Refused("nothing_sent")
        add_audit(tx, actor(officer), DEED, "review", review.public_id, recipient="child's file")


def file_message(store: Store, officer: Staff, public_id: str) -> None:
    """The same of a message. Raises NotThere."""
    with store.writing(officer.authority_id) as tx:
        message, _booklet = fetch_own_message(tx, officer, public_id)
        on_file.file_message(tx, message.id)
        add_audit(tx, actor(officer), DEED, "message", public_id, recipient="child's file")


def file_alert(store: Store, officer: Staff, public_id: str) -> None:
    """The same of an alert that is closed. Raises NotThere, Refused still_open."""
    with store.writing(officer.authority_id) as tx:
        found = fetch_own_alert(tx, officer, public_id)
        if not on_file.file_alert(tx, found.id):
            raise Refused("still_open")
        add_audit(tx, actor(officer), DEED, "alert", public_id, recipient="child's file")


def hold(store: Store, authority_id: int, who: Actor, ref: str, because: str) -> None:
    """Forget nothing of this child until released. Raises NotThere, Refused no_reason, long_reason."""
    because = because.strip()
    if not because:
        raise Refused("no_reason")
    if len(because) > LONGEST_BECAUSE:
        raise Refused("long_reason")
    _change_hold(store, authority_id, who, ref, because)


def release(store: Store, authority_id: int, who: Actor, ref: str) -> None:
    """End the hold. Raises NotThere."""
    _change_hold(store, authority_id, who, ref, "")


def _change_hold(store: Store, authority_id: int, who: Actor, ref: str, because: str) -> None:
    with store.writing(authority_id) as tx:
        child = find_child_by_ref(tx, ref.strip())
        if child is None:
            raise NotThere
        on_file.change_hold(tx, child.id, because)
        add_audit(tx, who, "hold" if because else "release", "child", child.public_id)
