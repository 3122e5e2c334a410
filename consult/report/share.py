"""A count and what it is a part of; the only place where a percentage is worked out."""

from dataclasses import dataclass


def percent(count: int, base: int) -> int | None:
    """The whole number nearest to 100 x count / base, halves up; None where the base is 0."""
    if base == 0:
        return None
    return (200 * count + base) // (2 * base)


@dataclass(frozen=True, slots=True)
class Share:
    """`count` out of `base`. Several options may be picked at once, so a sum of shares may pass 100."""

    count: int
    base: int

    @property
    def percent(self) -> int | None:
        """Whole per cent, halves up; None where the base is 0."""
        return percent(self.count, self.base)
