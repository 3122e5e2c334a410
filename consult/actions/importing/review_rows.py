"""A reviews file as rows with a meaning, checked as far as the file alone allows."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from consult.actions.importing.cells import EARLIEST, Cells
from consult.actions.importing.faults import Fault, Faulty
from consult.actions.importing.table import Row, read_table
from consult.store.reviews import CHAIRED, CODES, KINDS, SEEN, YOUNGEST, age_on

NEEDED = (
    "child_ref",
    "first_name",
    "date_of_birth",
    "review_date",
    "kind",
    "iro",
    "participation_code",
    "held_on",
)
LONGEST = {
    "team": 80,
    "home_type": 80,
    "out_of_area": 20,
    "gender": 40,
    "ethnic_group": 80,
    "disability": 40,
    "language": 40,
    "late_reason": 200,
}
LISTED = {"seen_beforehand": SEEN, "chaired": CHAIRED}
OPTIONAL = (*LONGEST, *LISTED, "review_ref")
OLDEST = 21
FURTHEST = dt.timedelta(days=730)


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One review of a file. `ref` is blank where the file gives none.

    `values`: column -> value of kind, held_on, participation_code and those optional columns that the file has.
    """

    number: int
    child_ref: str
    first_name: str
    date_of_birth: dt.date
    review_date: dt.date
    iro: str
    ref: str
    values: dict[str, Any]


def read_reviews(content: str | bytes, today: dt.date) -> list[ReviewRow]:
    """The reviews of a file. Raises Faulty with every fault that the file alone shows."""
    table, faults = read_table(content, NEEDED, OPTIONAL)
    rows = [read for row in table if (read := _read(Cells(row, faults), row, today))]
    faults += _clashes(rows)
    if faults:
        raise Faulty(faults)
    return rows


def _read(cells: Cells, row: Row, today: dt.date) -> ReviewRow | None:
    child_ref = cells.text("child_ref", 60, needed=True)
    first_name = cells.text("first_name", 60, needed=True)
    born, date, held = cells.date("date_of_birth"), cells.date("review_date"), cells.date("held_on", needed=False)
    values: dict[str, Any] = {
        "kind": cells.code("kind", KINDS, needed=True),
        "participation_code": cells.code("participation_code", CODES),
        "held_on": held,
    }
    values |= {name: cells.text(name, longest) for name, longest in LONGEST.items() if name in row.cells}
    values |= {name: cells.code(name, codes) for name, codes in LISTED.items() if name in row.cells}
    iro, ref = cells.text("iro", 200), cells.text("review_ref", 60)
    _check_day(cells, date, held, today)
    if born is not None and date is not None:
        _check_age(cells, born, held or date, values["participation_code"], today)
    if not cells.sound or born is None or date is None:
        return None
    return ReviewRow(row.number, child_ref, first_name, born, date, iro, ref, values)


def _check_day(cells: Cells, date: dt.date | None, held: dt.date | None, today: dt.date) -> None:
    if date is not None and not EARLIEST <= date <= today + FURTHEST:
        cells.note("review_date", "This day is before 1990 or more than two years ahead.")
    if held is not None and held > today:
        cells.note("held_on", "This day is still to come. Leave it blank until the review was held.")
    elif held is not None and held < EARLIEST:
        cells.note("held_on", "This day is before 1990.")


def _check_age(cells: Cells, born: dt.date, day: dt.date, code: str, today: dt.date) -> None:
    age = age_on(day, born)
    if born > today:
        cells.note("date_of_birth", "This day is still to come.")
    elif born > day:
        cells.note("date_of_birth", "This is after the review.")
    elif age > OLDEST:
        cells.note("date_of_birth", f"The child would be {age} on the day of the review, which is past {OLDEST}.")
    elif code in CODES and (code == "PN0") != (age < YOUNGEST):
        wanted = "only PN0 fits under 4" if age < YOUNGEST else "PN0 is only for children under 4"
        cells.note("participation_code", f"The child is {age} on the day of the review; {wanted}.")


def _clashes(rows: Iterable[ReviewRow]) -> Iterable[Fault]:
    """Rows of one file that contradict one another."""
    refs: dict[str, int] = {}
    days: dict[tuple[str, dt.date], int] = {}
    births: dict[str, tuple[dt.date, int]] = {}
    for row in rows:
        first = refs.setdefault(row.ref, row.number) if row.ref else row.number
        if first != row.number:
            yield Fault(row.number, "review_ref", f"Row {first} has the same reference. Each review is there once.")
        first = days.setdefault((row.child_ref, row.review_date), row.number)
        if first != row.number:
            yield Fault(row.number, "review_date", f"Row {first} is a review of the same child on the same day.")
        born, first = births.setdefault(row.child_ref, (row.date_of_birth, row.number))
        if born != row.date_of_birth:
            yield Fault(row.number, "date_of_birth", f"Row {first} has another date of birth for this child.")
