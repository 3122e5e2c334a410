"""docs/booklets.md says what the code does."""

import re
from pathlib import Path

from consult.booklet.check import LONGEST_KEY, LONGEST_TEXT, MOST_OPTIONS, MOST_QUESTIONS, PICTURES
from consult.booklet.kinds import KINDS
from consult.booklet.model import AUDIENCES
from consult.booklet.reading import booklet_grade, longest_sentence
from consult.booklet.themes import THEMES
from consult.booklet.yaml_file import read_yaml, write_yaml
from tests.booklet.booklets import FILES

PAGE = Path("docs/booklets.md").read_text()


def test_the_measured_figures_are_those_of_the_files() -> None:
    rows = re.findall(r"^\| `([a-z0-9-]+)` \| (-?[\d.]+) \| (\d+) \|$", PAGE, re.MULTILINE)
    measured = []
    for path in FILES:
        booklet = read_yaml(path.read_text())[0]
        measured.append((path.stem, f"{booklet_grade(booklet):.1f}", str(longest_sentence(booklet))))
    assert sorted(rows) == sorted(measured)


def test_the_example_is_a_booklet_in_the_written_layout() -> None:
    text = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[0]
    booklet, faults = read_yaml(text)
    assert faults == []
    assert write_yaml(booklet) == text


def test_every_name_that_may_be_used_is_on_the_page() -> None:
    fixed = {f'"{key}"' if kind.written_options else key for kind in KINDS.values() for key in kind.fixed}
    names = {*KINDS, *AUDIENCES, *PICTURES, *THEMES, *(fixed - set(KINDS["scale"].fixed))}
    assert [name for name in sorted(names) if f"`{name}`" not in PAGE] == []


def test_limits_are_those_of_the_code() -> None:
    limits = f"{MOST_QUESTIONS} questions; {MOST_OPTIONS} options to a question; {LONGEST_TEXT} characters"
    assert limits in PAGE
    assert f"{LONGEST_KEY} to a key" in PAGE
