"""What answers in own words were about, and in which mood."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from consult.report.counts import BANDS, MOODS, ThemeBooklets, ThemeCount


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme in one band. An answer about two things counts under both. `mood`: every mood -> answers."""

    theme: str
    band: str
    answers: int
    booklets: int
    mood: Mapping[str, int]


def build_themes(counts: Iterable[ThemeCount], theme_booklets: Iterable[ThemeBooklets]) -> tuple[Theme, ...]:
    """Themes somebody wrote about: most answers first (both bands together), under 11 before 11 and over."""
    moods: Counter[tuple[str, str, str]] = Counter()
    answers: Counter[tuple[str, str]] = Counter()
    booklets: Counter[tuple[str, str]] = Counter()
    for row in counts:
        moods[row.theme, row.band, row.mood] += row.answers
        answers[row.theme, row.band] += row.answers
    for found in theme_booklets:
        booklets[found.theme, found.band] += found.booklets
    together = Counter[str]()
    for (theme, _), n in answers.items():
        together[theme] += n
    return tuple(
        Theme(
            theme,
            band,
            answers[theme, band],
            booklets[theme, band],
            {mood: moods[theme, band, mood] for mood in MOODS},
        )
        for theme in sorted(together, key=lambda name: (-together[name], name))
        for band in BANDS
        if answers[theme, band]
    )
