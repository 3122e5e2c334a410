"""What the pages about retention show: kinds, days and officers; never a child or a word."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

SHOWN = 50
"""Lines of one officer on the page; the others are counted."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of one kind are due. `kind`: booklet, message, draft or alert."""

    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """Words whose time was over on `since`, and why they are here: held, open or not_on_file."""

    kind: str
    day: dt.date
    since: dt.date
    waits: str


@dataclass(frozen=True, slots=True)
class OfficersWaiting:
    """What waits for one officer, the longest waiting first, at most SHOWN of `count`. `officer`: blank for nobody."""

    officer: str
    count: int
    lines: Sequence[Waiting]


@dataclass(frozen=True, slots=True)
class Hold:
    """A legal hold, by the authority's own reference of the child."""

    ref: str
    since: dt.datetime
    because: str


@dataclass(frozen=True, slots=True)
class RetentionPage:
    """`office/retention.html`. Fields days and months (the rule); ref and because (a new hold).

    `limits`: least and most days, least and most months.
    """

    ready: tuple[Counted, ...]
    waiting: tuple[OfficersWaiting, ...]
    holds: tuple[Hold, ...]
    limits: tuple[int, int, int, int]
    values: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def ready_count(self) -> int:
        """Of all kinds."""
        return sum(each.count for each in self.ready)


@dataclass(frozen=True, slots=True)
class DestroyPage:
    """`office/destroy.html`: asks once more."""

    ready: tuple[Counted, ...]
