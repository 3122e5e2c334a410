"""What the pages about paper booklets show: plain frozen values, worded by the templates."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from consult.booklet.answers import Given
from consult.booklet.model import Option, Question
from consult.web.desk.pages import Child


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """One question. `number`: "3" or "3a"; `options` have their texts; `led_by`: "If you said …" of a follow-up.

    When it is keyed in: `given` stands in the form, `fault` is what is wrong with it; `beside`: what stands on paper
    in another language than English, option -> text, and the question's own text under "".
    """

    number: str
    question: Question
    options: tuple[Option, ...]
    led_by: str = ""
    given: Given = field(default_factory=Given)
    fault: str = ""
    beside: Mapping[str, str] = field(default_factory=dict)

    @property
    def anchor(self) -> str:
        """Where a list of faults leads."""
        return f"q{self.number}"


@dataclass(frozen=True, slots=True)
class PaperPart:
    """A section."""

    title: str
    questions: tuple[PaperQuestion, ...]


@dataclass(frozen=True, slots=True)
class EditionChoice:
    """An edition to choose. `value`: "about-me-11-plus:3"."""

    value: str
    title: str
    booklet: str
    number: int
    current: bool = False


@dataclass(frozen=True, slots=True)
class PaperLanguage:
    """A language of a booklet. `draft`: no speaker has checked it; `current`: the one that is shown."""

    tag: str = "en"
    name: str = ""
    own_name: str = ""
    draft: bool = False
    current: bool = True

    @property
    def foreign(self) -> bool:
        """Whether it is another than English."""
        return self.tag != "en"


@dataclass(frozen=True, slots=True)
class Officer:
    """Who reads it, by first name or, blank, only by title."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class PaperPage:
    """A booklet to print. Blank `review_id`: a copy without a child, so without `code`, `first_name` and `day`.

    `band`: u11 or t11; `occasion`: before_review, after_review or anytime.
    """

    band: str
    title: str
    booklet: str
    edition: int
    language: PaperLanguage
    officer: Officer
    parts: tuple[PaperPart, ...]
    occasion: str
    large: bool
    out_of_hours: str = ""
    review_id: str = ""
    code: str = ""
    first_name: str = ""
    day: dt.date | None = None

    @property
    def numbered(self) -> int:
        """How many questions stand on their own."""
        return sum(not each.led_by for part in self.parts for each in part.questions)


@dataclass(frozen=True, slots=True)
class PaperTools:
    """What staff choose above a booklet to print. A blank copy has no `review_id` and no `choice` of editions.

    `address`: of the page, `other_size`: of the same in the other print; `language`: the shown one of `languages`.
    """

    address: str
    other_size: str
    language: PaperLanguage
    languages: tuple[PaperLanguage, ...]
    large: bool
    anytime: bool
    review_id: str = ""
    choice: tuple[EditionChoice, ...] = ()


@dataclass(frozen=True, slots=True)
class Papers:
    """Editions that can be printed blank or, with a `review_id`, for the child `first_name`, and keyed in."""

    editions: tuple[EditionChoice, ...]
    review_id: str = ""
    first_name: str = ""


@dataclass(frozen=True, slots=True)
class KeyInPage:
    """A paper booklet to key in. `values`: written_on, helped_by, read_out, quote; `held_back`: question keys.

    `occasion`: as of PaperPage; `replaces`: why something is there already (a refusal's code), blank = nothing is.
    """

    review_id: str
    child: Child
    booklet: str
    edition: int
    language: PaperLanguage
    title: str
    code: str
    parts: tuple[PaperPart, ...]
    occasion: str
    choice: tuple[EditionChoice, ...]
    languages: tuple[PaperLanguage, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    held_back: frozenset[str] = frozenset()
    errors: Mapping[str, str] = field(default_factory=dict)
    replaces: str = ""

    @property
    def questions(self) -> tuple[PaperQuestion, ...]:
        """All of them, in order."""
        return tuple(each for part in self.parts for each in part.questions)

    @property
    def faults(self) -> dict[str, str]:
        """Anchor -> sentence, for the list on top of the page."""
        return dict(self.errors) | {
            each.anchor: f"{each.number}: {each.fault}" for each in self.questions if each.fault
        }
