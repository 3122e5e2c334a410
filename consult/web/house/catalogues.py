"""The interface in other languages: `.po` files read at first use, so that there is nothing to build."""

import re
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

from consult.booklet.translation import CHECKED, DRAFT
from consult.settings import ROOT

FOLDER = ROOT / "translations"

_CHECKED = re.compile(rf"^# State: {CHECKED}$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Language:
    """A language that we ship. `name`: its own; `state` of its interface: draft or checked."""

    tag: str
    name: str
    state: str


@cache
def shipped_languages() -> dict[str, Language]:
    """By tag, those that have a catalogue; English, which needs none, is not among them."""
    tags = sorted(path.parent.parent.name for path in FOLDER.glob("*/LC_MESSAGES/messages.po"))
    return {tag: Language(tag, own_name(tag), _state(tag)) for tag in tags}


def own_name(tag: str) -> str:
    """A language as its own speakers write it: Polski, العربية."""
    name = Locale.parse(tag, sep="-").get_display_name(tag) or tag
    return name[:1].upper() + name[1:]


def catalogue_path(tag: str) -> Path:
    """Where a language's sentences stand."""
    return FOLDER / tag / "LC_MESSAGES" / "messages.po"


def read_catalogue(tag: str) -> Catalog:
    """The sentences of a language, as its file has them."""
    with catalogue_path(tag).open("rb") as file:
        return read_po(file, locale=tag)


@cache
def sentences_in(tag: str) -> NullTranslations:
    """Gettext of a language; one without a catalogue says everything in English."""
    if tag not in shipped_languages():
        return NullTranslations()
    packed = BytesIO()
    write_mo(packed, read_catalogue(tag))
    packed.seek(0)
    return Translations(packed)


def _state(tag: str) -> str:
    return CHECKED if _CHECKED.search(catalogue_path(tag).read_text(encoding="utf-8")) else DRAFT
