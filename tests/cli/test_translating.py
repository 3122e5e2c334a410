"""`translate status`: what there is in every language, without a database."""

import re
from pathlib import Path

import pytest

from consult.cli import translating
from consult.web.house import catalogues


def lines_of(text: str, language: str) -> str:
    """What is said about one language."""
    return re.split(r"\n(?=\S)", text.partition(f"({language})\n")[2])[0]


def test_every_language_and_booklet_is_told(run_nowhere) -> None:
    told = "\n".join(run_nowhere("translate", "status").told)
    for language in ("pl", "ar"):
        block = lines_of(told, language)
        assert re.search(r"children's pages: \d+ of \d+, .*; draft", block)
        for booklet in ("about-me-under-11", "about-me-11-plus", "after-review"):
            assert re.search(rf"{booklet}: \d+ of \d+, .*; draft", block)


def test_missing_and_stale_are_counted_and_named(run_nowhere, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = tmp_path / "library"
    library.mkdir()
    for path in translating.LIBRARY.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        if path.name == "about-me-under-11.pl.yaml":
            text = text.replace('en: "How do you feel today?"', 'en: "How are you?"').replace(
                "state: draft", "state: checked"
            )
            text = re.sub(r'    hint:\n      en: "Pick the face.*\n.*\n', "", text)
        (library / path.name).write_text(text, encoding="utf-8")
    (library / "after-review.ar.yaml").unlink()
    monkeypatch.setattr(translating, "LIBRARY", library)
    told = "\n".join(run_nowhere("translate", "status", "--all").told)
    polish, arabic = lines_of(told, "pl"), lines_of(told, "ar")
    assert re.search(r"about-me-under-11: \d+ of \d+, 1 missing, 1 stale; checked", polish)
    assert "missing: questions.feel_today.hint" in polish
    assert "stale: questions.feel_today.text" in polish
    assert "after-review: not translated" in arabic
    assert "nothing missing, nothing stale; draft" in arabic


def test_the_interface_is_compared_with_what_the_code_says(run_nowhere, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = translating.childrens_sentences() | {"A sentence of tomorrow"}
    monkeypatch.setattr(translating, "childrens_sentences", lambda: ours - {"Stop and hide"})
    told = "\n".join(run_nowhere("translate", "status", "--all").told)
    for language in ("pl", "ar"):
        block = lines_of(told, language)
        assert "missing: A sentence of tomorrow" in block
        assert "stale: Stop and hide" in block


def test_a_fault_in_a_file_fails_the_command(run_nowhere, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "after-review.pl.yaml").write_text("booklet: other\nlanguage: pl\nstate: draft\n", encoding="utf-8")
    monkeypatch.setattr(translating, "LIBRARY", tmp_path)
    done = run_nowhere("translate", "status")
    assert done.code == 1
    assert "after-review.pl.yaml, line 1, booklet: This translates “other”" in done.faults[0]


def test_a_language_is_checked_when_its_file_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "pl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    text = catalogues.catalogue_path("pl").read_text(encoding="utf-8")
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path)
    catalogues.shipped_languages.cache_clear()
    try:
        for state in ("draft", "checked"):
            (folder / "messages.po").write_text(text.replace("# State: draft", f"# State: {state}"), encoding="utf-8")
            assert catalogues.shipped_languages()["pl"].state == state
            catalogues.shipped_languages.cache_clear()
    finally:
        catalogues.shipped_languages.cache_clear()
