"""The blank booklet for when there is no internet: a plain value without a word, or the name, of the child."""

import re
from dataclasses import dataclass

from markupsafe import Markup

from consult.booklet.answers import Given
from consult.booklet.model import Option, Question
from consult.web.talk.pages import Contacts, Person

NOTHING = Given()
_IDS = re.compile(r'\b(?:id|for|aria-labelledby|aria-describedby)="([^"]+)"')
_ID = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class BlankQuestion:
    """One question. `place`: in its edition, from 1; `led_by`: what leads to it, as a half sentence, or blank."""

    place: int
    question: Question
    options: tuple[Option, ...]
    led_by: str = ""


@dataclass(frozen=True, slots=True)
class BlankPart:
    """A section with its questions."""

    title: str
    questions: tuple[BlankQuestion, ...]


@dataclass(frozen=True, slots=True)
class BlankPage:
    """`talk/offline.html`. `capability`: lets this page post, and nothing else.

    `public_key`: the modulus of the key that seals, in base64url. `after`: the conversation's sequence when the page
    was made.
    """

    person: Person
    parts: tuple[BlankPart, ...]
    authority: int
    capability: str
    public_key: str
    after: int
    contacts: Contacts
    may_be_private: bool = True


def own_ids(html: Markup, prefix: str) -> Markup:
    """The same controls with ids of their own, so that many questions can stand on one page.

    In a template's output every quotation mark that somebody typed is escaped, so only attributes are met.
    """
    pieces, at = [], 0
    for attribute in _IDS.finditer(html):
        for each in _ID.finditer(html, *attribute.span(1)):
            pieces += [html[at : each.start()], prefix]
            at = each.start()
    return html[:0].join([*pieces, html[at:]])
