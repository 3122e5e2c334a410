"""Where a review's booklet stands, from what the store lists."""

import datetime as dt
from collections.abc import Callable, Collection

from consult.booklet.model import Booklet
from consult.conversation.walk import count_stones
from consult.store.clock import local
from consult.store.desk import DeskLine
from consult.store.reviews import YOUNGEST
from consult.web.desk.pages import Child, Row, State

SOON = dt.timedelta(days=7)


def row_of(line: DeskLine, today: dt.date, booklet: Callable[[int], Booklet], dealt: Collection[str]) -> Row:
    """One line of the desk. `booklet`: edition id -> booklet; `dealt`: keys answered or skipped so far."""
    return Row(
        review_id=line.review_id,
        day=line.day,
        kind=line.kind,
        child=Child(line.child_id, line.child_ref, line.first_name, line.age, line.avatar),
        state=state_of(line, booklet, dealt),
        seen=line.seen,
        overdue=line.held_on is None and line.day < today,
        held=line.held_on is not None,
        covered=line.covered,
        read_today=line.concern and line.sent_at is not None and not _sent(line).read,
    )


def state_of(line: DeskLine, booklet: Callable[[int], Booklet], dealt: Collection[str]) -> State:
    """The state of the child's own booklet."""
    if line.age < YOUNGEST:
        return State("too_young")
    if line.sent_at is not None:
        return _sent(line)
    if line.declined_at is not None:
        return State("declined", _day(line.declined_at))
    if line.held_on is not None:
        return State("no_booklet")
    if line.edition_id is not None and dealt:
        answered, of = count_stones(booklet(line.edition_id), dealt, line.age)
        return State("started", _day(line.started_at), answered, of)
    if line.invited_at is not None:
        return State("invited", _day(line.invited_at))
    return State("not_invited")


def _sent(line: DeskLine) -> State:
    newest = line.changed_at or line.sent_at
    read = line.read_at is not None and newest is not None and line.read_at >= newest
    return State("changed" if line.changed_at else "sent", _day(newest), read=read)


def _day(moment: dt.datetime | None) -> dt.date | None:
    return local(moment).date() if moment else None


def group_of(row: Row, today: dt.date) -> str:
    """now (late and this week), next, later or held."""
    if row.held:
        return "held"
    if row.day <= today + SOON:
        return "now"
    return "next" if row.day <= today + SOON * 4 else "later"


FILTERS: dict[str, Callable[[Row], bool]] = {
    "all": lambda _row: True,
    "to_invite": lambda row: row.state.code == "not_invited" and not row.held,
    "to_read": lambda row: row.state.is_sent and not row.state.read,
    "not_sent": lambda row: row.state.code in {"invited", "started"},
    "overdue": lambda row: row.overdue,
    "held": lambda row: row.held,
}
"""Filter key -> which rows it shows."""
