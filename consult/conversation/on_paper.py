"""A booklet on paper: all questions at once, each with the number that stands beside it."""

import string
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from consult.booklet.answers import Answer
from consult.booklet.model import Booklet, Condition, Question
from consult.conversation.walk import Walk


@dataclass(frozen=True, slots=True)
class Printed:
    """A question as it stands on paper. `number`: "3", a follow-up below it "3a"."""

    number: str
    question: Question


@dataclass(frozen=True, slots=True)
class Stray:
    """An answer that nothing led to. `needed`: the condition that fails; `unsaid`: its question has no answer."""

    question: Question
    needed: Condition
    unsaid: bool


def lay_out(booklet: Booklet, age: int | None) -> tuple[Printed, ...]:
    """Every question that a child of this age can come to, in order. None: questions for any age."""
    printed: dict[str, Printed] = {}
    number = below = 0
    for question in booklet:
        if not question.fits_age(age) or any(needed.question not in printed for needed in question.only_if):
            continue
        if question.only_if:
            below += 1
            printed[question.key] = Printed(f"{number}{string.ascii_lowercase[(below - 1) % 26]}", question)
        else:
            number, below = number + 1, 0
            printed[question.key] = Printed(str(number), question)
    return tuple(printed.values())


def find_strays(
    booklet: Booklet, walked: Walk, said: Mapping[str, Answer | None], spoiled: Collection[str]
) -> Iterator[Stray]:
    """Follow-ups in `said` that the walk does not reach.

    One that hangs on another stray, or on a question whose answer could not be read (`spoiled`), is not told again.
    """
    for question in booklet:
        if question.key not in said or walked.find(question.key):
            continue
        for needed in question.only_if:
            earlier = walked.find(needed.question)
            if needed.question in spoiled or (earlier is None and needed.question in said):
                break
            if earlier is None or earlier.answer is None or not set(earlier.answer.picked) & set(needed.any_of):
                yield Stray(question, needed, unsaid=earlier is None)
                break
