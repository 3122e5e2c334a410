"""Imports only go down; the pure rooms load nothing of the web or the database."""

import subprocess
import sys
from pathlib import Path

from tests.house.files import PACKAGE, ROOT, find, name

PURE = ("booklet", "conversation", "analysis", "report", "render")
HEAVY = ("flask", "sqlalchemy", "flask_babel", "werkzeug")
SPEAKS_SQL = ("consult/store/", "consult/web/house/staff_sign_in.py", "consult/web/house/health.py")


def test_the_layers_hold() -> None:
    command = [Path(sys.executable).with_name("lint-imports"), "--no-logo"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


def test_pure_rooms_load_without_the_web_and_the_database() -> None:
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for room in PURE
        for path in find(PACKAGE / room, "*.py")
    ]
    program = f"import sys, {', '.join(modules)}\nprint([each for each in {HEAVY!r} if each in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_only_the_store_speaks_sql() -> None:
    speakers = [
        name(path)
        for path in find(PACKAGE, "*.py")
        if "sqlalchemy" in path.read_text(encoding="utf-8") and not name(path).startswith(SPEAKS_SQL)
    ]
    assert speakers == []


def test_only_one_place_reads_the_time() -> None:
    readers = [
        name(path)
        for path in find(PACKAGE, "*.py")
        if any(
            word in path.read_text(encoding="utf-8")
            for word in ("datetime.now(", "date.today(", "time.time(", "utcnow(")
        )
    ]
    assert readers == ["consult/store/clock.py"]


def test_only_transactions_commit() -> None:
    committers = [name(path) for path in find(PACKAGE, "*.py") if ".commit()" in path.read_text(encoding="utf-8")]
    assert committers == ["consult/store/migrate.py"], "deeds commit by leaving Store.writing"
