"""A CSV file as rows with named cells. Knows nothing of what the cells mean."""

import csv
import io
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from consult.actions.importing.faults import Fault, Faulty
from consult.booklet.answers import clean

MOST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 200_000
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `cells`: column -> what is written there, without what cannot be stored."""

    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """The cell on one line, blank where the file has no such column."""
        return " ".join(self.cells.get(column, "").split())


def read_table(content: str | bytes, needed: Sequence[str], optional: Sequence[str]) -> tuple[list[Row], list[Fault]]:
    """The rows that hold something, and those that do not fit the header. Raises Faulty when there is no reading it."""
    reader = csv.reader(io.StringIO(_decode(content), newline=""), strict=True)
    rows: list[Row] = []
    faults: list[Fault] = []
    header: list[str] = []
    for number, cells in _records(reader):
        if not any(cell.strip() for cell in cells):
            continue
        if not header:
            header = _read_header(number, cells, needed, optional)
        elif len(cells) != len(header):
            sentence = (
                f"This row has {len(cells)} cells and the header has {len(header)}. A comma may need quotation marks."
            )
            faults.append(Fault(number, "", sentence))
        else:
            rows.append(Row(number, dict(zip(header, map(clean, cells), strict=True))))
        if number > MOST_ROWS + 1:
            raise Faulty([Fault(0, "", f"The file has more than {MOST_ROWS:,} rows. Split it into several files.")])
    if not header:
        raise Faulty([Fault(0, "", "The file is empty. The first row names the columns.")])
    return rows, faults


def _decode(content: str | bytes) -> str:
    if len(content) > MOST_BYTES:
        raise Faulty([Fault(0, "", "The file is larger than 20 MB. Split it into several files.")])
    if isinstance(content, bytes):
        try:
            content = content.decode()
        except UnicodeDecodeError:
            sentence = "The file is not UTF-8 text. In the spreadsheet, save it as “CSV UTF-8”."
            raise Faulty([Fault(0, "", sentence)]) from None
    return content.removeprefix("\ufeff")


def _records(reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    number = 0
    while True:
        number += 1
        try:
            yield number, next(reader)
        except StopIteration:
            return
        except csv.Error:
            sentence = (
                "The file cannot be read from here on: a quotation mark is missing or too many, or a cell is too long."
            )
            raise Faulty([Fault(number, "", sentence)]) from None


def _read_header(number: int, cells: list[str], needed: Sequence[str], optional: Collection[str]) -> list[str]:
    names = [cell.strip() for cell in cells]
    known = [*needed, *optional]
    if not set(names) & set(known):
        # The names are not repeated: without a header these are a child's data.
        sentence = f"The first row must name the columns, with commas between them: {', '.join(needed)}."
        raise Faulty([Fault(number, "", sentence)])
    faults = [Fault(number, name, "This column is missing.") for name in needed if name not in names]
    for place, name in enumerate(names):
        if not name:
            faults.append(Fault(number, "", f"Column {place + 1} has no name."))
        elif name not in known:
            column = name[:_LONGEST_NAME]
            faults.append(Fault(number, column, f"This column is not known. The columns are {', '.join(known)}."))
        elif name in names[:place]:
            faults.append(Fault(number, name, "This column is there twice."))
    if faults:
        raise Faulty(faults)
    return names
