"""A language in which every sentence stands in brackets: what is visible outside them never went through gettext."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from html.parser import HTMLParser
from typing import Any

import pytest
from babel.support import NullTranslations
from flask import Flask, render_template_string

from consult.web.house import language, samples_child, samples_offline

SAMPLES = samples_child.samples() | samples_offline.samples()
IN_EVERY_LANGUAGE = {"Childline", "A", "A+", "A++"}
_WORD = re.compile(r"[^\W\d_]")
_UNSEEN = {"script", "style"}
_SPOKEN_ATTRIBUTES = {"aria-label", "alt", "title", "placeholder"}


class Bracketed(NullTranslations):
    """Says everything in English, in brackets."""

    def ugettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ungettext(self, one: str, many: str, count: int) -> str:
        return f"⟦{one if count == 1 else many}⟧"

    gettext, ngettext = ugettext, ungettext


class Bare(HTMLParser):
    """Collects the pieces of visible text that stand outside brackets."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.depth = self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in _UNSEEN
        self.pieces += [text for name, text in attrs if name in _SPOKEN_ATTRIBUTES and text and "⟦" not in text]

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in _UNSEEN

    def handle_data(self, data: str) -> None:
        if self.hidden:
            return
        outside = ""
        for sign in data:
            self.depth -= sign == "⟧"
            if self.depth == 0 and sign not in "⟦⟧":
                outside += sign
            self.depth += sign == "⟦"
        self.pieces += re.split(r"\n|, |⟦|⟧", outside)


def find_bare(html: str, given: set[str]) -> list[str]:
    """Visible words that are neither in brackets nor given to the page from outside."""
    reader = Bare()
    reader.feed(html)
    assert reader.depth == 0, "a bracket is left open"
    trimmed = (piece.strip(" \t\n–·:.,") for piece in reader.pieces)
    return [piece for piece in trimmed if _WORD.search(piece) and piece not in given]


def strings_in(value: Any) -> Iterator[str]:
    """Every text that a page is given: words of booklets and children, names, settings."""
    if isinstance(value, str):
        for line in [value, *re.split(r"\n|, ", value)]:
            yield line.strip(" \t\n–·:.,")
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings_in(getattr(value, field.name))
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings_in(each)
    elif isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from strings_in(each)


@pytest.fixture
def database_kind() -> str:
    return "sqlite"


@pytest.fixture
def bracketed(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Flask:
    """The application in brackets."""
    monkeypatch.setattr(language, "sentences_in", lambda _tag: Bracketed())
    return app


def test_no_childs_page_says_anything_past_gettext(bracketed: Flask) -> None:
    client, bare = bracketed.test_client(), {}
    for name, (_template, context) in SAMPLES.items():
        page = client.get(f"/gallery/{name}")
        assert page.status_code == 200, name
        assert "⟦" in page.text, name
        found = find_bare(page.text, IN_EVERY_LANGUAGE | set(strings_in(context)))
        if found:
            bare[name] = found
    assert bare == {}


def test_a_page_that_forgets_gettext_is_caught(bracketed: Flask) -> None:
    with bracketed.test_request_context():
        html = render_template_string(
            '<h1>{{ _("Hello %(name)s", name=who) }}</h1><p>Forgotten</p><i>{{ who }}</i>'
            '<b aria-label="Not said">{{ _("Said") }}</b><script>ignored</script>',
            who="Sam",
        )
    assert find_bare(html, {"Sam"}) == ["Forgotten", "Not said"]
    assert find_bare(html, set()) == ["Forgotten", "Sam", "Not said"]


def test_in_plain_english_every_page_would_be_caught(app: Flask) -> None:
    client = app.test_client()
    for name, (_template, context) in SAMPLES.items():
        assert find_bare(client.get(f"/gallery/{name}").text, IN_EVERY_LANGUAGE | set(strings_in(context))), name
