"""What is wrong with a booklet, and what could be better."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a booklet cannot be used.

    `field`: where, as `sections[1].questions[3].text`, counted from 1; empty for the whole
    file. `line`: 1-based line of the file, None where the booklet did not come from one.
    """

    field: str
    sentence: str
    line: int | None = None

    def __str__(self) -> str:
        """One line for a screen: `line 12, sections[1].title: This is empty.`"""
        places = [f"line {self.line}" if self.line else "", self.field]
        place = ", ".join(part for part in places if part)
        return f"{place}: {self.sentence}" if place else self.sentence


@dataclass(frozen=True, slots=True)
class Advice:
    """What would make a sound booklet easier or fairer; `field` as in Fault."""

    field: str
    sentence: str

    def __str__(self) -> str:
        """One line for a screen."""
        return f"{self.field}: {self.sentence}" if self.field else self.sentence
