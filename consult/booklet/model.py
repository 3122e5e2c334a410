"""A booklet as one frozen document: sections of questions, nothing about who answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

AUDIENCES = ("child", "young_person", "parent", "carer", "professional", "after_review", "anytime", "peer_survey")


@dataclass(frozen=True, slots=True)
class Option:
    """One closed answer. `key` is what is stored and counted, `text` what is shown."""

    key: str
    text: str
    picture: str = ""
    exclusive: bool = False
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds when the earlier question was answered with any of these option keys."""

    question: str
    any_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One question. A published key keeps its meaning for ever; its wording may change."""

    key: str
    kind: str
    text: str
    hint: str = ""
    themes: tuple[str, ...] = ()
    headline: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    only_if: tuple[Condition, ...] = ()
    from_age: int | None = None
    to_age: int | None = None
    other: bool = False

    def fits_age(self, age: int | None) -> bool:
        """Whether a child of this age (whole years on the day of the review) is asked; None fits all."""
        if age is None:
            return True
        return (self.from_age is None or age >= self.from_age) and (self.to_age is None or age <= self.to_age)


@dataclass(frozen=True, slots=True)
class Section:
    """Questions under one heading."""

    key: str
    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Booklet:
    """A whole booklet. Frozen once published: an edition is this value and a number."""

    key: str
    audience: str
    title: str
    sections: tuple[Section, ...]

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question in the order in which it is asked."""
        return tuple(question for section in self.sections for question in section.questions)

    @cached_property
    def _by_key(self) -> dict[str, Question]:
        return {question.key: question for question in self.questions}

    @cached_property
    def _section_by_question(self) -> dict[str, Section]:
        return {question.key: section for section in self.sections for question in section.questions}

    def find(self, key: str) -> Question | None:
        """The question with this key, or None."""
        return self._by_key.get(key)

    def section_of(self, key: str) -> Section:
        """The section that holds the question; KeyError when there is none."""
        return self._section_by_question[key]

    def __iter__(self) -> Iterator[Question]:
        return iter(self.questions)
