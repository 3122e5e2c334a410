"""Starting: the real service refuses to run half set up, in one plain line."""

import base64
import json
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.fixtures.postgres import as_administrator, make_database
from tests.house.files import ROOT

KEY = base64.b64encode(bytes(32)).decode()
REAL = {"SECRET_KEY": "long", "CONSULT_KEY": KEY, "BASE_URL": "https://talk.larkshire.example"}
SERVE = "import consult.serving as s; app = s.serve(); print(app.extensions['consult'].store.engine.pool.checkedin())"


def start(folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Do what gunicorn does before it forks, with these settings and no others."""
    own = {"DATABASE_URL": f"sqlite:///{folder / 'consult.db'}", "PATH": "/usr/bin:/bin", "TMPDIR": str(folder)}
    environment = own | settings
    command = [sys.executable, "-c", SERVE]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_it_starts_with_everything_and_leaves_no_connection_to_share(tmp_path: Path) -> None:
    ran = start(tmp_path, **REAL)
    assert (ran.returncode, ran.stdout.strip(), ran.stderr) == (0, "0", "")


@pytest.mark.parametrize(
    ("setting", "value", "says"),
    [
        ("SECRET_KEY", "", "SECRET_KEY is not set"),
        ("CONSULT_KEY", "", "Neither CONSULT_KEY nor CONSULT_KEY_FILE is set"),
        ("CONSULT_KEY", "c2hvcnQ=", "CONSULT_KEY must be 32 random bytes"),
        ("BASE_URL", "http://talk.larkshire.example", "BASE_URL must begin with https://"),
        ("TRUSTED_PROXIES", "nearly all", "TRUSTED_PROXIES must be a number"),
        ("PORT", "eight thousand", "PORT must be a whole number"),
    ],
)
def test_it_refuses_in_one_line(tmp_path: Path, setting: str, value: str, says: str) -> None:
    ran = start(tmp_path, **REAL | {setting: value})
    assert ran.returncode != 0
    assert says in ran.stderr
    assert len(ran.stderr.splitlines()) == 1
    assert not (tmp_path / "consult.db").exists()


def test_it_refuses_a_database_that_a_newer_one_changed(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "consult.db") as newer:
        newer.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        newer.execute("INSERT INTO alembic_version VALUES ('9999')")
    newer.close()
    ran = start(tmp_path, **REAL)
    assert ran.returncode != 0
    assert "A newer Consult has used" in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


def test_it_refuses_a_database_that_holds_the_demo(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "flask", "--app", "consult", "demo"]
    url = f"sqlite:///{tmp_path / 'consult.db'}"
    filled = {"DATABASE_URL": url, "CONSULT_DEMO": "1", "PATH": "/usr/bin:/bin"} | REAL
    subprocess.run(command, cwd=ROOT, env=filled, capture_output=True, check=True)
    assert start(tmp_path, **REAL, CONSULT_DEMO="1").returncode == 0, "the control: asked for, it starts"
    ran = start(tmp_path, **REAL)
    assert ran.returncode != 0
    assert "holds the demo" in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


def test_it_refuses_another_key_than_the_database_was_made_with(tmp_path: Path) -> None:
    assert start(tmp_path, **REAL).returncode == 0
    ran = start(tmp_path, **REAL | {"CONSULT_KEY": base64.b64encode(bytes(range(32))).decode()})
    assert ran.returncode != 0
    assert ran.stderr.splitlines() == [
        "Consult does not start: CONSULT_KEY is not the key that this database was made with."
    ]


def test_it_refuses_a_role_that_row_level_security_does_not_hold(tmp_path: Path, empty_postgres: str) -> None:
    assert start(tmp_path, **REAL, DATABASE_URL=empty_postgres).returncode == 0, "the control"
    ran = start(tmp_path, **REAL, DATABASE_URL=as_administrator(empty_postgres))
    assert ran.returncode != 0
    assert "sees every authority's rows" in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


@pytest.fixture
def empty_postgres(postgres_server: str) -> str:
    return make_database(postgres_server, "serving")


def test_workers_count_together_and_log_pages_not_addresses(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    own = {"DATABASE_URL": f"sqlite:///{tmp_path / 'consult.db'}", "PATH": "/usr/bin:/bin", "TMPDIR": str(tmp_path)}
    command = [sys.executable, "-m", "gunicorn", "--config", "python:consult.serving"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, env=own | REAL | {"PORT": port}, stdout=pipe, stderr=pipe) as serving:
        try:
            _wait_for(port, "/ready")
            for _ in range(20):
                _ask(port, "/?find=kite")
            counts = _ask(port, "/metrics")
        finally:
            serving.terminate()
            told, complained = serving.communicate(timeout=20)
    assert 'consult_requests_total{route="door.card",status="200"} 20.0' in counts
    lines = [json.loads(line) for line in told.splitlines()]
    assert [each["route"] for each in lines if each["route"] != "ready"] == ["door.card"] * 20 + ["metrics"]
    assert (b"kite" in told, complained, serving.returncode) == (False, b"", 0)
    assert list(tmp_path.glob("consult-metrics-*")) == []
    with pytest.raises(OSError):
        _ask(port, "/ready")


def _wait_for(port: str, path: str) -> None:
    for _ in range(300):
        try:
            _ask(port, path)
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("it did not start within half a minute")


def _ask(port: str, path: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
        text: str = answer.read().decode()
    return text
