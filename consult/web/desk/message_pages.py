"""What the desk shows about messages and about what cannot wait: plain frozen values."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from consult.web.desk.pages import Answer, Child
from consult.web.desk.sent_pages import Sent


@dataclass(frozen=True, slots=True)
class Line:
    """A message in the list, without its words. `kind`: title of its booklet. `covered`: the colleague whose it is."""

    id: str
    child: Child
    kind: str
    sent: dt.datetime
    read: bool
    answered: bool
    covered: str = ""


@dataclass(frozen=True, slots=True)
class Messages:
    """`desk/messages.html`: unread first."""

    lines: tuple[Line, ...]
    unread: int


@dataclass(frozen=True, slots=True)
class Message:
    """`desk/message.html`. Form to desk.answer: `words`; pressed with `check` it only says how easy they read.

    `answers`: given before, oldest first. `hint`: how easy `values["words"]` is to read, in words.
    """

    child: Child
    sent: Sent
    answers: tuple[Answer, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Alert:
    """`desk/alert.html`: “I don’t feel safe”. `words` may be blank; `done` is blank while it is open.

    Forms to desk.see_alert and desk.close_alert: `done`.
    """

    id: str
    child: Child
    raised: dt.datetime
    ago: str
    words: str = ""
    young: bool = False
    officer: str = ""
    seen_by: str = ""
    seen: dt.datetime | None = None
    done: str = ""
    closed: dt.datetime | None = None
    on_file: dt.date | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
