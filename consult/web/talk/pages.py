"""What the pages of a conversation show: plain values that views fill and templates read."""

import datetime as dt
from dataclasses import dataclass, field

from consult.booklet.answers import Answer, Given
from consult.booklet.model import Option, Question
from consult.web.house.sounds import Heard

NOTES = (
    "nothing_picked",
    "one_only",
    "exclusive",
    "too_long",
    "unknown_option",
    "name_and_wish",
    "too_many_names",
    "long_name",
    "big_drawing",
    "broken_drawing",
    "changed_elsewhere",
    "not_this_question",
    "closed",
    "read_out_missing",
    "quote_missing",
    "nothing_to_send",
    "held_back_missing",
    "share_missing",
)
"""Codes that `note` may hold; `components/note.html` words them for both bands. Empty means none.

The first ten are the faults of NotAnAnswer. `changed_elsewhere`: another tab or tablet was here.
`not_this_question`: an address of a question that cannot be answered now.
"""


@dataclass(frozen=True, slots=True)
class Person:
    """Who is talking. `avatar` is one of door.pages.AVATARS, `band` is "u11" or "t11".

    `looks`: classes for the page's body, as the child chose: dusk, wordsonly, plain. `size`: class for the
    whole page: "", large or largest.
    """

    first_name: str
    avatar: str
    band: str
    looks: str = ""
    size: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """The reviewing officer as the child's pages name them; `title` such as "reviewing officer"."""

    first_name: str
    title: str
    read_by: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Contacts:
    """Whom to ask, worded by the authority; an empty string leaves the line out.

    `officer`: how to reach the reviewing officer. `cover`: who answers when they are away.
    `out_of_hours`: the number for nights and week-ends.
    """

    officer: str = ""
    cover: str = ""
    out_of_hours: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """One question dealt with. `options` have their texts filled; `answer` None means skipped.

    `place`: 1-based place in the conversation, as in the address. `changed`: after sending.
    """

    place: int
    question: Question
    options: tuple[Option, ...]
    answer: Answer | None
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """Which stone of how many, both from 1, and the section's title."""

    stone: int
    stones: int
    section: str


@dataclass(frozen=True, slots=True)
class English:
    """What a question that is shown in another language says in English. `answers`: its options' texts."""

    text: str
    hint: str = ""
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AskPage:
    """`talk/ask.html`: one question.

    Form to talk.answer: `a` (option keys), `words`, `key`, `skip`. `earlier`: all before `last`,
    oldest first. `given`: what stands in the form. `back`: address or empty.
    `saved`: the answer in `last` has just been saved. `last_time`: what the child said to this question before
    the review before. `private`: not to be read out; `own_time`: about the people at home, while somebody helps.
    `sounds`: recordings of what the question says. `english`: beside a question in another language.
    `offline`: for the script (`offline_mark`).
    """

    person: Person
    reader: Reader
    question: Question
    options: tuple[Option, ...]
    place: int
    progress: Progress
    key: str
    earlier: tuple[Said, ...] = ()
    last: Said | None = None
    given: Given = field(default_factory=Given)
    note: str = ""
    back: str = ""
    saved: bool = False
    last_time: Said | None = None
    private: bool = False
    may_be_private: bool = True
    own_time: bool = False
    sounds: tuple[Heard, ...] = ()
    english: English | None = None
    offline: str = ""


@dataclass(frozen=True, slots=True)
class StartPage:
    """`talk/start.html`: what this is, before the first question.

    Forms to talk.begin, talk.later and talk.decline. `who_sees`: the authority's own sentence about
    who can see the file; empty shows ours. `after_review`: the short form after the meeting. `decided`: what
    the officer, `decided_by`, answered to what the child said last time, verbatim. `last_here`: when this child was
    here before, in London time. `may_decline`: nothing is sent, and the child came in with the pictures.
    """

    person: Person
    reader: Reader
    booklet_title: str
    review_day: dt.date | None
    stones: int
    begun: bool = False
    contacts: Contacts = field(default_factory=Contacts)
    who_sees: str = ""
    after_review: bool = False
    invitation: str = ""
    other_languages: bool = False
    last_here: dt.datetime | None = None
    decided: str = ""
    decided_by: str = ""
    may_decline: bool = True


@dataclass(frozen=True, slots=True)
class Share:
    """Who else gets it. `who`: social_worker or advocate; `what`: "", no, all or some; `only`: question keys."""

    who: str
    what: str = ""
    only: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CheckPage:
    """`talk/check.html`: what was said, and two choices, before sending.

    Form to talk.send: `read_out` (yes, some, no), `held_back` (question keys, meant only with
    "some"), `quote` (yes, no); `share_<who>` (no, all, some) and `only_<who>` (question keys) for each of
    RECIPIENTS. `sent`: sent before; `changed`: something is new since then. `hidden`: somebody sits beside the
    child, so nothing said before is shown. `without_pictures`: the child forgot them, so nothing can be sent yet;
    form to talk.tap_pictures. `stopped`: how far the child came, where questions are left;
    `go_on`: address of the next.
    """

    person: Person
    reader: Reader
    said: tuple[Said, ...]
    read_out: str = ""
    held_back: frozenset[str] = frozenset()
    quote: str = ""
    sent: bool = False
    changed: bool = False
    note: str = ""
    back: str = ""
    after_review: bool = False
    shares: tuple[Share, ...] = ()
    answered: tuple[Question, ...] = ()
    hidden: bool = False
    typed: bool = False
    without_pictures: bool = False
    offline: str = ""
    stopped: Progress | None = None
    go_on: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Who has read what was sent, and when (London time)."""

    first_name: str
    moment: dt.datetime


@dataclass(frozen=True, slots=True)
class DonePage:
    """`talk/done.html`: sent. `can_change`: the review has not begun. `readings`: oldest first.

    `typed`: somebody typed it from the child's paper; `sent_on` is None until the child sent it on screen.
    """

    person: Person
    reader: Reader
    sent_on: dt.date | None
    review_day: dt.date | None
    can_change: bool = True
    contacts: Contacts = field(default_factory=Contacts)
    after_review: bool = False
    readings: tuple[Reading, ...] = ()
    typed: bool = False


@dataclass(frozen=True, slots=True)
class HelpPage:
    """`talk/help.html`. `back`: address of the page the child came from.

    Form to talk.alert: `words`, which may be empty. `cover`: who gets that too; blank where nobody has a desk.
    """

    person: Person
    reader: Reader
    back: str
    contacts: Contacts = field(default_factory=Contacts)
    cover: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """One booklet on the child's own page. `state`: new, begun, sent or declined; `url`: where it opens.

    `typed`: somebody typed it from the child's paper; `sent_on` is None until the child sent it on screen.
    """

    title: str
    state: str
    url: str = ""
    review_day: dt.date | None = None
    stone: int = 0
    stones: int = 0
    sent_on: dt.date | None = None
    typed: bool = False


@dataclass(frozen=True, slots=True)
class DeclinedPage:
    """`talk/declined.html`: the child does not want to; a form to talk.begin undoes it."""

    person: Person
    reader: Reader
    review_day: dt.date | None = None
    contacts: Contacts = field(default_factory=Contacts)
    invitation: str = ""
