"""The few facts a reader meets first, picked from the figures by fixed rules."""

from collections.abc import Iterable
from dataclasses import dataclass

from consult.report.questions import BandFigures, BookletFigures, Headline, QuestionFigures

FEWEST = 10
"""Below this many answers a total is not put on top; it stays in its table."""

MOST = 3


@dataclass(frozen=True, slots=True)
class TopTotal:
    """A headline total worth telling first."""

    question: QuestionFigures
    figures: BandFigures
    headline: Headline


def pick_top_totals(booklets: Iterable[BookletFigures]) -> tuple[TopTotal, ...]:
    """The totals that children and young people gave most often, highest first, at most MOST."""
    totals = [
        TopTotal(question, figures, figures.headline)
        for booklet in booklets
        if booklet.audience in ("child", "young_person")
        for question in booklet.questions
        for figures in question.bands
        if figures.headline and figures.headline.share.count and figures.answered.count >= FEWEST
    ]
    return tuple(sorted(totals, key=lambda one: one.headline.share.percent or 0, reverse=True)[:MOST])
