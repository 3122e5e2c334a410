"""Reading the cells of one row; what is wrong is noted, and reading goes on."""

import datetime as dt
import re
from collections.abc import Collection

from consult.actions.importing.faults import Fault
from consult.actions.importing.table import Row

EARLIEST = dt.date(1990, 1, 1)
"""No review or booklet is older than this; an earlier date is a slip."""

_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_BRITISH = re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})")


def parse_date(text: str) -> dt.date | None:
    """The date written as 2026-03-14 or 14/03/2026; None for anything else."""
    found = _ISO.fullmatch(text) or _BRITISH.fullmatch(text)
    if found is None:
        return None
    try:
        return dt.date(*(int(found[part]) for part in ("year", "month", "day")))
    except ValueError:
        return None


class Cells:
    """One row being read. `faults` collects what is wrong in it."""

    def __init__(self, row: Row, faults: list[Fault]) -> None:
        self.row = row
        self._faults = faults
        self._before = len(faults)

    @property
    def sound(self) -> bool:
        """Whether nothing was wrong in this row so far."""
        return len(self._faults) == self._before

    def note(self, column: str, sentence: str) -> None:
        """Something is wrong here."""
        self._faults.append(Fault(self.row.number, column, sentence))

    def text(self, column: str, longest: int, *, needed: bool = False) -> str:
        """The cell's words on one line."""
        words = self.row[column]
        if needed and not words:
            self.note(column, "This is empty.")
        elif len(words) > longest:
            self.note(column, f"This has {len(words)} characters; {longest} are allowed.")
        return words

    def date(self, column: str, *, needed: bool = True) -> dt.date | None:
        """The cell's date; None where it is blank or none."""
        text = self.row[column]
        if not text:
            if needed:
                self.note(column, "This is empty.")
            return None
        date = parse_date(text)
        if date is None:
            self.note(column, "This is not a date. Write it as 2026-03-14 or 14/03/2026.")
        return date

    def code(self, column: str, codes: Collection[str], *, needed: bool = False) -> str:
        """One of these codes, or blank."""
        code = self.row[column]
        if code and code not in codes:
            self.note(column, f"This is not one of {', '.join(codes)}.")
        elif needed and not code:
            self.note(column, f"This is empty. It is one of {', '.join(codes)}.")
        return code
