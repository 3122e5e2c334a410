"""What the pages about people show."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from consult.store.staff import Person
from consult.web.office.role_words import Role


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of `office/people.html`. `roles`: their names, joined; blank where they hold none."""

    person: Person
    roles: str


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """`office/people.html`: everybody, those switched off last."""

    people: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class PersonPage:
    """`office/person.html`, and `office/add_person.html` without a `person`.

    Fields email, name and roles (several). `held`: the ticked roles; `own`: it is whoever looks.
    """

    roles: tuple[Role, ...]
    held: frozenset[str] = frozenset()
    person: Person | None = None
    own: bool = False
    values: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LinkPage:
    """`office/link.html`: an address that works once, to give by hand. It is on this page and never again."""

    name: str
    public_id: str
    address: str
    hours: int
    new: bool
