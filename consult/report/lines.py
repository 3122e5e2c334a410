"""One question through its editions: a published key keeps its meaning, so its answers are joined."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from consult.booklet.kinds import KINDS
from consult.booklet.model import Booklet, Option, Question, Section

OTHER = Option("other", "")
"""What `other: true` adds to `choices`: something else, in own words."""


@dataclass(frozen=True)
class Line:
    """`question`, `section`: as worded in the newest edition in use that asks it.

    `options`: the newest ones in their order, then old ones that no new option says it was.
    `joined`: (old, new) options that count as one. `retired`: the old ones just mentioned.
    `now`: (edition, option key then) -> option key under which it is counted.
    """

    question: Question
    section: Section
    newest: int
    options: tuple[Option, ...]
    joined: tuple[tuple[Option, Option], ...]
    retired: tuple[Option, ...]
    reworded: bool
    now: Mapping[tuple[int, str], str]


def options_of(question: Question) -> tuple[Option, ...]:
    """The options that are counted: none for an open question."""
    kind = KINDS[question.kind]
    if not kind.closed:
        return ()
    options = kind.options(question)
    needs_other = question.other and OTHER.key not in {option.key for option in options}
    return (*options, OTHER) if needs_other else options


def draw_lines(editions: Mapping[int, Booklet], in_use: Iterable[int]) -> tuple[Line, ...]:
    """The questions of one booklet's editions in use: the newest edition's in order, then retired ones."""
    numbers = sorted(in_use, reverse=True)
    newest_holder: dict[str, int] = {}
    for number in numbers:
        for question in editions[number]:
            newest_holder.setdefault(question.key, number)
    return tuple(_draw(key, newest, editions, numbers) for key, newest in newest_holder.items())


def _draw(key: str, newest: int, editions: Mapping[int, Booklet], in_use: list[int]) -> Line:
    asked = {number: found for number, booklet in sorted(editions.items()) if (found := booklet.find(key))}
    question = asked[newest]
    newest_options = options_of(question)
    by_key = {option.key: option for option in newest_options}
    now: dict[tuple[int, str], str] = {}
    joined: dict[tuple[Option, Option], None] = {}
    retired: dict[str, Option] = {}
    for number in (number for number in in_use if number in asked):
        for option in options_of(asked[number]):
            today = _follow(option.key, number, newest, asked)
            now[number, option.key] = today
            if today not in by_key:
                retired.setdefault(today, replace(option, key=today))
            elif today != option.key:
                joined.setdefault((option, by_key[today]))
    return Line(
        question=question,
        section=editions[newest].section_of(key),
        newest=newest,
        options=(*newest_options, *retired.values()),
        joined=tuple(joined),
        retired=tuple(retired.values()),
        reworded=any(asked[number].text != question.text for number in in_use if number in asked),
        now=now,
    )


def _follow(option: str, since: int, newest: int, asked: Mapping[int, Question]) -> str:
    # `was` outranks an equal key: an edition may give an old key to another answer.
    for number, question in asked.items():
        if since < number <= newest:
            option = next((later.key for later in question.options if option in later.was), option)
    return option
