"""Visits: server-side sessions. The cookie holds the authority and a random token, the row the rest."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import bindparam, func, insert, select, update

from consult.store.database import Transaction
from consult.store.ids import make_token
from consult.store.tables import visit

CARD, LOCKED, CHILD, STAFF = "card", "locked", "child", "staff"
"""Stages: a card was shown but no pictures yet; the child was in and the pictures are asked again; the child is in;
a member of staff is in."""
STAFF_CODE, STAFF_SETUP = "staff_code", "staff_setup"
"""A member of staff gave the right password: the code comes next, or the app that makes codes is set up next."""

LATE = dt.timedelta(hours=12)
"""So long an idle visit may still save an answer that was being typed, and so long the pictures lead back to it."""
IDLE = {
    CARD: dt.timedelta(minutes=10),
    LOCKED: LATE,
    CHILD: dt.timedelta(minutes=20),
    STAFF: dt.timedelta(minutes=60),
    STAFF_CODE: dt.timedelta(minutes=10),
    STAFF_SETUP: dt.timedelta(minutes=30),
}
"""After so long without a press a visit shows nothing more."""
STAFF_LONGEST = dt.timedelta(hours=12)
"""After so long staff prove again who they are, however busy they were."""
TOUCH = dt.timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class VisitKey:
    """What the cookie holds."""

    authority_id: int
    token: str


def add_visit(
    tx: Transaction,
    stage: str,
    *,
    child_id: int | None = None,
    staff_id: int | None = None,
    conversation_id: int | None = None,
    helper: str = "",
    hides_past: bool = False,
) -> VisitKey:
    """Begin a visit; what the cookie will hold. `hides_past`: nothing said before may be shown in it."""
    token = make_token()
    tx.add(
        insert(visit),
        {
            "token_hash": tx.keyring.visits.mac(token),
            "stage": stage,
            "child_id": child_id,
            "staff_id": staff_id,
            "conversation_id": conversation_id,
            "helper": helper,
            "hides_past": hides_past,
            "started_at": tx.now,
            "seen_at": tx.now,
        },
    )
    return VisitKey(tx.authority_id, token)


_CHANGE = update(visit).where(visit.c.authority_id == bindparam("authority"), visit.c.id == bindparam("visit"))
_TOUCH = _CHANGE.values(seen_at=bindparam("now"))
_END = (
    update(visit)
    .where(visit.c.authority_id == bindparam("authority"), visit.c.token_hash == bindparam("hashed"))
    .values(ended_at=bindparam("now"))
)


_LAST = select(func.max(visit.c.seen_at).label("moment")).where(
    visit.c.authority_id == bindparam("authority"),
    visit.c.child_id == bindparam("child"),
    visit.c.stage == CHILD,
    visit.c.id < bindparam("visit"),
)


def find_last_visit(tx: Transaction, child_id: int, visit_id: int) -> dt.datetime | None:
    """When the child was last here before this visit; None the first time."""
    row = tx.first(_LAST, child=child_id, visit=visit_id)
    return row.moment if row else None


def touch_visit(tx: Transaction, visit_id: int) -> None:
    """Somebody is still here."""
    tx.run(_TOUCH, visit=visit_id, now=tx.now)


def change_helper(tx: Transaction, visit_id: int, helper: str) -> None:
    """Who sits beside the child in this visit."""
    tx.run(_CHANGE.values(helper=helper), visit=visit_id)


def open_conversation(tx: Transaction, visit_id: int, conversation_id: int) -> None:
    """This visit talks about this conversation now."""
    tx.run(_CHANGE.values(conversation_id=conversation_id), visit=visit_id)


def end_visit(tx: Transaction, token: str) -> None:
    """Signed out for good; nothing opens with this token again."""
    tx.run(_END, hashed=tx.keyring.visits.mac(token), now=tx.now)


def end_visits_of_child(tx: Transaction, child_id: int) -> None:
    """Signed out everywhere, as when a card is replaced."""
    statement = update(visit).where(
        visit.c.authority_id == tx.authority_id, visit.c.child_id == child_id, visit.c.ended_at.is_(None)
    )
    tx.connection.execute(statement.values(ended_at=tx.now))


def end_visits_of_staff(tx: Transaction, staff_id: int) -> None:
    """Signed out everywhere, as when somebody is switched off or their roles change."""
    statement = update(visit).where(
        visit.c.authority_id == tx.authority_id, visit.c.staff_id == staff_id, visit.c.ended_at.is_(None)
    )
    tx.connection.execute(statement.values(ended_at=tx.now))
