"""What the page “While I am away” shows: plain frozen values."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody stands in from one day to another, both inclusive. `name`: of the other one; `now`: today as well."""

    id: str
    name: str
    from_day: dt.date
    to_day: dt.date
    now: bool


@dataclass(frozen=True, slots=True)
class Away:
    """`desk/away.html`. Fields colleague (public id), from_day, to_day; form to desk.end_away without fields.

    `by`: who stands in for this officer; `covering`: for whom this officer stands in; `colleagues`: id and name.
    """

    by: tuple[Standing, ...]
    covering: tuple[Standing, ...]
    colleagues: tuple[tuple[str, str], ...]
    values: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
