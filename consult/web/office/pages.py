"""What the office's pages show: plain frozen values, worded by the templates."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from consult.web.desk.pages import Urgent


@dataclass(frozen=True, slots=True)
class Offered:
    """A language that children can be offered. `draft`: no speaker has checked it yet; `on`: ticked."""

    tag: str
    name: str
    own_name: str
    draft: bool
    on: bool


@dataclass(frozen=True, slots=True)
class SettingsPage:
    """What children's pages say about the authority; fields officer_title, out_of_hours_phone, cover_name, cover_phone.

    `complete`: all are kept already, so children can be invited. Field `languages`: tags, several.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    complete: bool = False
    languages: tuple[Offered, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a file. `row`: as a spreadsheet counts, the header is 1; 0 = the whole file.

    `column`: its name, blank = the whole row. `sentence`: what is wrong, in plain words.
    """

    row: int
    column: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Imported:
    """A file that came in. `what`: reviews or answers; the rest counts reviews or booklets."""

    what: str
    new: int
    changed: int
    as_before: int


@dataclass(frozen=True, slots=True)
class ImportPage:
    """The form (fields what, file), and what became of the last file: `faults` (nothing came in) or `imported`."""

    values: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    imported: Imported | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that children can have read to them. `part`: text, hint or option; `key`: of a recording of it.

    `state`: recorded; not_yet; or changed: `before` was recorded, which this sentence said in an earlier edition.
    `recording`: the key of what can be heard, blank with not_yet.
    """

    part: str
    text: str
    key: str
    state: str
    recording: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class SpokenSection:
    """A section's sentences in the order in which they are asked, each wording of the booklet once."""

    title: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class RecordingsPage:
    """`office/recordings.html`: the newest edition of one booklet in one language. `booklets`: (key, title) of each.

    `languages`: to choose from, `on` the shown one; none where only English is offered. `language`: the shown one.
    Forms to office.keep_recording (`booklet`, `language`, `key`, `file`) and office.remove_recording (`booklet`,
    `language`, `key`). `errors`: sentence's key -> what is wrong with the file.
    """

    booklets: tuple[tuple[str, str], ...]
    booklet: str
    title: str
    sections: tuple[SpokenSection, ...]
    recorded: int
    total: int
    language: Offered
    languages: tuple[Offered, ...] = ()
    errors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AlertsPage:
    """`office/alerts.html`: what is open in the whole authority. `cover`, `cover_phone`: who stands in for officers."""

    lines: tuple[Urgent, ...]
    cover: str = ""
    cover_phone: str = ""
