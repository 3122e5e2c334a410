"""The command line on a test's own database. SQLite only: which database it is makes no difference here."""

import base64
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask

import consult
from consult.settings import Settings
from tests.fixtures.stores import ROOT_KEY

Run = Callable[..., "Outcome"]


@dataclass(frozen=True)
class Outcome:
    """How a command ended. `faults`: the lines it wrote to standard error."""

    code: int
    told: list[str]
    faults: list[str]


@pytest.fixture
def database_kind() -> str:
    return "sqlite"


@pytest.fixture
def empty_app(tmp_path: Path) -> Flask:
    """The application before a database that is not even a file yet."""
    environment = {
        "DATABASE_URL": f"sqlite:///{tmp_path / 'new.db'}",
        "CONSULT_KEY": base64.b64encode(ROOT_KEY).decode(),
    }
    return consult.create_app(Settings(environment, tmp_path / "instance", testing=True))


@pytest.fixture
def run(app: Flask) -> Run:
    """Run a command where the cast lives: two authorities, larkshire and otherton."""
    return _runner(app)


@pytest.fixture
def run_empty(empty_app: Flask) -> Run:
    """Run a command where nothing is yet."""
    return _runner(empty_app)


@pytest.fixture
def run_nowhere(tmp_path: Path) -> Run:
    """Run a command where there is neither a key nor a database that could be opened."""
    settings = Settings({"DATABASE_URL": "sqlite:////nowhere/at/all.db"}, tmp_path / "instance", testing=True)
    return _runner(consult.create_app(settings))


def _runner(app: Flask) -> Run:
    def run(*words: object) -> Outcome:
        result = app.test_cli_runner().invoke(args=[str(word) for word in words])
        assert "Traceback" not in result.output
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return Outcome(result.exit_code, result.stdout.splitlines(), result.stderr.splitlines())

    return run
