from dataclasses import replace

import pytest

from consult.booklet.advice import EASE, advise
from consult.booklet.model import AUDIENCES, Question
from tests.booklet.booklets import YES_NO, booklet_of

PLAIN = Question("home", "choice", "Is it good or not good where you live?", options=YES_NO)
FIELD = "sections[1].questions[1]"


def advice_on(text: str, audience: str = "young_person") -> list[str]:
    return [advice.sentence for advice in advise(booklet_of(replace(PLAIN, text=text), audience=audience))]


def test_plain_wording_needs_none() -> None:
    for audience in AUDIENCES:
        assert advise(booklet_of(PLAIN, audience=audience)) == []
    assert set(EASE) == set(AUDIENCES)


def test_hard_words_are_graded() -> None:
    told = advice_on("Are accommodation arrangements satisfactory or unsatisfactory?")
    assert len(told) == 1
    assert told[0].startswith("The reading grade is 2")


@pytest.mark.parametrize(("audience", "most"), [("child", 10), ("young_person", 14), ("parent", 25)])
def test_a_sentence_may_have_so_many_words(audience: str, most: int) -> None:
    short = "is it ok " * 9
    fits, over = (" ".join(short.split()[:count]) + "?" for count in (most, most + 1))
    assert not [told for told in advice_on(fits, audience) if "This sentence" in told]
    assert [told for told in advice_on(over, audience) if f"{most + 1} words; {most} or fewer" in told]


@pytest.mark.parametrize(
    "text",
    [
        "Why do you feel bad?",
        "You like it here, don't you?",
        "Isn’t it nice here?",
        "Do you agree it is good?",
        "How happy are you here?",
        "How much do you like it here?",
        "What three good things are there?",
        "What is good here?",
    ],
)
def test_leading_wording_is_named(text: str) -> None:
    advice = advise(booklet_of(replace(PLAIN, text=text)))
    assert [each.field for each in advice] == [f"{FIELD}.text"]


@pytest.mark.parametrize("text", ["How do you feel, happy or sad?", "How happy or sad do you feel?", "Whys and ways?"])
def test_fair_wording_is_left_alone(text: str) -> None:
    assert advice_on(text) == []


def test_words_of_the_office_are_named_to_children_only() -> None:
    assert advice_on("Is your placement good or not good?") == [
        "“placement” is a word of the office. Plainer: where you live."
    ]
    assert advice_on("Is the placement good or not good?", "professional") == []


def test_not_knowing_is_an_answer() -> None:
    sure = booklet_of(replace(PLAIN, options=YES_NO[:2]))
    assert [each.field for each in advise(sure)] == [f"{FIELD}.options"]
    assert advise(replace(sure, audience="parent")) == []
