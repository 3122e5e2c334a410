"""What the desk's pages show: plain frozen values, worded by the templates."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from consult.web.desk.sent_pages import Sent, Spoken


@dataclass(frozen=True, slots=True)
class Child:
    """`age`: whole years on the day of the review (today where there is none); `avatar`: `fox` …, blank = none yet."""

    id: str
    ref: str
    first_name: str
    age: int
    avatar: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """Where a review's booklet stands.

    `code`: not_invited, invited, started, sent, changed, declined, too_young or no_booklet
    (held without one). `day`: when it came to stand there. `answered` and `of` count
    top-level questions of a started one. `read`: this officer has opened what was sent.
    """

    code: str
    day: dt.date | None = None
    answered: int = 0
    of: int = 0
    read: bool = False

    @property
    def is_sent(self) -> bool:
        """Whether there are answers to read."""
        return self.code in {"sent", "changed"}


@dataclass(frozen=True, slots=True)
class Row:
    """One review on the desk. `seen`: alone, with_others, virtual, no or blank (not known).

    `covered`: name of the colleague whose it is, blank = own.
    """

    review_id: str
    day: dt.date
    kind: str
    child: Child
    state: State
    seen: str = ""
    overdue: bool = False
    held: bool = False
    read_today: bool = False
    covered: str = ""

    @property
    def action(self) -> str:
        """The one button: read, invite, card or open."""
        if self.state.is_sent and not self.state.read:
            return "read"
        if self.held:
            return "open"
        return {"not_invited": "invite", "invited": "card", "started": "card"}.get(self.state.code, "open")


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading. `key`: now (late and this week), next (four weeks), later, held (lately)."""

    key: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """A link with its count. `key`: all, to_invite, to_read, not_sent, overdue, held."""

    key: str
    count: int


@dataclass(frozen=True, slots=True)
class Paging:
    """Which rows of how many; `first` and `last` count from 1."""

    page: int
    pages: int
    first: int
    last: int
    total: int


@dataclass(frozen=True, slots=True)
class Urgent:
    """“I don’t feel safe”, still open; London time. `ago`: in words; `seen_by`: blank while nobody has seen it."""

    id: str
    child: Child
    raised: dt.datetime
    ago: str
    seen_by: str = ""
    officer: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """An officer's reviews, and of whom they cover for today (`covering`: names).

    `show`: the current filter; `search`: what was looked for, blank = nothing.

    `urgent`: what cannot wait; `now`: when it was looked for, London time; `cover`: who stands in, and their number.
    `reviews`: all of the officer's reviews, whatever is shown. `may_invite`: the authority's settings are complete.
    """

    today: dt.date
    children: int
    reviews: int
    this_week: int
    to_read: int
    filters: tuple[Filter, ...]
    groups: tuple[Group, ...]
    paging: Paging
    show: str = "all"
    search: str = ""
    may_invite: bool = True
    urgent: tuple[Urgent, ...] = ()
    now: dt.datetime | None = None
    cover: str = ""
    covering: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AddChild:
    """The form for a child and the first review; fields ref, first_name, date_of_birth, review_date, kind."""

    values: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AddReview:
    """The form for a further review; fields review_date, kind."""

    child: Child
    values: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Event:
    """Local time. `code`: invited, started, sent, changed, declined, read, asked or held."""

    code: str
    moment: dt.datetime


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to the child, London time. `seen`: when the child had it on the screen first."""

    name: str
    words: str
    written: dt.datetime
    seen: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A manager opened what the child sent, with a reason that the auditor sees; London time."""

    name: str
    moment: dt.datetime


@dataclass(frozen=True, slots=True)
class Review:
    """A review and what was sent for it. `sent` is None before sending: nobody can read anything then.

    `values` and `errors` serve two forms: `date` (review_date) and `hold` (held_on, participation_code,
    seen_beforehand, chaired). `form`: the one that came back with faults, blank = none.
    `others`: further booklets of this review, such as feedback after it. `paper_code`: blank where no booklet is asked.
    `answers`: what the child was told was decided; `hint`: how easy the next one, `values["words"]`, is to read.
    `covered`: name of the colleague whose review it is, blank = own. `openings`: by managers, the newest first.
    """

    id: str
    child: Child
    day: dt.date
    kind: str
    state: State
    seen: str = ""
    chaired: str = ""
    participation_code: str = ""
    held_on: dt.date | None = None
    overdue: bool = False
    has_card: bool = False
    has_pictures: bool = False
    forgot_pictures: bool = False
    may_invite: bool = True
    events: tuple[Event, ...] = ()
    sent: Sent | None = None
    others: tuple[Sent, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    form: str = ""
    paper_code: str = ""
    answers: tuple[Answer, ...] = ()
    hint: str = ""
    covered: str = ""
    openings: tuple[Opened, ...] = ()

    @property
    def may_key_in(self) -> bool:
        """Whether a paper booklet can still come in: not where the child sent one on screen."""
        return self.sent is None or (self.sent.on_paper and not self.sent.sent_again)


@dataclass(frozen=True, slots=True)
class Card:
    """A child's card. `number`: twelve digits; `qr`: an inline SVG; `address`: where to type the number."""

    first_name: str
    number: str
    qr: Markup
    address: str

    @property
    def fours(self) -> str:
        """The number in groups of four."""
        return " ".join(self.number[start : start + 4] for start in range(0, len(self.number), 4))


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards to print. `review_id`: where the way back leads."""

    review_id: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ReadOut:
    """Answers for the meeting, without what is kept back (`kept_back`: how many that is).

    `number`: the answer on the screen, from 1; 0 = all. Unless `read_out` is yes (ask, no), `spoken` is empty.
    """

    review_id: str
    child: Child
    day: dt.date
    spoken: tuple[Spoken, ...]
    kept_back: int = 0
    number: int = 0
    read_out: str = "yes"


@dataclass(frozen=True, slots=True)
class PassedOn:
    """What the child wants `who` (social_worker, advocate) to get, and nothing else."""

    review_id: str
    child: Child
    day: dt.date
    who: str
    sent: Sent
