"""Every page is open by name or closed to whoever is not signed in."""

import pytest
from flask import Flask
from werkzeug.routing import Rule

from consult.store.database import Store
from tests.actions.deeds import come_in
from tests.fixtures.apps import sign_in, sit_down
from tests.fixtures.cast import Cast

OPEN = {
    "asset",
    "health",
    "ready",
    "metrics",
    "favicon",
    "door.card",
    "door.enter",
    "door.leave",
    "door.staff",
    "talk.post_letter",
    "talk.worker",
    "about.index",
    "about.children",
    "about.young_people",
    "about.document",
    "door.today",
    "door.sun",
    "door.staff_leave",
    "security.login",
    "staff_door.link",
    "staff_passkey.ask",
    "staff_passkey.enter",
    "gallery.index",
    "gallery.sample",
}
DOOR = {
    "door.me",
    "door.say_me",
    "door.avatar",
    "door.choose_avatar",
    "door.pictures",
    "door.tap_pictures",
    "door.forget",
    "door.today",
}
"""Steps of coming in: without a card they lead back to the first page."""


@pytest.fixture
def database_kind() -> str:
    return "sqlite"


def list_rules(app: Flask) -> list[Rule]:
    """Every rule, with Flask-Security's own static files, of which there are none, left out."""
    return [rule for rule in app.url_map.iter_rules() if rule.endpoint != "security.static"]


def fill(rule: Rule) -> str:
    """An address of this rule."""
    values = {name: "1" if "Integer" in type(each).__name__ else "some" for name, each in rule._converters.items()}
    with_values = rule.build(values)
    assert with_values is not None
    return with_values[1]


def test_what_is_open_is_named_here(app: Flask) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    endpoints = {rule.endpoint for rule in list_rules(app)}
    assert endpoints >= OPEN | DOOR, "a name here that no page has any more"
    let_in = set()
    for rule in list_rules(app):
        if rule.endpoint in OPEN:
            continue
        for method in sorted((rule.methods or set()) & {"GET", "POST", "PUT", "DELETE", "PATCH"}):
            answer = app.test_client().open(fill(rule), method=method)
            sent_away = answer.status_code in {302, 303} and answer.location.split("?")[0] in {"/", "/staff/sign-in"}
            if not (sent_away or answer.status_code in {401, 403, 404}):
                let_in.add(f"{method} {rule.rule}: {answer.status_code} {answer.location}")
    assert let_in == set()


def test_a_child_is_not_let_into_staff_rooms(app: Flask, store: Store, cast: Cast) -> None:
    client = app.test_client()
    sit_down(client, come_in(store, cast.sam))
    for rule in list_rules(app):
        if rule.endpoint.startswith(("desk.", "voice.", "office.")) and "GET" in (rule.methods or ()):
            answer = client.get(fill(rule))
            assert answer.status_code in {302, 303}, rule.rule
            assert answer.location.startswith("/staff/sign-in"), rule.rule


@pytest.mark.parametrize(
    ("who", "closed"),
    [
        ("officer", ("office.", "talk.")),
        ("manager", ("desk.", "talk.", "office.people", "office.retention", "office.audit")),
    ],
)
def test_staff_are_let_only_into_their_rooms(
    app: Flask, store: Store, cast: Cast, who: str, closed: tuple[str, ...]
) -> None:
    client = app.test_client()
    sign_in(client, store, getattr(cast, who))
    for rule in list_rules(app):
        if rule.endpoint.startswith(closed) and rule.endpoint not in OPEN and "GET" in (rule.methods or ()):
            assert client.get(fill(rule)).status_code in {302, 303, 403, 404}, rule.rule


def test_a_form_without_its_token_is_refused(app: Flask, store: Store, cast: Cast) -> None:
    client = app.test_client()
    sign_in(client, store, cast.officer)
    for rule in list_rules(app):
        if "POST" in (rule.methods or ()):
            assert client.post(fill(rule)).status_code == 400, rule.rule


def test_answers_are_guarded(app: Flask, store: Store, cast: Cast) -> None:
    client = app.test_client()
    sign_in(client, store, cast.officer)
    for path in ("/", "/desk", "/health", "/no/such/page"):
        headers = client.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] in {"no-referrer", "same-origin"}
    assert "no-store" in client.get("/desk").headers["Cache-Control"]
