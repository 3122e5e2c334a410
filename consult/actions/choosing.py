"""What children choose for themselves: how their pages look, and who else hears what they said."""

from consult.actions.refusals import Away, Refused
from consult.actions.standing import take_seat
from consult.store import children
from consult.store.audit import Actor, add_audit
from consult.store.children import Looks
from consult.store.database import Store
from consult.store.languages import ENGLISH
from consult.store.visits import VisitKey

AVATARS = ("fox", "frog", "bear", "cat", "owl", "rabbit", "robot", "star")
"""What a child can go by; `av-<key>` in the art file."""
LOOKS = ("", "dusk")
SIZES = ("", "large", "largest")


def choose_looks(store: Store, visit: VisitKey, avatar: str, looks: Looks) -> None:
    """Keep with the child how their pages look, on every device. Raises Ended."""
    with store.writing(visit.authority_id) as tx:
        seat = take_seat(tx, visit)
        if not seat.fresh:
            raise Away
        children.change_looks(tx, seat.child_id, avatar if avatar in AVATARS else seat.avatar, looks)
        add_audit(tx, Actor("child", seat.child_public_id), "choose_looks", "child", seat.child_public_id)


def choose_language(store: Store, visit: VisitKey, language: str) -> None:
    """Keep with the child in which language their pages are; what was said before stays as it was.

    Raises Refused not_a_language for one that the authority has not turned on, Ended.
    """
    with store.writing(visit.authority_id) as tx:
        seat = take_seat(tx, visit)
        if not seat.fresh:
            raise Away
        if language not in (ENGLISH, *seat.languages):
            raise Refused("not_a_language")
        children.change_language(tx, seat.child_id, language)
        who = seat.child_public_id
        add_audit(tx, Actor("child", who), "choose_language", "child", who, language=language)
