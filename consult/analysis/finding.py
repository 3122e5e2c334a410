"""What goes into the analysis and what comes out of it."""

from dataclasses import dataclass
from typing import Any, Literal

Mood = Literal["positive", "negative", "neutral", "mixed", "not_assessed"]


@dataclass(frozen=True, slots=True)
class Utterance:
    """One free-text answer as given, with the question it answers.

    `question_themes` are the themes that the booklet gives the question; without them they are guessed from
    `question_context`. `age_band` is "under-11", "11-plus" or "" when not known.
    """

    text: str
    question_context: str = ""
    language: str = "en"
    age_band: str = ""
    question_themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Because:
    """A rule that decided, and the part of the text (offsets in characters, end exclusive) it decided on."""

    rule: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """The guess about one answer: its mood, its themes, and whether an adult should read it today."""

    sentiment: Mood
    themes: tuple[str, ...] = ()
    disclosure: bool = False
    because: tuple[Because, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The finding as plain values, with the field names of the `analyse` command."""
        return {
            "sentiment": self.sentiment,
            "themes": list(self.themes),
            "disclosure": self.disclosure,
            "because": [{"rule": each.rule, "start": each.start, "end": each.end} for each in self.because],
        }
