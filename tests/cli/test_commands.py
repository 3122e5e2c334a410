"""What every command keeps to."""

import base64
import re

import pytest

import consult
from consult.settings import ROOT, Settings
from tests.cli.conftest import _runner

COMMANDS = (
    ("booklet", "check"),
    ("booklet", "publish"),
    ("booklet", "export"),
    ("import", "reviews"),
    ("import", "answers"),
    ("analyse",),
    ("voice",),
    ("authority", "add"),
    ("staff", "add"),
    ("staff", "reset"),
    ("staff", "code"),
    ("keys", "rotate"),
    ("audit", "verify"),
    ("demo",),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_and_documentation(run_nowhere, command):
    done = run_nowhere(*command, "--help")
    assert done.code == 0
    assert done.told[0].startswith("Usage:")
    assert f"`{' '.join(command)}" in (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [each for each in COMMANDS if each != ("demo",)], ids=" ".join)
def test_called_without_what_it_needs_is_one_line(run_nowhere, command):
    done = run_nowhere(*command)
    assert (done.code != 0, done.told, len(done.faults)) == (True, [], 1)


def test_authority_add(run):
    assert run("authority", "add", "north", "North").told == ["North is added under the key north."]
    assert run("authority", "add", "north", "North").code == 1
    assert run("authority", "add", "N O", "North").code == 1
    assert run("authority", "add", "south", " ").code == 1


def test_a_missing_key_is_told(run_nowhere):
    done = run_nowhere("demo")
    assert done.faults == ["Error: CONSULT_KEY is not set. It is needed with a database of your own."]


@pytest.mark.parametrize("url", ["sqlite:////nowhere/at/all.db", "nonsense", "postgresql://nobody@127.0.0.1:1/none"])
def test_a_database_that_is_not_there_is_told(tmp_path, url):
    environment = {"DATABASE_URL": url, "CONSULT_KEY": base64.b64encode(bytes(32)).decode()}
    run = _runner(consult.create_app(Settings(environment, tmp_path, testing=True)))
    assert run("booklet", "export", "x").faults == [
        "Error: The database cannot be reached or used. DATABASE_URL says where it is."
    ]


def test_another_key_than_the_database_was_made_with_is_told(settings, database):
    other = base64.b64encode(b"another root key of 32 bytes yes").decode()
    run = _runner(consult.create_app(Settings({**settings.environment, "CONSULT_KEY": other}, settings.instance)))
    done = run("booklet", "export", "after-review", "--authority", "larkshire")
    assert done.faults == ["Error: CONSULT_KEY is not the key that this database was made with."]


def test_demo_fills_once_and_says_the_same_again(run_empty):
    first, second = run_empty("demo"), run_empty("demo")
    assert (first.code, second.code) == (0, 0), first.faults
    assert first.told[0] == "The demo is filled."
    assert second.told[0] == "The demo is there already."
    assert [line.partition("code now")[0] for line in first.told[1:]] == [
        line.partition("code now")[0] for line in second.told[1:]
    ]
    assert len([line for line in second.told if re.search(r"code now [0-9]{6}$", line)]) == 4
    (shown,) = run_empty("staff", "code", "tom.avery@example.org").told
    assert re.fullmatch(r"[0-9]{6}", shown)
    assert any("1111 2222 3334" in line for line in first.told)
    assert any("5555 6666 7772" in line for line in first.told)
