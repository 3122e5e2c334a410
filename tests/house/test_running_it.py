"""docs/running-it.md names everything that can be run and set."""

import re
from collections.abc import Iterator

import click
import pytest
from flask import Flask

from tests.house.files import PACKAGE, ROOT, find

GUIDE = (ROOT / "docs" / "running-it.md").read_text(encoding="utf-8")


@pytest.fixture
def database_kind() -> str:
    return "sqlite"


def walk(group: click.Group, before: str = "") -> Iterator[str]:
    """Every command's full name."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from walk(command, f"{before}{name} ")
        else:
            yield f"{before}{name}"


def test_every_target_of_make() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    declared = set(re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)[0].split())
    assert declared == set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert {name for name in declared if f"`make {name}`" not in GUIDE} == set()
    assert set(re.findall(r"`make ([a-z]+)`", GUIDE)) <= declared


def test_every_setting() -> None:
    code = (PACKAGE / "settings.py").read_text(encoding="utf-8")
    settings = set(re.findall(r"environment\.get\(\"([A-Z_]+)\"", code))
    assert {"DATABASE_URL", "CONSULT_KEY", "SECRET_KEY"} <= settings
    assert {name for name in settings if f"| `{name}` |" not in GUIDE} == set()
    elsewhere = [
        path for path in find(PACKAGE, "*.py") if re.search(r"os\.(?:environ|getenv)", path.read_text("utf-8"))
    ]
    assert elsewhere == [PACKAGE / "settings.py"]


def test_every_command(app: Flask) -> None:
    assert isinstance(app.cli, click.Group)
    commands = set(walk(app.cli))
    assert "booklet check" in commands
    assert {name for name in commands if f"| `{name}" not in GUIDE} == set()
    told = set(re.findall(r"^\| `((?:[a-z]+ ?)+)", GUIDE.split("## Commands")[1], re.MULTILINE))
    assert {name.strip() for name in told} == commands
