"""Pages on which children choose: how it looks, and who sits beside them."""

from dataclasses import dataclass

from consult.web.house.catalogues import Language
from consult.web.talk.pages import Person


@dataclass(frozen=True, slots=True)
class LooksPage:
    """`talk/looks.html`. Form to talk.looks: `avatar`, `look` ("" or dusk), `size` ("", large, largest),
    `words_only` and `pictures_off` (1 when ticked)."""

    person: Person
    look: str
    size: str
    words_only: bool
    pictures_off: bool
    back: str


@dataclass(frozen=True, slots=True)
class HelperPage:
    """`talk/helper.html`. Form to talk.helper: `helper`, one of HELPERS. `helper`: who is said to be there now."""

    person: Person
    helper: str
    back: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ForHelperPage:
    """`talk/for_helper.html`: what a helper is asked to do. `next`: where the child goes on."""

    person: Person
    next: str


@dataclass(frozen=True, slots=True)
class LanguagePage:
    """`talk/language.html`. Form to talk.language: `language`, a tag of one of `languages`; the first is English."""

    person: Person
    languages: tuple[Language, ...]
    back: str
