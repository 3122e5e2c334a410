"""Walk a booklet with what was said so far."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from consult.booklet.answers import Answer
from consult.booklet.model import Booklet, Question


@dataclass(frozen=True, slots=True)
class Turn:
    """A question that was reached and dealt with. `answer` is None where it was skipped."""

    question: Question
    answer: Answer | None
    stone: int


@dataclass(frozen=True, slots=True)
class Walk:
    """Where a conversation stands.

    `turns`: reached and answered or skipped, in the booklet's order. `waiting`: the first
    reached question without either, or None at the end. `stones`: how many top-level
    questions there are for this age; a follow-up stands on the stone of the top-level question
    before it, so the number never grows.
    `stone`: 1-based stone of `waiting`, else `stones`.
    """

    turns: tuple[Turn, ...]
    waiting: Question | None
    stones: int
    stone: int

    def find(self, key: str) -> Turn | None:
        """The turn about this question, or None when it was not reached or still waits."""
        return next((turn for turn in self.turns if turn.question.key == key), None)

    def reaches(self, key: str) -> bool:
        """Whether the question can be answered now: dealt with already, or the one that waits."""
        return (self.waiting is not None and self.waiting.key == key) or self.find(key) is not None


def walk(booklet: Booklet, said: Mapping[str, Answer | None], age: int | None) -> Walk:
    """Derive the walk from `said`: question key -> Answer, or None for a skip; missing = not said yet.

    Questions outside the child's age do not exist. A follow-up is reached when all its
    conditions hold; what was said under one that no longer holds is left out, not deleted.
    """
    turns: list[Turn] = []
    waiting: Question | None = None
    stone = waiting_stone = 0
    held: dict[str, Answer] = {}
    for question in booklet:
        if not question.fits_age(age):
            continue
        if not question.only_if:
            stone += 1
        elif not _conditions_hold(question, held):
            continue
        if question.key in said:
            answer = said[question.key]
            turns.append(Turn(question, answer, stone))
            if answer is not None:
                held[question.key] = answer
        elif waiting is None:
            waiting, waiting_stone = question, stone
    return Walk(tuple(turns), waiting, stone, waiting_stone or stone)


def count_stones(booklet: Booklet, dealt_with: Collection[str], age: int | None) -> tuple[int, int]:
    """How many top-level questions were answered or skipped, of how many; needs no answers, only their keys."""
    top = [question.key for question in booklet if not question.only_if and question.fits_age(age)]
    return sum(key in dealt_with for key in top), len(top)


def _conditions_hold(question: Question, held: Mapping[str, Answer]) -> bool:
    for condition in question.only_if:
        answer = held.get(condition.question)
        if answer is None or not set(answer.picked) & set(condition.any_of):
            return False
    return True
