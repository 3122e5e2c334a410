"""A tiny authority as plain rows, one a review and one an answer, and the grouping that the store does in SQL."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from consult.booklet.model import Booklet
from consult.report.counts import AnswerCount, Counts, OptionCount, ReviewCount, ThemeBooklets, ThemeCount


@dataclass(frozen=True)
class AnswerRow:
    """One reached question of a returned booklet. `picked` None: skipped; empty: words only."""

    question: str
    picked: tuple[str, ...] | None
    themes: tuple[str, ...] = ()
    mood: str = ""


@dataclass(frozen=True)
class ReviewRow:
    """One review; `answers` of its booklet where one came back."""

    age: int
    outcome: str
    code: str = ""
    held: bool = True
    booklet: str = ""
    edition: int = 1
    answers: tuple[AnswerRow, ...] = ()

    @property
    def band(self) -> str:
        return "under-11" if self.age < 11 else "11-plus"


@dataclass(frozen=True)
class Authority:
    editions: Mapping[tuple[str, int], Booklet]
    reviews: tuple[ReviewRow, ...] = field(default=())


def count_rows(authority: Authority) -> Counts:
    """Group the rows."""
    reviews: Counter[tuple[str, str, str, bool]] = Counter()
    answers: Counter[tuple[str, int, str, str, str]] = Counter()
    options: Counter[tuple[str, int, str, str, str]] = Counter()
    themes: Counter[tuple[str, str, str]] = Counter()
    booklets: Counter[tuple[str, str]] = Counter()
    for review in authority.reviews:
        reviews[review.band, review.outcome, review.code, review.held] += 1
        for answer in review.answers:
            where = (review.booklet, review.edition, answer.question, review.band)
            answers[(*where, "skipped" if answer.picked is None else "answered")] += 1
            if answer.picked:
                options[(*where, "|".join(answer.picked))] += 1
            for theme in answer.themes:
                themes[theme, review.band, answer.mood] += 1
        for theme in _unique(answer.themes for answer in review.answers):
            booklets[theme, review.band] += 1
    return Counts(
        reviews=tuple(ReviewCount(*key, n) for key, n in reviews.items()),
        answers=tuple(AnswerCount(*key, n) for key, n in answers.items()),
        options=tuple(OptionCount(*key, n) for key, n in options.items()),
        themes=tuple(ThemeCount(*key, n) for key, n in themes.items()),
        theme_booklets=tuple(ThemeBooklets(*key, n) for key, n in booklets.items()),
        editions=authority.editions,
    )


def _unique(groups: Iterable[tuple[str, ...]]) -> set[str]:
    return {one for group in groups for one in group}
