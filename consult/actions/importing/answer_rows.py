"""An answers file as returned booklets, checked as far as the file alone allows."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from consult.actions.importing.cells import EARLIEST, Cells
from consult.actions.importing.faults import Fault
from consult.actions.importing.table import Row, read_table

NEEDED = ("child_ref", "review_date", "booklet", "question", "answer", "submitted_on")
CODES = {
    "helped_by": ("alone", "carer", "worker", "advocate", "other", "unknown"),
    "read_out": ("yes", "ask", "no"),
    "quote": ("yes", "no"),
}
OPTIONAL = ("edition", "language", *CODES)

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})?")


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer as written."""

    number: int
    question: str
    cell: str


@dataclass(frozen=True, slots=True)
class About:
    """What every row of one booklet says alike; "" and None where the file says nothing."""

    submitted_on: dt.date
    edition: int | None
    language: str
    helped_by: str
    read_out: str
    quote: str


@dataclass(frozen=True, slots=True)
class Paper:
    """One returned booklet. `number`: its first row; `whole`: none of its rows was left out for a fault."""

    number: int
    child_ref: str
    review_date: dt.date
    booklet: str
    about: About
    whole: bool = True
    rows: list[AnswerRow] = field(default_factory=list)


def read_papers(content: str | bytes, today: dt.date) -> tuple[list[Paper], list[Fault]]:
    """The booklets of a file and every fault that the file alone shows. Raises Faulty when there is no reading it."""
    table, faults = read_table(content, NEEDED, OPTIONAL)
    papers: dict[tuple[str, dt.date, str], Paper] = {}
    broken: set[tuple[str, str]] = set()
    for row in table:
        cells = Cells(row, faults)
        child_ref, booklet = cells.text("child_ref", 60, needed=True), cells.text("booklet", 60, needed=True)
        review_date, about = cells.date("review_date"), _read_about(cells, today)
        question = cells.text("question", 60, needed=True)
        if about is None or review_date is None or not cells.sound:
            broken.add((child_ref, booklet))
            continue
        new = Paper(row.number, child_ref, review_date, booklet, about)
        paper = papers.setdefault((child_ref, review_date, booklet), new)
        _check_alike(cells, paper, about)
        paper.rows.append(AnswerRow(row.number, question, row.cells["answer"]))
    faults += _asked_twice(papers.values())
    return [replace(each, whole=(each.child_ref, each.booklet) not in broken) for each in papers.values()], faults


def _read_about(cells: Cells, today: dt.date) -> About | None:
    submitted = cells.date("submitted_on")
    if submitted is not None and submitted > today:
        cells.note("submitted_on", "This day is still to come.")
    elif submitted is not None and submitted < EARLIEST:
        cells.note("submitted_on", "This day is before 1990.")
    language = cells.text("language", 12)
    if language and not _LANGUAGE.fullmatch(language):
        cells.note("language", "This is no language code. English is en, Polish is pl.")
    codes = {column: cells.code(column, known) for column, known in CODES.items()}
    edition = _read_edition(cells, cells.row)
    return None if submitted is None else About(submitted, edition, language, **codes)


def _read_edition(cells: Cells, row: Row) -> int | None:
    written = row["edition"]
    if not written:
        return None
    if not (written.isascii() and written.isdigit() and len(written) < 6):
        cells.note("edition", "This is not the number of an edition.")
        return None
    return int(written)


def _check_alike(cells: Cells, paper: Paper, about: About) -> None:
    for name in About.__slots__:
        if getattr(about, name) != getattr(paper.about, name):
            cells.note(name, f"Row {paper.number} of the same booklet says something else here.")


def _asked_twice(papers: Iterable[Paper]) -> Iterable[Fault]:
    for paper in papers:
        first: dict[str, int] = {}
        for row in paper.rows:
            if first.setdefault(row.question, row.number) != row.number:
                sentence = f"Row {first[row.question]} answers the same question of the same booklet."
                yield Fault(row.number, "question", sentence)
