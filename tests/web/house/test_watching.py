"""What monitors and the log are told: pages by name, counts and times; never an address, a word or a person."""

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from consult.settings import Settings
from consult.store import readiness
from consult.store.database import Store
from consult.web.house import logs
from tests.actions.deeds import begin
from tests.fixtures.apps import sit_down
from tests.fixtures.cast import Cast

AWAY = {"REMOTE_ADDR": "192.0.2.7"}
TOKEN = "a long token for the monitor"


class Lines(logging.Handler):
    """What would be written."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(logs.JsonLine())
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))

    @property
    def told(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.lines]


@pytest.fixture
def lines() -> Iterator[Lines]:
    """The log as the real service writes it."""
    handler, log = Lines(), logging.getLogger("consult")
    log.addHandler(handler)
    logs.log.setLevel(logging.INFO)
    yield handler
    log.removeHandler(handler)
    logs.log.setLevel(logging.NOTSET)


def test_a_request_is_one_line_without_address_or_words(
    client: FlaskClient, store: Store, cast: Cast, lines: Lines
) -> None:
    sit_down(client, begin(store, cast.sam))
    client.get(f"/desk/reviews/{cast.sam.review_id}?find=kite")
    client.post("/talk/answer?find=kite", data={"words": "a red kite over the weir"})
    client.get("/no/such/kite")
    assert [each["status"] for each in lines.told] == [303, 404, 404]
    for each in lines.told:
        assert set(each) == {"at", "level", "route", "method", "status", "ms"}
        assert 0 < each["ms"] < 60_000
    assert lines.told[0]["route"] == "desk.review"
    assert lines.told[-1]["route"] == "none"
    written = "\n".join(lines.lines)
    for secret in ("kite", cast.sam.review_id, cast.sam.card, cast.sam.first_name, "127.0.0.1"):
        assert secret not in written


def test_others_messages_are_told_without_what_was_filled_in(lines: Lines) -> None:
    other = logging.getLogger("gunicorn.test")
    other.addHandler(lines)
    try:
        try:
            raise ValueError("a red kite")
        except ValueError:
            other.exception("Error handling request %s", "/desk/reviews/abc?find=kite")
        other.warning("Invalid request from ip=192.0.2.7: kite")
    finally:
        other.removeHandler(lines)
    assert [each["says"] for each in lines.told] == [
        "Error handling request %s",
        "(not told here: it may hold an address)",
    ]
    assert lines.told[0]["kind"] == "ValueError"
    assert "kite" not in "".join(lines.lines)


def test_our_own_faults_are_told_by_kind_and_place(
    client: FlaskClient, lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(_store: Store) -> bool:
        raise RuntimeError("a red kite")

    monkeypatch.setattr("consult.web.house.health.is_ready", break_off)
    assert client.get("/ready").status_code == 500
    fault, asked = lines.told
    assert fault["says"].startswith("RuntimeError at ")
    assert asked["status"] == 500
    assert "kite" not in "".join(lines.lines)


def test_requests_are_counted_by_page_and_status(client: FlaskClient, cast: Cast) -> None:
    for _ in range(3):
        client.get("/")
    client.get(f"/desk/reviews/{cast.sam.review_id}")
    counts = client.get("/metrics").text
    assert 'consult_requests_total{route="door.card",status="200"} 3.0' in counts
    assert 'consult_request_seconds_count{route="door.card"} 3.0' in counts
    assert 'route="desk.review"' in counts
    assert cast.sam.review_id not in counts


@pytest.mark.parametrize("path", ["/metrics", "/ready"])
def test_only_monitors_are_told(app: Flask, path: str) -> None:
    client = app.test_client()
    assert client.get(path).status_code == 200, "from this machine"
    assert client.get(path, environ_base=AWAY).status_code == 404
    assert client.get(path, headers={"X-Forwarded-For": "127.0.0.1"}).status_code == 404, "through a proxy on it"
    bearer = {"Authorization": f"Bearer {TOKEN}"}
    assert client.get(path, environ_base=AWAY, headers=bearer).status_code == 404, "no token is set"
    _set(app, MONITOR_TOKEN=TOKEN)
    assert client.get(path, environ_base=AWAY, headers=bearer).status_code == 200
    for wrong in ("Bearer ", "Bearer é", f"Bearer {TOKEN}x"):
        assert client.get(path, environ_base=AWAY, headers={"Authorization": wrong}).status_code == 404


def test_ready_is_whether_it_can_write_in_a_shape_that_it_knows(
    client: FlaskClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (client.get("/ready").json, client.get("/ready").status_code) == ({"status": "ready"}, 200)
    with store.engine.connect() as connection:
        connection.execute(text("PRAGMA query_only = ON"))
    refused = client.get("/ready")
    assert (refused.json, refused.status_code) == ({"status": "not ready"}, 503)
    assert client.get("/health").status_code == 200, "reading goes on"
    with store.engine.connect() as connection:
        connection.execute(text("PRAGMA query_only = OFF"))
    assert client.get("/ready").status_code == 200
    monkeypatch.setattr(readiness, "head", lambda: "9999")
    assert client.get("/ready").status_code == 503


def _set(app: Flask, **more: str) -> None:
    premises = app.extensions["consult"]
    premises.settings = Settings({**premises.settings.environment, **more}, premises.settings.instance, testing=True)
