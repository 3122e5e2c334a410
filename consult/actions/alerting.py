"""“I don’t feel safe”: it goes at once to the child's officer and the named cover, who write down what they did."""

import datetime as dt

from consult.actions.refusals import Refused
from consult.actions.scope import actor, fetch_own_alert
from consult.actions.standing import take_seat
from consult.booklet.answers import clean
from consult.store import alerts, children
from consult.store.alerts import Alert
from consult.store.audit import Actor, add_audit
from consult.store.database import Store, Transaction
from consult.store.staff import Staff
from consult.store.visits import VisitKey

LONGEST_WORDS = 2_000
ONE_PRESS = dt.timedelta(minutes=10)
"""So long a further press without anything new to say is the same alert."""


def raise_alert(store: Store, visit: VisitKey, words: str) -> bool:
    """Tell at once, `words` may be empty; whether pages may still be shown at this seat. Raises Ended.

    Words that are too long are kept as far as they fit: nobody who is not safe is asked to write again.
    """
    said = clean(words).strip()[:LONGEST_WORDS]
    with store.writing(visit.authority_id) as tx:
        seat = take_seat(tx, visit)
        children.hold_child(tx, seat.child_id)
        if not _is_told(tx, seat.child_id, said):
            public_id = alerts.add_alert(tx, seat.child_id, said)
            add_audit(tx, Actor("child", seat.child_public_id), "raise_alert", "alert", public_id)
        return seat.fresh


def read_alert(store: Store, officer: Staff, public_id: str) -> Alert:
    """The alert with its words; an audit row. Raises NotThere."""
    with store.writing(officer.authority_id) as tx:
        found = fetch_own_alert(tx, officer, public_id)
        add_audit(tx, actor(officer), "read_alert", "alert", public_id)
        return found


def see_alert(store: Store, officer: Staff, public_id: str) -> None:
    """“I have seen this”: the child is told who and when. Raises NotThere."""
    with store.writing(officer.authority_id) as tx:
        found = fetch_own_alert(tx, officer, public_id)
        if found.seen_at is None:
            alerts.mark_seen(tx, found, officer.id)
            add_audit(tx, actor(officer), "see_alert", "alert", public_id)


def close_alert(store: Store, officer: Staff, public_id: str, done: str) -> None:
    """What was done; nothing is waiting any more. Raises NotThere, Refused (nothing_written, too_long, closed)."""
    words = clean(done).strip()
    with store.writing(officer.authority_id) as tx:
        found = fetch_own_alert(tx, officer, public_id)
        if found.done_at is not None:
            raise Refused("closed")
        if not words:
            raise Refused("nothing_written")
        if len(words) > LONGEST_WORDS:
            raise Refused("too_long")
        if found.seen_at is None:
            alerts.mark_seen(tx, found, officer.id)
        alerts.close(tx, found, words)
        add_audit(tx, actor(officer), "close_alert", "alert", public_id)


def _is_told(tx: Transaction, child_id: int, said: str) -> bool:
    recent = [each for each in alerts.list_alerts_of_child(tx, child_id) if tx.now - each.raised_at < ONE_PRESS]
    waiting = [each for each in recent if each.done_at is None]
    return bool(waiting) and (not said or said in {each.words for each in waiting})
