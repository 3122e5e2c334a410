"""What the child's own page, and those for telling something at any time, show: plain values."""

import datetime as dt
from dataclasses import dataclass, field

from consult.web.talk.pages import Contacts, Person, Reader, Task


@dataclass(frozen=True, slots=True)
class Tile:
    """Something that can be told at any time. `key`: of the booklet; `title`: in the child's language."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """What the officer wrote, verbatim; `title`: of what it answers, blank under a message of its own."""

    first_name: str
    words: str
    day: dt.date
    title: str = ""
    new: bool = False


@dataclass(frozen=True, slots=True)
class MessageTold:
    """A message that was sent. `words`: the child's own, verbatim; `read_by`: blank while nobody has read it.

    `typed`: somebody typed it from the child's paper.
    """

    title: str
    day: dt.date
    words: tuple[str, ...] = ()
    read_by: str = ""
    answers: tuple[AnswerGiven, ...] = ()
    typed: bool = False


@dataclass(frozen=True, slots=True)
class AlertRaised:
    """“I don’t feel safe” as the child reads it again, in London time. `seen_by`: blank while nobody has seen it."""

    raised: dt.datetime
    seen_by: str = ""
    seen: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class HomePage:
    """`talk/home.html`: the child's own page. `reader` None: there is no officer yet.

    `tasks`: booklets around reviews, newest first. `told`, `decided` and `alerts` are empty where `hidden`.
    `last_here`: when this child was here before, in London time; `without_pictures`: they were forgotten.
    `begun`: what was begun at any time and waits to be sent. Form to talk.tell: `booklet` (a tile's key).
    """

    person: Person
    reader: Reader | None
    review_day: dt.date | None = None
    tasks: tuple[Task, ...] = ()
    contacts: Contacts = field(default_factory=Contacts)
    other_languages: bool = False
    tiles: tuple[Tile, ...] = ()
    told: tuple[MessageTold, ...] = ()
    decided: tuple[AnswerGiven, ...] = ()
    alerts: tuple[AlertRaised, ...] = ()
    hidden: bool = False
    last_here: dt.datetime | None = None
    without_pictures: bool = False
    begun: tuple[Tile, ...] = ()


@dataclass(frozen=True, slots=True)
class ToldPage:
    """`talk/told.html`: something told at any time is sent."""

    person: Person
    reader: Reader
    contacts: Contacts = field(default_factory=Contacts)


@dataclass(frozen=True, slots=True)
class AlertedPage:
    """`talk/alerted.html`: who gets it, and when. `cover`: who gets it as well; blank where nobody has a desk."""

    person: Person
    reader: Reader
    contacts: Contacts = field(default_factory=Contacts)
    cover: str = ""
