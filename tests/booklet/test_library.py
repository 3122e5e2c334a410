"""The booklets we ship: sound, easy to read, asking what must be asked."""

from dataclasses import replace

import pytest

from consult.booklet.advice import EASE, advise
from consult.booklet.kinds import KINDS
from consult.booklet.model import Booklet
from consult.booklet.reading import booklet_grade, longest_sentence
from consult.booklet.yaml_file import read_yaml
from tests.booklet.booklets import FILES

BOOKLETS = {path.stem: read_yaml(path.read_text())[0] for path in FILES}
CHILD = BOOKLETS["about-me-under-11"]
YOUNG = BOOKLETS["about-me-11-plus"]
AFTER = BOOKLETS["after-review"]
YES_NO_UNSURE = {
    "happy_home", "family_time_happy", "want_change", "sw_listens", "school_well", "worries",
    "gone_well", "sw_enough", "school_happy", "activities", "health_worries", "bullying_enough_done",
}  # fmt: skip
HARD = (
    "Are the contact arrangements concerning your placement satisfactory, and why would you not recommend them to us?"
)

every_booklet = pytest.mark.parametrize("booklet", BOOKLETS.values(), ids=BOOKLETS)


@every_booklet
def test_no_faults_and_no_advice(booklet: Booklet | None) -> None:
    assert booklet is not None
    assert advise(booklet) == []


@every_booklet
def test_the_file_is_named_by_its_key(booklet: Booklet) -> None:
    assert BOOKLETS[booklet.key] is booklet


@pytest.mark.parametrize(("booklet", "grade", "length"), [(CHILD, 2, 10), (YOUNG, 5, 14), (AFTER, 2, 10)])
def test_reading_grade_and_sentence_length(booklet: Booklet, grade: float, length: int) -> None:
    assert booklet_grade(booklet) <= grade
    assert longest_sentence(booklet) <= length


@pytest.mark.parametrize("booklet", [CHILD, YOUNG, AFTER])
def test_hard_wording_would_be_found(booklet: Booklet) -> None:
    section = booklet.sections[0]
    harder = replace(section, questions=tuple(replace(each, text=HARD) for each in section.questions))
    spoilt = replace(booklet, sections=(harder,))
    assert booklet_grade(spoilt) > EASE[booklet.audience].grade
    assert longest_sentence(spoilt) > EASE[booklet.audience].words
    told = " ".join(advice.sentence for advice in advise(spoilt))
    for sign in ("reading grade", "This sentence has", "blame", "“placement”", "“contact”"):
        assert sign in told


def test_how_many_questions_each_age_is_asked() -> None:
    def top_level(booklet: Booklet, age: int) -> int:
        return sum(question.fits_age(age) and not question.only_if for question in booklet)

    assert [top_level(CHILD, age) for age in (4, 10)] == [11, 11]
    assert [top_level(YOUNG, age) for age in (11, 15, 16, 17)] == [15, 15, 17, 17]
    assert [top_level(AFTER, age) for age in (7, 17)] == [4, 4]


def test_every_kind_is_used() -> None:
    assert {question.kind for booklet in BOOKLETS.values() for question in booklet} == set(KINDS)


@every_booklet
def test_trend_keys_keep_their_answers(booklet: Booklet) -> None:
    for question in booklet:
        if question.key in YES_NO_UNSURE:
            assert [option.key for option in question.options] == ["yes", "no", "unsure"]


def test_shared_keys_mean_the_same_kind_of_answer() -> None:
    for question in CHILD:
        twin = YOUNG.find(question.key)
        assert twin is None or twin.kind == question.kind


@pytest.mark.parametrize("booklet", [CHILD, YOUNG])
def test_what_no_booklet_may_leave_out(booklet: Booklet) -> None:
    more = booklet.find("feel_safe_more")
    assert more is not None
    assert more.kind == "words"
    assert set(more.only_if[0].any_of) == {"sometimes", "no", "unsure"}
    assert booklet.find("feel_safe").kind == "choice"
    assert {"talk_alone", "advocate"} <= {option.key for option in booklet.find("review_wishes").options}
    assert "An advocate is" in booklet.find("review_wishes").hint
    for key in ("want_change", "want_change_more", "review_people"):
        assert booklet.find(key) is not None
