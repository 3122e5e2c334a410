"""Templates: they compile, escape everything, and bring no script or style of their own."""

import re
from pathlib import Path

import pytest
from flask import Flask

from tests.house.files import TEMPLATES, find, name

ALL = find(TEMPLATES, "*.html")
STANDS_ALONE = TEMPLATES / "voice" / "download.html"
"""A file that people keep, so its style is inside it."""
FORBIDDEN = {
    "unescaped text": r"\|\s*safe\b|Markup\(|autoescape",
    "a script in the page": r"<script(?![^>]*\bsrc=)",
    "a style in the page": r"<style|\sstyle\s*=",
    "an event in an attribute": r"\son[a-z]+\s*=\s*[\"']",
    "an address elsewhere": r"(?:src|href|action)\s*=\s*[\"'](?:https?:)?//",
    "a javascript address": r"javascript:",
}
_JINJA = re.compile(
    r"{% block look %}.*?{% endblock %}|{%-?\s*trans.*?endtrans\s*-?%}|{#.*?#}|{%.*?%}|{{.*?}}", re.DOTALL
)
_TAG = re.compile(r"<[^>]*>", re.DOTALL)
_WORDS = re.compile(r"[A-Za-z]{2,}(?:\s+[A-Za-z]{2,})*")
SAID_IN_NO_LANGUAGE = {"Consult", "Childline", "PDF", "CSV", "JSON", "HTML", "nbsp", "middot", "rarr", "larr"}


@pytest.fixture
def database_kind() -> str:
    return "sqlite"


def text_of(path: Path) -> str:
    """A template's text."""
    return path.read_text(encoding="utf-8")


def test_every_template_compiles(app: Flask) -> None:
    for path in ALL:
        app.jinja_env.get_template(str(path.relative_to(TEMPLATES)))


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_template_has(what: str) -> None:
    pages = [path for path in ALL if path != STANDS_ALONE]
    found = [name(path) for path in pages if re.search(FORBIDDEN[what], text_of(path), re.IGNORECASE)]
    assert found == []


def test_every_sentence_can_be_translated() -> None:
    bare = []
    for path in ALL:
        if path.name == "gallery.html":
            continue
        text = _TAG.sub("\n", _JINJA.sub(" ", text_of(path)))
        words = {each for each in _WORDS.findall(text) if each not in SAID_IN_NO_LANGUAGE}
        bare += [f"{name(path)}: {each}" for each in sorted(words)]
    assert bare == []


def test_every_form_that_posts_carries_the_token() -> None:
    bare = []
    for path in ALL:
        for form in re.findall(r"<form[^>]*method=[\"']post.*?</form>", text_of(path), re.DOTALL | re.IGNORECASE):
            if "csrf" not in form and "hidden_tag" not in form:
                bare.append(name(path))
    assert bare == []
