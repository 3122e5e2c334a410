"""What somebody answered to one question, and why an answer may be refused."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LONGEST = 20_000
"""Characters of free text taken; longer text goes back into the box with a sentence."""

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text without what PostgreSQL and XML refuse; newline and tab stay, CRLF and CR become LF."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


@dataclass(frozen=True, slots=True)
class Answer:
    """`picked`: option keys in the question's order (a scale's number as a string); `words`: free text."""

    picked: tuple[str, ...] = ()
    words: str = ""

    def to_json(self) -> dict[str, Any]:
        """A plain dict for sealing."""
        return {"picked": list(self.picked), "words": self.words}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Answer":
        """The reverse of `to_json`."""
        return cls(tuple(data["picked"]), data["words"])


class NotAnAnswer(ValueError):
    """Refused. `fault`: nothing_picked, unknown_option, one_only, exclusive, too_long, not_a_number."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault
