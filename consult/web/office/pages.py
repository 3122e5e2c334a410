"""What the office's pages show: plain frozen values, worded by the templates."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SettingsPage:
    """What children's pages say about the authority; fields officer_title, out_of_hours_phone, cover_name, cover_phone.

    `complete`: all are kept already, so children can be invited.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    complete: bool = False


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
