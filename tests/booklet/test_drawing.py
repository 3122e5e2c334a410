"""Drawings from anywhere: read, kept, drawn again, and whatever else arrives refused."""

import json
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.booklet.answers import NotAnAnswer
from consult.booklet.drawing import (
    COLOURS,
    HEIGHT,
    MOST_BYTES,
    MOST_POINTS,
    MOST_STROKES,
    PENS,
    WIDTH,
    Line,
    Stroke,
    draw,
    read_strokes,
    write_strokes,
)

POINTS = st.tuples(st.integers(0, WIDTH), st.integers(0, HEIGHT))
STROKES = st.lists(
    st.builds(
        Stroke,
        st.integers(0, len(COLOURS) - 1),
        st.integers(0, len(PENS) - 1),
        st.lists(POINTS, min_size=1, max_size=9).map(tuple),
    ),
    max_size=5,
).map(tuple)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=2), inner, max_size=2),
)


def fault_of(text: str) -> str:
    with pytest.raises(NotAnAnswer) as refused:
        read_strokes(text)
    return refused.value.fault


@given(STROKES)
def test_strokes_survive(strokes: tuple[Stroke, ...]) -> None:
    assert read_strokes(write_strokes(strokes)) == strokes
    assert len(draw(write_strokes(strokes))) == len(strokes)


def test_units_are_rounded_into_the_sheet() -> None:
    assert read_strokes("[[5,1,599.6,0.4,600,400,0,0]]") == (Stroke(5, 1, ((600, 0), (600, 400), (0, 0))),)


def test_drawn_again() -> None:
    assert draw("[[0,0,10,20,13,18,13,25],[4,1,7,8]]") == (
        Line("M10 20l3 -2 0 7", COLOURS[0], PENS[0]),
        Line("M7 8l0 0", COLOURS[4], PENS[1]),
    )
    assert draw("[[0,0,10,20,'") == ()


@pytest.mark.parametrize(
    "text",
    [
        "{}", "null", "1", '"[]"', "[1]", "[[]]", "[[0,0]]", "[[0,0,1]]", "[[0,0,1,2,3]]", "[[0,0,1,2],7]",
        "[[6,0,1,2]]", "[[-1,0,1,2]]", "[[0,2,1,2]]", "[[0.5,0,1,2]]", "[[true,0,1,2]]", "[[0,0,true,2]]",
        "[[0,0,601,2]]", "[[0,0,1,401]]", "[[0,0,-1,2]]", "[[0,0,NaN,2]]", "[[0,0,Infinity,2]]", "[[0,0,-Infinity,2]]",
        "[[0,0,1e999,2]]", "[[0,0,1e400,2]]", '[[0,0,"1",2]]', "[[0,0,null,2]]", "[[0,0,[1],2]]",
        "[[0,0,1,2]", "[[0,0,1,2]]]",
        f"[[0,0,{'9' * 400},2]]", f"[[0,0,{'9' * 5000},2]]", "\x00", "<svg onload=alert(1)>", "[[0,0,1,2]]\ud800",
    ],
)  # fmt: skip
def test_what_is_no_drawing(text: str) -> None:
    assert fault_of(text) == "broken_drawing"


@given(ANYTHING)
def test_any_json_is_strokes_or_refused(value: Any) -> None:
    try:
        strokes = read_strokes(json.dumps(value))
    except NotAnAnswer:
        return
    assert strokes == read_strokes(write_strokes(strokes))


@given(st.lists(st.lists(st.integers(-2, 700) | st.floats(), max_size=8), max_size=4))
def test_nearly_strokes_stay_on_the_sheet(rows: list[list[float]]) -> None:
    try:
        strokes = read_strokes(json.dumps(rows))
    except NotAnAnswer:
        return
    for x, y in (point for stroke in strokes for point in stroke.points):
        assert 0 <= x <= WIDTH
        assert 0 <= y <= HEIGHT


@given(st.text(max_size=40).filter(lambda text: text.strip() != "[]"))
def test_any_text_is_strokes_or_refused(text: str) -> None:
    if text.strip():
        assert fault_of(text) == "broken_drawing"
    else:
        assert read_strokes(text) == ()


def test_the_limits_are_where_they_are_said_to_be() -> None:
    line = [0, 0] + [1, 2] * MOST_POINTS
    assert len(read_strokes(json.dumps([line], separators=(",", ":")))[0].points) == MOST_POINTS
    assert fault_of(json.dumps([[*line, 1, 2]], separators=(",", ":"))) == "big_drawing"
    dots = [[0, 0, 1, 2]] * MOST_STROKES
    assert len(read_strokes(json.dumps(dots))) == MOST_STROKES
    assert fault_of(json.dumps([*dots, [0, 0, 1, 2]])) == "big_drawing"
    assert read_strokes("[[0,0,1,2]]".ljust(MOST_BYTES))
    assert fault_of("[[0,0,1,2]]".ljust(MOST_BYTES + 1)) == "big_drawing"
    assert fault_of("é" * (MOST_BYTES // 2 + 1)) == "big_drawing"


HOSTILE: dict[str, Callable[[], str]] = {
    "ten million points": lambda: "[[0,0" + ",1,2" * 10_000_000 + "]]",
    "deep": lambda: "[" * 190_000,
    "deep objects": lambda: '{"a":' * 38_000,
    "many strokes": lambda: "[" + ",".join(["[0,0,1,2,3,4]"] * MOST_STROKES) + "]",
    "many empty strokes": lambda: "[" + ",".join(["[]"] * 60_000) + "]",
    "long numbers": lambda: "[[0,0," + ",".join(["1." + "1" * 4000] * 45) + ",1]]",
    "big numbers": lambda: "[[0,0," + ",".join(["9" * 4200] * 45) + ",1]]",
    "exponents": lambda: "[[0,0," + ",".join(["1e-9999"] * 20_000) + "]]",
    "one long string": lambda: '["' + "\\u0041" * 33_000 + '"]',
    "white space": lambda: " " * 190_000 + "[",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_takes_long(name: str) -> None:
    text = HOSTILE[name]()
    began = time.process_time()
    with suppress(NotAnAnswer):
        text = write_strokes(read_strokes(text))
    kept = time.process_time()
    draw(text)
    assert kept - began < 0.2
    assert time.process_time() - kept < 0.2
