"""What the page for putting a child's record right shows: plain frozen values."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from consult.web.desk.pages import Child


@dataclass(frozen=True, slots=True)
class Moved:
    """What another date of birth does to the review of `day`; bands are under-11 or 11-plus.

    `wrong_code`: its participation code does not fit the new age.
    """

    day: dt.date
    old_age: int
    age: int
    old_band: str
    band: str
    wrong_code: bool = False


@dataclass(frozen=True, slots=True)
class Correct:
    """`desk/correct.html`. Forms to desk.correct with `do`: name (first_name), birth (date_of_birth; `sure` does it),
    leave (left_on), return.

    `moved`: what the date in `values` would change, before it is done; None where nobody asked.
    """

    child: Child
    born: dt.date
    left_on: dt.date | None = None
    moved: tuple[Moved, ...] | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def wanted(self) -> dt.date:
        """The date in `values`, where something is `moved`."""
        return dt.date.fromisoformat(self.values["date_of_birth"])
