"""A letter: what an opened envelope holds, read with suspicion, since anybody may seal one."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeGuard

from consult.actions.refusals import Refused
from consult.booklet.answers import Given

LARGEST_NUMBER = 10**9
LONGEST_CAPABILITY = 100
_NAMED = re.compile(r"(?:name|wish)-([0-9]+)")

Fields = tuple[tuple[str, str], ...]
"""A question's form as names and values, in order."""


@dataclass(frozen=True, slots=True)
class Letter:
    """`number`: of the tablet's letters, counted up. `after`: the conversation's sequence as the tablet last knew it.

    `answers`: question key -> its form.
    """

    capability: str
    number: int
    after: int
    answers: Mapping[str, Fields]


def read_letter(text: str) -> Letter:
    """The letter in an opened envelope. Raises Refused forged for anything else."""
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        raise Refused("forged") from None
    if not isinstance(held, dict):
        raise Refused("forged")
    capability, answers = held.get("capability"), held.get("answers")
    number, after = held.get("number"), held.get("after")
    if not (_is_count(number) and _is_count(after) and isinstance(capability, str) and isinstance(answers, dict)):
        raise Refused("forged")
    if len(capability) > LONGEST_CAPABILITY or not capability.isascii():
        raise Refused("forged")
    return Letter(capability, number, after, {name: _fields(form) for name, form in answers.items()})


def given_in(fields: Fields) -> Given:
    """A question's form. A name without a wish, or a wish without a name, is left out: nobody is there to ask."""
    form = dict(fields)
    numbers = {found[1] for name in form if (found := _NAMED.fullmatch(name))}
    halves = {
        number for number in numbers if not (form.get(f"name-{number}", "").strip() and form.get(f"wish-{number}"))
    }
    for number in halves:
        form.pop(f"name-{number}", None)
        form.pop(f"wish-{number}", None)
    return Given(tuple(value for name, value in fields if name == "a"), form.get("words", ""), form)


def _is_count(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST_NUMBER


def _fields(form: Any) -> Fields:
    if not isinstance(form, list):
        raise Refused("forged")
    for pair in form:
        if not (isinstance(pair, list) and len(pair) == 2 and all(isinstance(each, str) for each in pair)):
            raise Refused("forged")
    return tuple((name, value) for name, value in form)
