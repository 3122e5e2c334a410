"""A made-up authority whose summer of 2014 gives the published table of snapshot-2014.csv.

51 booklets and 270 reviews as the files a council would import. Which child answered what is
arbitrary and fixed: every question hands its answers round from another child on.
"""

import csv
import io
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).parent
BOOKLETS = {"under-11": "snapshot-under-11", "11-plus": "snapshot-11-plus"}
RETURNED = {"under-11": 26, "11-plus": 25}
FILLERS = ("no", "yes", "unsure")
NAMES = ("Asha", "Ben", "Cara", "Dev", "Esme", "Finn", "Gita", "Hal", "Ines", "Joel", "Kit", "Lena", "Milo", "Nia")
FEELINGS = ("I feel okay today.", "Happy and a bit tired.", "Good.", "Mixed up, but mostly fine.", "Calm.")


@dataclass(frozen=True)
class Child:
    """One child with one review. `booklet`: the one that came back, or "" for none."""

    ref: str
    age: int
    review_date: date
    code: str
    booklet: str


def published_rows() -> list[dict[str, str]]:
    """The published table: band, question, meaning, option, percent, count, answered, asked_if."""
    with (HERE / "snapshot-2014.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def booklet_yaml(band: str) -> str:
    """The test booklet of one band, as a file."""
    return (HERE / f"{BOOKLETS[band]}.yaml").read_text(encoding="utf-8")


def children() -> list[Child]:
    """270 children: 26 and 25 returned a booklet, 73 were under 4, 146 returned none."""
    young = [(index % 4, "PN0", "") for index in range(73)]
    silent = [(4 + index % 14, f"PN{1 + index % 7}", "") for index in range(146)]
    lower = [(4 + index % 7, "PN1" if index % 5 else "PN6", BOOKLETS["under-11"]) for index in range(26)]
    upper = [(11 + index % 7, "PN1" if index % 4 else "PN2", BOOKLETS["11-plus"]) for index in range(25)]
    first = date(2014, 7, 1)
    return [
        Child(f"S{index:03}", age, first + timedelta(days=index * 5 % 92), code, booklet)
        for index, (age, code, booklet) in enumerate([*young, *silent, *lower, *upper], start=1)
    ]


def reviews_csv() -> str:
    """The reviews file of the quarter."""
    header = ["child_ref", "first_name", "date_of_birth", "review_date", "kind", "iro", "participation_code", "held_on"]
    rows = []
    for index, child in enumerate(children()):
        birth = date(child.review_date.year - child.age, 1 + index % 6, 1 + index % 28)
        day = child.review_date.isoformat()
        name = NAMES[index % len(NAMES)]
        rows.append([child.ref, name, birth.isoformat(), day, "subsequent", "Rowan Ellis", child.code, day])
    return _csv(header, rows)


def answers_csv() -> str:
    """The booklets of the quarter, one row a question that was reached; a blank answer is a skip."""
    header = ["child_ref", "review_date", "booklet", "question", "answer", "submitted_on"]
    rows = []
    for band, booklet in BOOKLETS.items():
        back = [child for child in children() if child.booklet == booklet]
        for question, cells in _cells(band).items():
            for child, cell in zip(back, cells, strict=True):
                if cell is not None:
                    sent = child.review_date - timedelta(days=4)
                    rows.append([child.ref, child.review_date.isoformat(), booklet, question, cell, sent.isoformat()])
    return _csv(header, rows)


def _cells(band: str) -> dict[str, list[str | None]]:
    """Question -> one cell a child; "" is a skip, None was not asked."""
    asked: dict[str, list[dict[str, str]]] = {}
    for row in published_rows():
        if row["band"] == band:
            asked.setdefault(row["question"], []).append(row)
    cells: dict[str, list[str | None]] = {}
    for index, (question, rows) in enumerate(asked.items()):
        reached = _reached(rows[0]["asked_if"], cells, RETURNED[band])
        given = _answers(rows)
        given += [""] * (len(reached) - len(given))
        turning = deque(given)
        turning.rotate(index * 3)
        cells[question] = [turning.popleft() if child in reached else None for child in range(RETURNED[band])]
    return cells


def _reached(asked_if: str, cells: Mapping[str, list[str | None]], children: int) -> list[int]:
    if not asked_if:
        return list(range(children))
    question, _, wanted = asked_if.partition("=")
    return [child for child, cell in enumerate(cells[question]) if cell in wanted.split("|")]


def _answers(rows: Iterable[Mapping[str, str]]) -> list[str]:
    """Every answer given to one question: what was published, and the rest spread where nothing was."""
    counts: dict[str, int] = {}
    for row in rows:
        counts[row["option"]] = int(row["count"])
        answered = int(row["answered"])
    if "(answered)" in counts:
        return [FEELINGS[index % len(FEELINGS)] for index in range(counts["(answered)"])]
    if "yes+sometimes" in counts:
        both = counts.pop("yes+sometimes")
        counts |= {"yes": both - 3, "sometimes": 3}
    filler = next(option for option in FILLERS if option not in counts)
    counts[filler] = answered - sum(counts.values())
    return [option for option, count in counts.items() for _ in range(count)]


def _csv(header: list[str], rows: Iterable[list[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()
