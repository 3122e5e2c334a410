"""What somebody answered to one question, and why an answer may be refused."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

LONGEST = 20_000
"""Characters of free text taken; longer text goes back into the box with a sentence."""

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text without what PostgreSQL and XML refuse; newline and tab stay, CRLF and CR become LF."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


@dataclass(frozen=True, slots=True)
class Wish:
    """Whether somebody should be there. One of `key` (a listed person) and `name` (own words) is set.

    `wish`: come, not, or either ("I don't mind").
    """

    wish: str
    key: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """`picked`: option keys in the question's order (a scale's number as a string); `words`: free text.

    `people`: wishes about people, the listed ones first. `drawing`: strokes as `consult.booklet.drawing`
    writes them; its title is `words`.
    """

    picked: tuple[str, ...] = ()
    words: str = ""
    people: tuple[Wish, ...] = ()
    drawing: str = ""

    def to_json(self) -> dict[str, Any]:
        """A plain dict for sealing."""
        data: dict[str, Any] = {"picked": list(self.picked), "words": self.words}
        if self.people:
            data["people"] = [[each.wish, each.key, each.name] for each in self.people]
        if self.drawing:
            data["drawing"] = self.drawing
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Answer":
        """The reverse of `to_json`."""
        people = tuple(Wish(*each) for each in data.get("people", ()))
        return cls(tuple(data["picked"]), data["words"], people, data.get("drawing", ""))


@dataclass(frozen=True, slots=True)
class Given:
    """What a form holds before it is read: pressed option keys, typed words, and fields that only its kind knows."""

    picked: tuple[str, ...] = ()
    words: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)


class NotAnAnswer(ValueError):
    """Refused. `fault`: nothing_picked, unknown_option, one_only, exclusive, too_long, not_a_number;

    of people: name_and_wish, too_many_names, long_name; of drawings: big_drawing, broken_drawing, not_in_a_file.
    """

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault
