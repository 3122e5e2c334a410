"""A report from counts: the voice of the child in one period."""

from dataclasses import dataclass

from consult.report.counts import Counts
from consult.report.facts import TopTotal, pick_top_totals
from consult.report.participation import Participation, build_participation, count_attended
from consult.report.period import Period
from consult.report.questions import BookletFigures, build_booklets
from consult.report.returns import Returns, build_returns
from consult.report.share import Share
from consult.report.themes import Theme, build_themes

MODES = ("internal",)


@dataclass(frozen=True, slots=True)
class Report:
    """Blocks of figures, in the order in which they are read; formats know these and nothing else.

    `returns`: under 11, 11 and over, all. `top_totals`: the headline totals told first.
    """

    period: Period
    mode: str
    returns: tuple[Returns, ...]
    top_totals: tuple[TopTotal, ...]
    booklets: tuple[BookletFigures, ...]
    themes: tuple[Theme, ...]
    participation: tuple[Participation, ...]

    @property
    def all_returns(self) -> Returns:
        """The funnel of both bands together."""
        return self.returns[-1]

    @property
    def attended(self) -> Share:
        """Who came to their review, of the reviews held with a code other than PN0."""
        return count_attended(self.participation)

    @property
    def is_empty(self) -> bool:
        """Whether no review falls in the period."""
        return self.all_returns.reviews == 0


def build_report(period: Period, mode: str, counts: Counts) -> Report:
    """The report of `period` for the readers that `mode` names (MODES). ValueError for another mode."""
    if mode not in MODES:
        raise ValueError(f"There is no report for “{mode}”. There is: {', '.join(MODES)}.")
    booklets = build_booklets(counts)
    return Report(
        period=period,
        mode=mode,
        returns=build_returns(counts.reviews),
        top_totals=pick_top_totals(booklets),
        booklets=booklets,
        themes=build_themes(counts.themes, counts.theme_booklets),
        participation=build_participation(counts.reviews),
    )
