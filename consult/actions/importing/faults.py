"""What is wrong with a file, and what came of one that was sound."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a file; the sentence never repeats a cell.

    `row`: as a spreadsheet counts it, the header is 1; 0 = the whole file. `column`: its name, blank = the whole row.
    """

    row: int
    column: str
    sentence: str

    def __str__(self) -> str:
        """One line for a screen: `row 5, date_of_birth: This is not a date.`"""
        places = [f"row {self.row}" if self.row else "", self.column]
        place = ", ".join(part for part in places if part)
        return f"{place}: {self.sentence}" if place else self.sentence


class Faulty(Exception):
    """A file with faults: nothing of it came in. `faults` by row."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: fault.row))
        super().__init__(f"{len(self.faults)} faults")


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of the reviews or booklets of a sound file."""

    new: int
    changed: int
    as_before: int
