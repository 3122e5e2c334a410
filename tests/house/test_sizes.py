"""Nothing grows beyond what one can read at once, and names stay honest."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.files import PACKAGE, ROOT, STATIC, TEMPLATES, count_lines, find, name

CEILINGS = [
    (PACKAGE, "*.py", 300),
    (ROOT / "tests", "*.py", 300),
    (ROOT / "scripts", "*.py", 300),
    (TEMPLATES, "*.html", 120),
    (STATIC, "*.css", 250),
    (STATIC, "*.js", 150),
]
LONGEST_FUNCTION = 40
VAGUE = {"utils", "util", "helpers", "helper", "common", "base", "manager", "managers", "misc"}

GIVEN = {"process_bind_param", "process_result_value", "process_formdata", "get_bind", "get_translations"}
"""Names that SQLAlchemy and WTForms call by."""


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method in a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize(("folder", "pattern", "ceiling"), CEILINGS, ids=lambda value: str(value).split("/")[-1])
def test_files_stay_small(folder: Path, pattern: str, ceiling: int) -> None:
    long = {name(path): lines for path in find(folder, pattern) if (lines := count_lines(path)) > ceiling}
    assert long == {}


def test_functions_stay_short() -> None:
    long = {
        f"{name(path)}:{node.name}": lines
        for path in find(PACKAGE, "*.py")
        if "migrations" not in path.parts
        for node in functions(path)
        if (lines := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    }
    assert long == {}


def test_names_say_what_they_mean() -> None:
    modules = [name(path) for path in find(PACKAGE, "*.py") if path.stem in VAGUE]
    vague = [
        f"{name(path)}:{node.name}"
        for path in find(PACKAGE, "*.py")
        for node in functions(path)
        if node.name.lstrip("_").startswith(("get_", "handle_", "process_")) and node.name not in GIVEN
    ]
    assert (modules, vague) == ([], [])


def test_imports_stand_at_the_top() -> None:
    hidden = [
        f"{name(path)}:{node.name}"
        for path in find(PACKAGE, "*.py")
        for node in functions(path)
        if any(isinstance(inner, ast.Import | ast.ImportFrom) for inner in ast.walk(node))
    ]
    assert hidden == ["consult/__init__.py:__getattr__"], "the one that lets the pure rooms load without Flask"


def test_nothing_is_left_for_later() -> None:
    words = ("TO" + "DO", "FIX" + "ME", "XX" + "X")
    left = [
        f"{name(path)}: {word}"
        for folder, pattern, _ in CEILINGS
        for path in find(folder, pattern)
        for word in words
        if word in path.read_text(encoding="utf-8")
    ]
    assert left == []
