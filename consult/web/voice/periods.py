"""Ready-made times to report on. The service's year runs from April to March."""

import datetime as dt

from consult.report.period import Period


def year_of(day: dt.date) -> Period:
    """1 April to 31 March around this day."""
    start = day.year if day.month >= 4 else day.year - 1
    return Period(dt.date(start, 4, 1), dt.date(start + 1, 3, 31))


def quarter_of(day: dt.date) -> Period:
    """The three months around this day: April, July, October or January first."""
    first = dt.date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    following = dt.date(first.year + first.month // 10, (first.month + 2) % 12 + 1, 1)
    return Period(first, following - dt.timedelta(days=1))


def quick_periods(today: dt.date) -> list[Period]:
    """The last four quarters, the present one first, then this year and the one before."""
    quarters = [quarter_of(today)]
    while len(quarters) < 4:
        quarters.append(quarter_of(quarters[-1].start - dt.timedelta(days=1)))
    this_year = year_of(today)
    return [*quarters, this_year, year_of(this_year.start - dt.timedelta(days=1))]


def read_period(start: str, end: str) -> Period | None:
    """Two ISO days as a period; None when either is no day. ValueError the wrong way round."""
    try:
        days = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    except ValueError:
        return None
    return Period(*days)
