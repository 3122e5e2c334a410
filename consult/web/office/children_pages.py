"""What the office shows about children and whose they are, without a word of what they said."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from consult.web.desk.pages import Child
from consult.web.desk.sent_pages import Sent

Choice = tuple[str, str]
"""A person: public id and name."""


@dataclass(frozen=True, slots=True)
class FindPage:
    """`office/children.html`. Form to office.children: `ref`."""

    values: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """A review. `officer`: public id; `name`: as written where that is nobody who works here."""

    id: str
    day: dt.date
    held: bool
    officer: str
    name: str


@dataclass(frozen=True, slots=True)
class ChildPage:
    """`office/child.html`. Form to office.reassign: `review`, `to`.

    `may_reassign`, `may_break_glass`: whether whoever looks is a manager. `officers`: who can be given a review.
    """

    child: Child
    reviews: tuple[ReviewLine, ...]
    officers: tuple[Choice, ...]
    left_on: dt.date | None = None
    may_reassign: bool = False
    errors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MergePage:
    """`office/merge.html`. Form to office.merge: `ref` of the child that goes; `sure` does it.

    `gone`: that child, once found; `kept_days` and `gone_days`: of their reviews.
    """

    child: Child
    gone: Child | None = None
    kept_days: tuple[dt.date, ...] = ()
    gone_days: tuple[dt.date, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HandOverPage:
    """`office/hand_over.html`. Form to office.hand_over: `from_id`, `to_id`; `sure` does it.

    `having`: who can give, `officers`: who can take. `children`, `reviews`, `ahead` (not held yet): what would go over
    from `giver` to `taker`, names, once both are chosen.
    """

    having: tuple[Choice, ...]
    officers: tuple[Choice, ...]
    giver: str = ""
    taker: str = ""
    children: int = 0
    reviews: int = 0
    ahead: int = 0
    values: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReasonPage:
    """`office/break_glass.html`. Form to office.break_glass: `because`."""

    child: Child
    values: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BehindPart:
    """What was sent for the review of `day`, or at any time (None)."""

    day: dt.date | None
    sent: tuple[Sent, ...]


@dataclass(frozen=True, slots=True)
class BehindPage:
    """`office/behind_glass.html`: what the child sent, to read and nothing else. `until`: London time."""

    child: Child
    until: dt.datetime
    parts: tuple[BehindPart, ...]
    read_only: bool = True
