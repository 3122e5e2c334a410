"""What a report is built from: counts, already grouped by the store, never one child's row."""

from collections.abc import Mapping
from dataclasses import dataclass

from consult.booklet.model import Booklet

BANDS = ("under-11", "11-plus")
"""By age on the day of the review, whichever booklet was given; children under 4 are in the first."""

CODES = ("PN0", "PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7")
"""Participation codes of the national return; PN0 is a child under 4."""

MOODS = ("positive", "negative", "neutral", "mixed", "not_assessed")


@dataclass(frozen=True, slots=True)
class ReviewCount:
    """`n` reviews whose day is in the period. `participation_code`: PN0 to PN7, or "" for none."""

    band: str
    outcome: str
    participation_code: str
    held: bool
    n: int


@dataclass(frozen=True, slots=True)
class AnswerCount:
    """`n` returned booklets in which the question was reached. `state`: answered or skipped."""

    booklet: str
    edition: int
    question: str
    band: str
    state: str
    n: int


@dataclass(frozen=True, slots=True)
class OptionCount:
    """`n` answers that picked `option`.

    For `choices`, `option` may also be the keys that one answer picked together, joined by `|`:
    then an answer that picked two options of one total is counted in it once. Own words count as "other".
    """

    booklet: str
    edition: int
    question: str
    band: str
    option: str
    n: int


@dataclass(frozen=True, slots=True)
class ThemeCount:
    """How many answers in own words were about `theme` in this mood."""

    theme: str
    band: str
    mood: str
    answers: int


@dataclass(frozen=True, slots=True)
class ThemeBooklets:
    """How many returned booklets hold at least one answer about `theme`."""

    theme: str
    band: str
    booklets: int


@dataclass(frozen=True, slots=True)
class Counts:
    """Everything about one period. Rows of one kind may repeat a key; they are added up.

    `editions`: (booklet key, edition number) -> the frozen booklet: the newest of each booklet and
    all that were answered. Those in between may be there too; they help to follow renamed options.
    """

    reviews: tuple[ReviewCount, ...]
    answers: tuple[AnswerCount, ...]
    options: tuple[OptionCount, ...]
    themes: tuple[ThemeCount, ...]
    theme_booklets: tuple[ThemeBooklets, ...]
    editions: Mapping[tuple[str, int], Booklet]
