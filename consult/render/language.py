"""What a template needs to speak a language; the words are passed in, this room loads none."""

from collections.abc import Callable
from dataclasses import dataclass, field


def _same(text: str) -> str:
    return text


def _one_or_many(one: str, many: str, count: int) -> str:
    return one if count == 1 else many


@dataclass(frozen=True, slots=True)
class Language:
    """`tag`: language tag such as `en-GB`, by which it is known: two with one tag are the same.

    `gettext(text)`, `ngettext(one, many, count)`: the translation with its placeholders still in it.
    """

    tag: str
    gettext: Callable[[str], str] = field(compare=False)
    ngettext: Callable[[str, str, int], str] = field(compare=False)


ENGLISH = Language("en-GB", _same, _one_or_many)
