"""How children took part, by the codes of the national return."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from consult.report.counts import CODES, ReviewCount
from consult.report.share import Share

ATTENDED = frozenset({"PN1", "PN2", "PN3", "PN4"})


@dataclass(frozen=True, slots=True)
class Participation:
    """`all`: of reviews held with a code. `old_enough`: of those without PN0; None for PN0 itself."""

    code: str
    all: Share
    old_enough: Share | None


def build_participation(reviews: Iterable[ReviewCount]) -> tuple[Participation, ...]:
    """All eight codes in order. Reviews not held yet, or without a code, count nowhere."""
    held: Counter[str] = Counter()
    for row in reviews:
        if row.held and row.participation_code:
            held[row.participation_code] += row.n
    total = held.total()
    old_enough = total - held["PN0"]
    return tuple(
        Participation(code, Share(held[code], total), None if code == "PN0" else Share(held[code], old_enough))
        for code in CODES
    )


def count_attended(participation: Iterable[Participation]) -> Share:
    """Children of 4 and over who came to their review, whether or not they spoke."""
    older = [one for one in participation if one.old_enough is not None]
    return Share(sum(one.all.count for one in older if one.code in ATTENDED), sum(one.all.count for one in older))
