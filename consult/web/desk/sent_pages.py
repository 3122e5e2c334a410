"""What was sent, as the desk shows it: plain frozen values, worded by the templates."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pick:
    """A picked option as the child saw it. `face`: good, ok, not_good, mix or blank."""

    text: str
    face: str = ""


@dataclass(frozen=True, slots=True)
class Guess:
    """What the computer makes of free words: `mood` and `themes` as codes of the analysis."""

    mood: str
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Guests:
    """People about whom one wish was made, as the child saw or wrote them. `wish`: come, not or either."""

    wish: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """A question that was reached, and what was given to it, verbatim. `scale`: the number on 0 to 10.

    `drawing`: strokes, for the filter `drawn`; `words` is then its title. `stopped`: the child came as far
    as this and stopped, which is neither an answer nor a skip. `kept_back`: not for the meeting. `beside`: who sat
    with the child (carer, worker, advocate, other), blank = nobody or not known. `concern`:
    why the computer marked it, one sentence, blank = not marked. `language`: by name, where not the booklet's.
    """

    question: str
    picks: tuple[Pick, ...] = ()
    words: str = ""
    scale: str = ""
    people: tuple[Guests, ...] = ()
    drawing: str = ""
    skipped: bool = False
    stopped: bool = False
    follow_up: bool = False
    kept_back: bool = False
    changed_on: dt.date | None = None
    beside: str = ""
    language: str = ""
    guess: Guess | None = None
    concern: str = ""

    @property
    def given(self) -> bool:
        """Whether there is an answer: not knowing is one, a skip and a stop are none."""
        return not self.skipped and not self.stopped


@dataclass(frozen=True, slots=True)
class Part:
    """A section of a booklet."""

    title: str
    answers: tuple[Answered, ...]


@dataclass(frozen=True, slots=True)
class Passing:
    """The child wants `who` (social_worker, advocate) to get this. `answers`: how many; 0 means all of them."""

    who: str
    answers: int = 0


@dataclass(frozen=True, slots=True)
class SpokenIn:
    """A language by its name. `draft`: no speaker has checked what the child read."""

    language: str
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """A booklet that was sent.

    `band`: under-11 or 11-plus, for the look. `helped_by`: alone, carer, worker, advocate, other, unknown.
    `languages`: other than English, in which it was answered. `read_out`: yes, ask, no. `asked_on`: when the officer
    wrote down what the child said to "ask me first". `quote`: some words may stand in a report without a
    name. `on_paper`: somebody else typed it for the child; `sent_again`: since then by the child, on screen.
    `on_file`: since when it stands on the child's file.
    """

    conversation_id: str
    title: str
    edition: int
    band: str
    sent_at: dt.datetime
    parts: tuple[Part, ...]
    changed_at: dt.datetime | None = None
    helped_by: str = "unknown"
    languages: tuple[SpokenIn, ...] = ()
    read_out: str = "ask"
    asked_on: dt.date | None = None
    quote: bool = False
    on_paper: bool = False
    sent_again: bool = False
    passing: tuple[Passing, ...] = ()
    on_file: dt.date | None = None

    @property
    def answers(self) -> tuple[Answered, ...]:
        """Every answer, in the order in which it was asked."""
        return tuple(answer for part in self.parts for answer in part.answers)

    @property
    def kept_back(self) -> int:
        """How many answers are not for the meeting; a skip is none."""
        return sum(answer.kept_back and answer.given for answer in self.answers)

    @property
    def given(self) -> int:
        """How many questions were answered, not skipped."""
        return sum(answer.given for answer in self.answers)

    @property
    def marked(self) -> bool:
        """Whether the computer marked an answer as a concern."""
        return any(answer.concern for answer in self.answers)


@dataclass(frozen=True, slots=True)
class Spoken:
    """An answer for the meeting, under the title of its section."""

    section: str
    answer: Answered
