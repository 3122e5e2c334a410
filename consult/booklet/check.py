"""The rules that a booklet keeps before anybody is asked; without them it is not published."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from consult.booklet.answers import clean
from consult.booklet.faults import Fault
from consult.booklet.kinds import KINDS, Kind
from consult.booklet.model import AUDIENCES, Booklet, Condition, Option, Question
from consult.booklet.themes import THEMES

PICTURES = ("p-food", "p-room", "p-outside", "p-pets", "p-people", "p-quiet", "p-play", "p-none")
"""Drawings that an option may carry."""

MOST_QUESTIONS = 200
MOST_OPTIONS = 30
LONGEST_TEXT = 500
LONGEST_KEY = 60
OLDEST = 25

_BOOKLET_KEY = re.compile("[a-z0-9-]+")
_KEY = re.compile("[a-z][a-z0-9_]*")
_OPTION_KEY = re.compile("[0-9]+|[a-z][a-z0-9_]*")


def check(booklet: Booklet) -> list[Fault]:
    """Every broken rule in the booklet's order; empty when it may be published. Lines are not known here."""
    return list(_booklet_faults(booklet))


def _booklet_faults(booklet: Booklet) -> Iterator[Fault]:
    yield from _key_faults("key", booklet.key, _BOOKLET_KEY, "small letters, digits and hyphens")
    if booklet.audience not in AUDIENCES:
        yield Fault("audience", f"“{booklet.audience}” is no audience. The audiences are {', '.join(AUDIENCES)}.")
    yield from _text_faults("title", booklet.title)
    if not booklet.sections:
        yield Fault("sections", "A booklet needs a section.")
    if len(booklet.questions) > MOST_QUESTIONS:
        yield Fault("sections", f"There are {len(booklet.questions)} questions; {MOST_QUESTIONS} are allowed.")
    sections: set[str] = set()
    earlier: dict[str, Question] = {}
    for number, section in enumerate(booklet.sections, start=1):
        path = f"sections[{number}]"
        yield from _key_faults(f"{path}.key", section.key, _KEY, "a small letter, then small letters, digits and _")
        if section.key in sections:
            yield Fault(f"{path}.key", f"Another section has the key “{section.key}” already.")
        sections.add(section.key)
        yield from _text_faults(f"{path}.title", section.title)
        if not section.questions:
            yield Fault(f"{path}.questions", "A section needs a question.")
        for place, question in enumerate(section.questions, start=1):
            yield from _question_faults(f"{path}.questions[{place}]", question, earlier)
            earlier.setdefault(question.key, question)


def _question_faults(path: str, question: Question, earlier: dict[str, Question]) -> Iterator[Fault]:
    yield from _key_faults(f"{path}.key", question.key, _KEY, "a small letter, then small letters, digits and _")
    if question.key in earlier:
        yield Fault(f"{path}.key", f"Another question has the key “{question.key}” already.")
    yield from _text_faults(f"{path}.text", question.text)
    if question.hint:
        yield from _text_faults(f"{path}.hint", question.hint)
    yield from _name_faults(f"{path}.themes", question.themes, THEMES, "theme")
    yield from _age_faults(f"{path}.for_ages", question)
    for number, condition in enumerate(question.only_if, start=1):
        yield from _condition_faults(f"{path}.only_if[{number}]", condition, earlier)
    kind = KINDS.get(question.kind)
    if kind is None:
        yield Fault(f"{path}.kind", f"“{question.kind}” is no kind of question. The kinds are {', '.join(KINDS)}.")
        return
    known = _countable(question, kind)
    if question.headline and not known:
        yield Fault(f"{path}.headline", f"A question of the kind {kind.name} has no options to total.")
    else:
        yield from _name_faults(f"{path}.headline", question.headline, known, "option of this question")
    if question.other and kind.name != "choices":
        yield Fault(f"{path}.other", "Only choices can have “Something else”.")
    yield from _options_faults(f"{path}.options", question, kind)


def _options_faults(path: str, question: Question, kind: Kind) -> Iterator[Fault]:
    keys = [option.key for option in question.options]
    if kind.fixed and (question.options or kind.written_options) and keys != list(kind.fixed):
        yield Fault(path, f"Word all of these for {kind.name}, in this order: {', '.join(kind.fixed)}.")
    elif question.options and not kind.fixed and not kind.written_options:
        yield Fault(path, f"A question of the kind {kind.name} has no options.")
    elif kind.written_options and len(keys) < 2:
        yield Fault(path, f"A question of the kind {kind.name} needs two options or more.")
    elif len(keys) > MOST_OPTIONS:
        yield Fault(path, f"There are {len(keys)} options; {MOST_OPTIONS} are allowed.")
    before: set[str] = set()
    old_keys = Counter(old for option in question.options for old in set(option.was))
    for number, option in enumerate(question.options, start=1):
        where = f"{path}[{number}]"
        yield from _option_faults(where, option, kind)
        if option.key in before:
            yield Fault(f"{where}.key", f"Another option of this question has the key “{option.key}” already.")
        before.add(option.key)
        if question.other and option.key == "other":
            yield Fault(f"{where}.key", "The key “other” belongs to “Something else” here. Take another.")
        for old in option.was:
            if old in keys or old_keys[old] > 1:
                yield Fault(f"{where}.was", f"“{old}” can go to one new option only, and not while it is still there.")


def _option_faults(path: str, option: Option, kind: Kind) -> Iterator[Fault]:
    yield from _key_faults(f"{path}.key", option.key, _OPTION_KEY, "digits, or small letters, digits and _")
    yield from _text_faults(f"{path}.text", option.text)
    if option.picture and option.picture not in PICTURES:
        yield Fault(f"{path}.picture", f"There is no picture “{option.picture}”. They are {', '.join(PICTURES)}.")
    if option.exclusive and kind.name != "choices":
        yield Fault(f"{path}.exclusive", "Only an option of choices can be exclusive.")
    for old in option.was:
        yield from _key_faults(f"{path}.was", old, _OPTION_KEY, "digits, or small letters, digits and _")


def _condition_faults(path: str, condition: Condition, earlier: dict[str, Question]) -> Iterator[Fault]:
    asked = earlier.get(condition.question)
    if asked is None:
        yield Fault(f"{path}.question", f"“{condition.question}” is no earlier question of this booklet.")
        return
    if not condition.any_of:
        yield Fault(f"{path}.is", "Name one answer or more.")
    kind = KINDS.get(asked.kind)
    if kind is None:
        return
    known = _countable(asked, kind)
    if not known:
        yield Fault(f"{path}.question", f"“{asked.key}” is not answered by picking; nothing can depend on it.")
    else:
        yield from _name_faults(f"{path}.is", condition.any_of, known, f"option of “{asked.key}”")


def _countable(question: Question, kind: Kind) -> list[str]:
    """Option keys that an answer can be told by; an open kind's options are only lines to fill in."""
    return [option.key for option in kind.options(question)] if kind.closed else []


def _age_faults(path: str, question: Question) -> Iterator[Fault]:
    ages = [age for age in (question.from_age, question.to_age) if age is not None]
    if any(not 0 <= age <= OLDEST for age in ages):
        yield Fault(path, f"Ages go from 0 to {OLDEST}.")
    elif ages != sorted(ages):
        yield Fault(path, "“from” is greater than “to”, so nobody would be asked.")


def _name_faults(path: str, names: Sequence[str], known: Sequence[str], what: str) -> Iterator[Fault]:
    for number, name in enumerate(names, start=1):
        if name not in known:
            yield Fault(f"{path}[{number}]", f"“{name}” is no {what}. There are {', '.join(known)}.")
        elif name in names[: number - 1]:
            yield Fault(f"{path}[{number}]", f"“{name}” stands here twice. Keep one.")


def _key_faults(path: str, key: str, shape: re.Pattern[str], words: str) -> Iterator[Fault]:
    if not key:
        yield Fault(path, "This is empty.")
    elif not shape.fullmatch(key):
        yield Fault(path, f"“{key}” cannot be a key. A key is written with {words}.")
    elif len(key) > LONGEST_KEY:
        yield Fault(path, f"This key has {len(key)} characters; {LONGEST_KEY} are allowed.")


def _text_faults(path: str, text: str) -> Iterator[Fault]:
    if not text.strip():
        yield Fault(path, "This is empty.")
    elif len(text) > LONGEST_TEXT:
        yield Fault(path, f"This has {len(text)} characters; {LONGEST_TEXT} are allowed.")
    elif clean(text) != text:
        yield Fault(path, "There is a character here that cannot be seen or stored. Delete it.")
