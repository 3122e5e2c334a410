"""The one place that reads the time."""

import datetime as dt
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


class Clock:
    """Now, for rows (UTC) and for people (Europe/London)."""

    def now(self) -> dt.datetime:
        """This moment, aware, in UTC."""
        return dt.datetime.now(dt.UTC)

    def today(self) -> dt.date:
        """The date in London."""
        return local(self.now()).date()


class FixedClock(Clock):
    """A clock that tests and demo filling move by hand."""

    def __init__(self, moment: dt.datetime) -> None:
        self.moment = moment

    def now(self) -> dt.datetime:
        """The moment it was set to."""
        return self.moment


def local(moment: dt.datetime) -> dt.datetime:
    """The same moment as a clock on a wall in London shows it."""
    return moment.astimezone(LONDON)
