"""What the audit's page shows: who, what, which kind of thing, when; never a name of a child or a word."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Line:
    """One row. `number`: its place in the chain; `at`: local; `subject`: a public id, or where `named`
    a person of staff; `more`: codes and counts."""

    number: int
    at: dt.datetime
    who: str
    deed: str
    kind: str
    subject: str
    more: str = ""
    named: bool = False


@dataclass(frozen=True, slots=True)
class AuditPage:
    """`office/audit.html`. Fields who, deed and day (a filter), noted (checking the chain).

    `who`, `deeds`: (key, words) to choose from; `older`: the number to go on before, 0 where nothing is older;
    `glass`: lately read behind the glass; `on_newest`: nothing newer was left out.
    """

    lines: tuple[Line, ...]
    who: tuple[tuple[str, str], ...]
    deeds: tuple[tuple[str, str], ...]
    older: int = 0
    on_newest: bool = True
    glass: tuple[Line, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
