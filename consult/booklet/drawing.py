"""A drawing as strokes: read from what a browser sent, kept as compact JSON, drawn again as SVG paths.

`[[colour, pen, x, y, x, y, ...], ...]`: places in COLOURS and PENS, then points on a sheet of WIDTH by HEIGHT.
"""

import json
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Never

from consult.booklet.answers import NotAnAnswer

WIDTH, HEIGHT = 600, 400
COLOURS = ("#2b2440", "#c8452f", "#e0a100", "#2f8a4f", "#2f6fb5", "#7a4e36")
"""Black, red, yellow, green, blue, brown, on white."""
PENS = (5, 16)
MOST_BYTES = 200_000
MOST_POINTS = 20_000
MOST_STROKES = 2_000


@dataclass(frozen=True, slots=True)
class Stroke:
    """One line without lifting the pen; `colour`, `pen`: places in COLOURS and PENS; one point is a dot."""

    colour: int
    pen: int
    points: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A stroke as an SVG path: its data, its colour and its width in units of the sheet."""

    d: str
    colour: str
    width: int


def read_strokes(text: str) -> tuple[Stroke, ...]:
    """The strokes of a drawing, points rounded to whole units; none for an empty sheet.

    Raises NotAnAnswer: big_drawing over MOST_BYTES, MOST_POINTS or MOST_STROKES, broken_drawing for all but strokes.
    """
    if not text.strip():
        return ()
    if len(text) > MOST_BYTES or len(text.encode(errors="replace")) > MOST_BYTES:
        raise NotAnAnswer("big_drawing")
    if text.count(",[") > MOST_STROKES:  # counted before anything is built from them
        raise NotAnAnswer("big_drawing")
    try:
        rows = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise NotAnAnswer("broken_drawing") from None
    if not isinstance(rows, list):
        raise NotAnAnswer("broken_drawing")
    if len(rows) > MOST_STROKES:
        raise NotAnAnswer("big_drawing")
    strokes = tuple(_read_stroke(row) for row in rows)
    if sum(len(stroke.points) for stroke in strokes) > MOST_POINTS:
        raise NotAnAnswer("big_drawing")
    return strokes


def write_strokes(strokes: tuple[Stroke, ...]) -> str:
    """The reverse of `read_strokes`, as short as it gets."""
    rows = [[each.colour, each.pen, *(unit for point in each.points for unit in point)] for each in strokes]
    return json.dumps(rows, separators=(",", ":"))


def draw(text: str) -> tuple[Line, ...]:
    """What `write_strokes` wrote, drawn again; nothing for a drawing that is broken."""
    try:
        return tuple(_draw(stroke) for stroke in read_strokes(text))
    except NotAnAnswer:
        return ()


def _draw(stroke: Stroke) -> Line:
    x, y = stroke.points[0]
    steps = [(after[0] - before[0], after[1] - before[1]) for before, after in pairwise(stroke.points)] or [(0, 0)]
    # Steps between points are shorter to send than the points themselves.
    data = f"M{x} {y}l" + " ".join(f"{across} {down}" for across, down in steps)
    return Line(data, COLOURS[stroke.colour], PENS[stroke.pen])


def _read_stroke(row: Any) -> Stroke:
    # by type, not isinstance: to Python, true is an int
    if not isinstance(row, list) or len(row) < 4 or len(row) % 2 or not set(map(type, row)) <= {int, float}:
        raise NotAnAnswer("broken_drawing")
    colour, pen, across, down = row[0], row[1], row[2::2], row[3::2]
    if colour not in range(len(COLOURS)) or pen not in range(len(PENS)):
        raise NotAnAnswer("broken_drawing")
    if min(across) < 0 or max(across) > WIDTH or min(down) < 0 or max(down) > HEIGHT:
        raise NotAnAnswer("broken_drawing")
    return Stroke(int(colour), int(pen), tuple(zip(map(round, across), map(round, down), strict=True)))


def _refuse(constant: str) -> Never:
    raise ValueError(constant)
