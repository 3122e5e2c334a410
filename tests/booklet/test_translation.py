"""A booklet in another language: what fits is shown, what went stale stays English and is told."""

from dataclasses import replace

import pytest

from consult.booklet.model import Booklet, Option, Question
from consult.booklet.translation import (
    Sentence,
    Translation,
    compare,
    from_document,
    list_sentences,
    to_document,
    translate,
)
from consult.booklet.translation_file import read_translation
from consult.booklet.yaml_file import read_yaml
from tests.booklet.booklets import FILES, LIBRARY, booklet_of

BOOKLET = booklet_of(
    Question("home", "choice", "Good or not?", "Think.", options=(Option("yes", "Yes", "p-pets"), Option("no", "No")))
)
PATHS = {
    "title": "Small",
    "sections.all": "All",
    "questions.home.text": "Good or not?",
    "questions.home.hint": "Think.",
    "questions.home.options.yes": "Yes",
    "questions.home.options.no": "No",
}
WHOLE = Translation("small", "pl", "draft", {path: Sentence(en, f"pl {en}") for path, en in PATHS.items()})
FILE = """\
booklet: small
language: pl
state: draft
title: {en: "Small", to: "Mała"}
sections:
  all: {en: "All", to: "Wszystko"}
questions:
  home:
    text: {en: "Good or not?", to: "Dobrze czy nie?"}
    hint:
      en: "Think."
      to: "Pomyśl."
    options:
      "yes": {en: "Yes", to: "Tak"}
      "no": {en: "No", to: "Nie"}
"""


def without(path: str) -> Translation:
    """The whole translation but for one sentence."""
    return replace(WHOLE, sentences={name: each for name, each in WHOLE.sentences.items() if name != path})


def test_every_sentence_has_a_path() -> None:
    assert list_sentences(BOOKLET) == PATHS


def test_a_whole_translation_says_everything_and_changes_nothing_else() -> None:
    shown = translate(BOOKLET, WHOLE)
    assert list_sentences(shown) == {path: f"pl {en}" for path, en in PATHS.items()}
    (question,) = shown.questions
    assert [(option.key, option.picture) for option in question.options] == [("yes", "p-pets"), ("no", "")]
    assert (question.key, question.kind, shown.key, shown.audience) == ("home", "choice", "small", "young_person")
    assert compare(BOOKLET, WHOLE).translated == compare(BOOKLET, WHOLE).whole == 6


@pytest.mark.parametrize("path", PATHS)
def test_a_missing_sentence_is_told_and_stays_english(path: str) -> None:
    shown = list_sentences(translate(BOOKLET, without(path)))
    assert shown[path] == PATHS[path]
    assert sum(text.startswith("pl ") for text in shown.values()) == 5
    found = compare(BOOKLET, without(path))
    assert (found.missing, found.stale, found.unknown, found.translated) == ((path,), (), (), 5)


@pytest.mark.parametrize("path", PATHS)
def test_a_stale_sentence_is_told_and_stays_english(path: str) -> None:
    old = replace(WHOLE, sentences={**WHOLE.sentences, path: Sentence("As it was before", "Jak było")})
    assert list_sentences(translate(BOOKLET, old))[path] == PATHS[path]
    found = compare(BOOKLET, old)
    assert (found.missing, found.stale, found.unknown) == ((), (path,), ())


def test_what_the_booklet_does_not_say_is_unknown_and_changes_nothing() -> None:
    more = replace(WHOLE, sentences={**WHOLE.sentences, "questions.gone.text": Sentence("Gone", "Nie ma")})
    assert compare(BOOKLET, more).unknown == ("questions.gone.text",)
    assert translate(BOOKLET, more) == translate(BOOKLET, WHOLE)


def test_keeping_loses_nothing() -> None:
    assert from_document(to_document(WHOLE)) == WHOLE


def test_a_file_is_read() -> None:
    found, faults = read_translation(FILE, BOOKLET)
    assert faults == []
    assert found is not None
    assert (found.booklet, found.language, found.state) == ("small", "pl", "draft")
    assert found.sentences["questions.home.options.no"] == Sentence("No", "Nie")
    assert compare(BOOKLET, found).translated == 6


@pytest.mark.parametrize(
    ("before", "after", "line", "words"),
    [
        ("booklet: small", "booklet: other", 1, "the booklet beside it is “small”"),
        ("language: pl", "language: Polish", 2, "no language tag"),
        ("language: pl", "language: en", 2, "other than English"),
        ("state: draft", "state: good", 3, "draft or checked"),
        ("state: draft\n", "", 1, "“state” is missing"),
        ('to: "Mała"', 'to: " "', 4, "Write words here"),
        (', to: "Mała"', "", 4, "“to” is missing"),
        ('to: "Mała"', "to: true", 4, "Write words here"),
        ("  all:", "  none:", 6, "The booklet does not say this"),
        ("  home:", "  hom:", 9, "The booklet does not say this"),
        ("    hint:", "    hunt:", 10, "no field “hunt”"),
        ('      "no":', '      "yes":', 15, "stands here twice"),
        ('      "no":', '      "none":', 15, "The booklet does not say this"),
        ('to: "Pomyśl."', f'to: "{"a" * 501}"', 12, "500 are allowed"),
        ('to: "Pomyśl."', 'to: "a\\u0000"', 12, "cannot be seen"),
        ("questions:", "questions: []\nmore:", 7, "Write this as fields"),
        ("booklet: small", "booklet: &a small", 1, "Anchors"),
    ],
)
def test_a_fault_is_told_with_its_line(before: str, after: str, line: int, words: str) -> None:
    assert before in FILE
    found, faults = read_translation(FILE.replace(before, after, 1), BOOKLET)
    assert found is None
    assert any(fault.line == line and words in fault.sentence for fault in faults), faults


@pytest.mark.parametrize("text", ["", "just words", "- a\n- b", "title: ["])
def test_what_is_no_translation_at_all_is_refused(text: str) -> None:
    found, faults = read_translation(text, BOOKLET)
    assert found is None
    assert faults


BOOKLETS: dict[str, Booklet] = {path.stem: read_yaml(path.read_text(encoding="utf-8"))[0] for path in FILES}


@pytest.mark.parametrize("path", sorted(LIBRARY.glob("*.*.yaml")), ids=lambda path: path.stem)
def test_shipped_translations_are_sound_and_whole(path) -> None:
    key, _, language = path.stem.partition(".")
    found, faults = read_translation(path.read_text(encoding="utf-8"), BOOKLETS[key])
    assert faults == []
    assert found is not None
    assert found.language == language
    covered = compare(BOOKLETS[key], found)
    assert (covered.missing, covered.stale) == ((), ())


def test_every_shipped_language_has_every_booklet() -> None:
    languages = {path.stem.partition(".")[2] for path in LIBRARY.glob("*.*.yaml")}
    assert languages >= {"pl", "ar"}
    there = {path.stem for path in LIBRARY.glob("*.*.yaml")}
    assert there == {f"{key}.{language}" for key in BOOKLETS for language in languages}
