"""`make bench`: how fast Consult asks and saves, beside a bare Flask page in the same run.

gunicorn with 2 sync workers, 8 clients, every request on a connection of its own; half the requests ask a
question, half save an answer. The two take turns, so that whatever else the machine does falls on both.
About a minute. Machines differ: the share of the bare page is what counts.
"""

import base64
import datetime as dt
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

import bench_bare  # noqa: E402

from consult.actions.last_time import ALONE  # noqa: E402
from consult.actions.talking import say_who_helps  # noqa: E402
from consult.app import create_app  # noqa: E402
from consult.settings import Settings  # noqa: E402
from consult.store.database import Store  # noqa: E402
from consult.store.migrate import migrate  # noqa: E402
from consult.store.sealing import Keyring  # noqa: E402
from consult.store.staff import add_staff  # noqa: E402
from consult.store.visits import VisitKey  # noqa: E402
from tests.actions.deeds import begin  # noqa: E402
from tests.fixtures.cast import add_invited, open_authority  # noqa: E402
from tests.fixtures.postgres import make_database, postgres  # noqa: E402

CLIENTS, MAKERS = 8, 2
CHILDREN = 12
"""Children for each client, one after another."""
WARM, ROUNDS, SECONDS = 1.5, 3, 2.5
WANTED = {"SQLite": (40, 20), "PostgreSQL": (30, 40)}
"""Database -> per cent of the bare page, 95th percentile in ms."""
KEY = bytes(32)


@dataclass(frozen=True)
class Figures:
    """What one run measured; times in ms."""

    rate: float
    median: float
    late: float


def environment(url: str, port: int) -> dict[str, str]:
    """Settings of a server under test."""
    return {
        **os.environ,
        "DATABASE_URL": url,
        "CONSULT_KEY": base64.b64encode(KEY).decode(),
        "SECRET_KEY": "bench",
        "CONSULT_DEMO": "1",  # plain http
        "PORT": str(port),
    }


def fill(url: str) -> list[list[str]]:
    """Children with an open booklet; the cookies of each client's."""
    store = Store(url, Keyring(KEY))
    migrate(store)
    authority_id = open_authority(store, "bench")
    with store.writing(authority_id) as tx:
        officer = add_staff(tx, "bench@example.org", "Bench Officer", ["officer"], None)
    app = create_app(Settings(environment(url, 0), ROOT / "instance"), store=store)
    signer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
    born = dt.date(2014, 1, 1)

    def cookie(number: int) -> str:
        visit: VisitKey = begin(store, add_invited(store, officer, f"B-{number}", "Sam", born))
        say_who_helps(store, visit, ALONE)
        held = signer.dumps({"visit": [visit.authority_id, visit.token]})
        return f"{app.config['SESSION_COOKIE_NAME']}={held}"

    cookies = [[cookie(client * CHILDREN + each) for each in range(CHILDREN)] for client in range(CLIENTS)]
    store.engine.dispose()
    return cookies


@contextmanager
def serving(url: str, *app: str) -> Iterator[int]:
    """gunicorn with Consult's settings, and Consult itself unless another app is named; the port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    gunicorn = [str(Path(sys.executable).with_name("gunicorn")), "--config", "python:consult.serving", *app]
    server = subprocess.Popen(gunicorn, cwd=ROOT, env=environment(url, port))
    try:
        wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait()


def wait_for(port: int) -> None:
    """Until somebody listens there."""
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("The server does not start.")


def make_load(port: int, cookies: list[list[str]], seconds: float) -> list[float]:
    """All clients at once; seconds that each request took."""
    maker = [sys.executable, str(ROOT / "scripts" / "bench_load.py"), str(port), str(seconds)]
    running = [subprocess.Popen(maker, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(MAKERS)]
    for number, each in enumerate(running):
        assert each.stdin is not None
        each.stdin.write("".join(json.dumps(own) + "\n" for own in cookies[number::MAKERS]))
        each.stdin.close()
        each.stdin = None
    return [second for each in running for second in json.loads(each.communicate()[0])]


def sum_up(took: list[float]) -> Figures:
    """The figures of all rounds together."""
    ordered = sorted(took)
    late = ordered[len(ordered) * 95 // 100]
    return Figures(len(ordered) / (ROUNDS * SECONDS), 1000 * ordered[len(ordered) // 2], 1000 * late)


def compare(name: str, bare_url: str, our_url: str) -> None:
    """Measure both on one database, in turns, and print two lines of the table."""
    bench_bare.make_tables(bare_url)
    nobody = [[""] for _ in range(CLIENTS)]
    cookies = fill(our_url)
    bare_took: list[float] = []
    our_took: list[float] = []
    with serving(bare_url, "--pythonpath", "scripts", "bench_bare:create_app()") as bare_port, serving(our_url) as port:
        make_load(bare_port, nobody, WARM)
        make_load(port, cookies, WARM)
        for _ in range(ROUNDS):
            bare_took += make_load(bare_port, nobody, SECONDS)
            our_took += make_load(port, cookies, SECONDS)
    bare, ours, (least, latest) = sum_up(bare_took), sum_up(our_took), WANTED[name]
    share = 100 * ours.rate / bare.rate
    print(f"| {name}, bare page | {bare.rate:,.0f} | {bare.median:.1f} / {bare.late:.1f} | | |")
    print(
        f"| {name}, Consult | {ours.rate:,.0f} | {ours.median:.1f} / {ours.late:.1f} | {share:.0f} % "
        f"| {least} % or more, {latest} ms or less |",
        flush=True,
    )


def main() -> None:
    """Print the table."""
    print(
        f"gunicorn, 2 sync workers, {CLIENTS} clients, asking and saving in turn, {ROUNDS} rounds of {SECONDS} s each\n"
    )
    print("| | requests/s | p50 / p95 ms | of the bare page | wanted |\n| --- | --- | --- | --- | --- |", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        compare("SQLite", f"sqlite:///{folder}/bare.db", f"sqlite:///{folder}/consult.db")
    with postgres(quick=False) as server:
        compare("PostgreSQL", make_database(server, "bare"), make_database(server, "consult"))


if __name__ == "__main__":
    main()
