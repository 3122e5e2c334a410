"""A drawing with a title, or words in its place."""

import pytest

from consult.booklet.answers import LONGEST, Answer, Given, NotAnAnswer
from consult.booklet.kinds.drawing import Drawing
from consult.booklet.model import Question

DRAWING = Drawing()
WEEK = Question("week", "drawing", "Draw your week.")
STROKES = "[[0,1,10,20,30,40]]"


def read(drawing: str = "", words: str = "") -> Answer:
    return DRAWING.read(WEEK, Given(words=words, fields={"drawing": drawing}))


def test_a_drawing_words_or_both() -> None:
    assert read(STROKES) == Answer(drawing=STROKES)
    assert read(STROKES, " \n") == Answer(drawing=STROKES)
    assert read("", " my bike ") == Answer((), " my bike ")
    assert read(" [ [0, 1, 10.4, 20, 30, 40.0] ] ", "my bike") == Answer((), "my bike", drawing=STROKES)


@pytest.mark.parametrize("empty", ["", " ", "[]"])
def test_an_empty_sheet_is_no_answer(empty: str) -> None:
    with pytest.raises(NotAnAnswer, match="nothing_picked"):
        read(empty)


def test_a_long_title_and_a_broken_drawing_are_refused() -> None:
    with pytest.raises(NotAnAnswer, match="too_long"):
        read(STROKES, "x" * (LONGEST + 1))
    with pytest.raises(NotAnAnswer, match="broken_drawing"):
        read("[[0,1,NaN,20]]", "my bike")


def test_a_form_filled_with_it_gives_it_back() -> None:
    for answer in (Answer(drawing=STROKES), Answer((), "x", drawing=STROKES), Answer((), "x")):
        assert DRAWING.read(WEEK, DRAWING.fill(WEEK, answer)) == answer


def test_it_cannot_come_in_by_a_file() -> None:
    with pytest.raises(NotAnAnswer, match="not_in_a_file"):
        DRAWING.read_cell(WEEK, STROKES)
