"""Which sentences of the interface children see: read from templates and code, so that the list is never behind."""

import io
from collections.abc import Iterator
from pathlib import PurePosixPath

from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg

from consult.settings import ROOT

KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "lazy_gettext": None, "pgettext": ((1, "c"), 2), "_l": None}
"""Names of functions whose words are translated, as Babel wants them."""

STAFF_PLACES = (
    "consult/web/desk/*",
    "consult/web/door/staff_*.py",
    "consult/web/office/*",
    "consult/web/voice/*",
    "consult/web/house/errors.py",
    "consult/web/house/forms.py",
    "consult/web/house/staff_*.py",
    "templates/about/document.html",
    "templates/about/index.html",
    "templates/components/staff/*",
    "templates/desk/*",
    "templates/door/staff_*.html",
    "templates/errors/staff*",
    "templates/gallery.html",
    "templates/layouts/staff.html",
    "templates/office/*",
    "templates/security/*",
    "templates/voice/*",
)
"""Files that no child sees. Every other file is for children too, so that a new one is not forgotten."""

PRINTED_FOR_CHILDREN = ("consult/web/desk/paper_wording.py", "templates/desk/paper.html")
"""Files of the desk whose words stand on a child's paper."""

Sentence = str | tuple[str, ...]
"""As written in the code; with its plural where it has one."""


def all_sentences() -> set[Sentence]:
    """Every sentence of the interface."""
    return {sentence for _place, sentence in _found()}


def childrens_sentences() -> set[Sentence]:
    """Those that a child can see."""
    return {sentence for place, sentence in _found() if not is_staffs(place)}


def is_staffs(place: str) -> bool:
    """Whether only staff see what stands in this file (its path from the repository)."""
    if place in PRINTED_FOR_CHILDREN:
        return False
    return any(PurePosixPath(place).match(pattern) for pattern in STAFF_PLACES)


def _found() -> Iterator[tuple[str, Sentence]]:
    mapping, options = parse_mapping_cfg(  # type: ignore[no-untyped-call]
        io.StringIO((ROOT / "babel.cfg").read_text(encoding="utf-8"))
    )
    for folder in ("consult", "templates"):
        inside = [(pattern.removeprefix(f"{folder}/"), how) for pattern, how in mapping if pattern.startswith(folder)]
        own_options = {pattern.removeprefix(f"{folder}/"): given for pattern, given in options.items()}
        for place, _line, message, _comments, _context in extract_from_dir(
            ROOT / folder, inside, own_options, keywords=KEYWORDS
        ):
            yield f"{folder}/{place}", message
