"""The return funnel: of all reviews, who was old enough, was invited, began, and sent a booklet."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from consult.report.counts import BANDS, ReviewCount
from consult.report.share import Share

WHY_NOT_RETURNED = ("never_invited", "declined", "started", "no_answer")


@dataclass(frozen=True, slots=True)
class Returns:
    """One band, or "all". `why_not_returned`: the four reasons in a fixed order, zeros included."""

    band: str
    reviews: int
    too_young: Share
    not_returned: Share
    returned: Share
    returned_of_old_enough: Share
    why_not_returned: Mapping[str, int]

    @property
    def old_enough(self) -> Share:
        """Children of 4 and over, of all reviews."""
        return Share(self.reviews - self.too_young.count, self.reviews)

    @property
    def invited(self) -> Share:
        """Of those old enough; a booklet that came back counts as an invitation, paper has no other."""
        return Share(self.old_enough.count - self.why_not_returned["never_invited"], self.old_enough.count)

    @property
    def begun(self) -> Share:
        """Sent, or started and not sent, of those invited."""
        return Share(self.returned.count + self.why_not_returned["started"], self.invited.count)


def build_returns(reviews: Iterable[ReviewCount]) -> tuple[Returns, ...]:
    """Under 11, 11 and over, and all."""
    outcomes: Counter[tuple[str, str]] = Counter()
    for row in reviews:
        outcomes[row.band, row.outcome] += row.n
        outcomes["all", row.outcome] += row.n
    return tuple(_one_band(band, outcomes) for band in (*BANDS, "all"))


def _one_band(band: str, outcomes: Mapping[tuple[str, str], int]) -> Returns:
    too_young, returned = outcomes.get((band, "too_young"), 0), outcomes.get((band, "returned"), 0)
    why = {reason: outcomes.get((band, reason), 0) for reason in WHY_NOT_RETURNED}
    not_returned = sum(why.values())
    reviews = too_young + returned + not_returned
    return Returns(
        band=band,
        reviews=reviews,
        too_young=Share(too_young, reviews),
        not_returned=Share(not_returned, reviews),
        returned=Share(returned, reviews),
        returned_of_old_enough=Share(returned, reviews - too_young),
        why_not_returned=why,
    )
