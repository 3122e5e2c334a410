import pytest

from consult.booklet.model import Question
from tests.booklet.booklets import YES_NO, booklet_of

FIRST = Question("first", "choice", "First?", options=YES_NO)
SECOND = Question("second", "words", "Second?")
BOOKLET = booklet_of(FIRST, SECOND)


def test_questions_are_found_by_key() -> None:
    assert BOOKLET.find("second") is SECOND
    assert BOOKLET.find("third") is None
    assert BOOKLET.section_of("first").key == "all"
    with pytest.raises(KeyError):
        BOOKLET.section_of("third")
    assert list(BOOKLET) == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("from_age", "to_age", "fit"),
    [(None, None, {4, 10, 16, 17, 18}), (16, 17, {16, 17}), (11, None, {16, 17, 18}), (None, 10, {4, 10})],
)
def test_both_ends_of_an_age_are_inclusive(from_age: int | None, to_age: int | None, fit: set[int]) -> None:
    question = Question("q", "words", "?", from_age=from_age, to_age=to_age)
    assert {age for age in (4, 10, 16, 17, 18) if question.fits_age(age)} == fit
    assert question.fits_age(None)
