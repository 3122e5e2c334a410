"""What every answer carries, whatever it answers."""

from dataclasses import replace

import pytest
from flask import Flask

import consult
from consult.settings import Settings
from consult.store.database import Store
from consult.web.house.assets import asset_url
from tests.fixtures.apps import token_in
from tests.fixtures.cast import Cast
from tests.web.browsing import Browser
from tests.web.house.conftest import People, Press
from tests.web.house.routes import VIEWS

POLICY = (
    "default-src 'self'; object-src 'none'; frame-src 'none'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex",
}
SECURE = "https://booklet.example"


@pytest.fixture
def secure_app(settings: Settings, store: Store) -> Flask:
    """The application behind https."""
    environment = {**settings.environment, "BASE_URL": SECURE}
    return consult.create_app(replace(settings, environment=environment), store=store)


@pytest.mark.parametrize("endpoint", VIEWS)
def test_every_route_carries_them(app: Flask, people: People, press: Press, endpoint: str) -> None:
    methods = {method for rule in app.url_map.iter_rules(endpoint) for method in rule.methods or ()} & {"GET", "POST"}
    for method in sorted(methods):
        for browser in (people.nobody, people.right_for(VIEWS[endpoint].who)):
            page = press(browser, endpoint, method)
            assert {name: page.headers.get(name) for name in ALWAYS} == ALWAYS, (method, page.status)
            if endpoint != "asset":
                assert page.headers["Cache-Control"] == "no-store", (method, page.status)


def test_errors_carry_them(app: Flask) -> None:
    browser = Browser(app)
    answers = [browser.open("/nothing"), browser.client.delete("/"), browser.client.post("/"), browser.open("/talk")]
    assert [page.status_code for page in answers] == [404, 405, 400, 308]
    for page in answers:
        assert {name: page.headers.get(name) for name in ALWAYS} == ALWAYS
        assert page.headers["Cache-Control"] == "no-store"


def test_only_assets_are_kept_by_browsers(app: Flask) -> None:
    browser = Browser(app)
    page = browser.open(asset_url(app, "child.css"))
    assert page.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert page.headers["Content-Security-Policy"] == POLICY


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(app: Flask) -> None:
    cookie = Browser(app).open("/").headers["Set-Cookie"]
    assert cookie.startswith("consult=")
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
    assert "Secure" not in cookie
    assert "Expires" not in cookie
    assert "Domain" not in cookie


def test_over_https_the_cookie_is_secure_and_bound_to_the_host(secure_app: Flask) -> None:
    page = secure_app.test_client().get("/", base_url=SECURE)
    cookie = page.headers["Set-Cookie"]
    assert cookie.startswith("__Host-consult=")
    assert {"HttpOnly", "SameSite=Lax", "Path=/", "Secure"} <= set(cookie.split("; "))
    assert "Domain" not in cookie
    assert page.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_the_secure_cookie_lets_a_child_in(secure_app: Flask, cast: Cast) -> None:
    client = secure_app.test_client()
    page = client.get("/", base_url=SECURE)
    fields = {"number": cast.sam.card, "csrf_token": token_in(page)}
    answer = client.post("/", data=fields, base_url=SECURE)
    assert (answer.status_code, answer.location) == (303, "/me")
    assert "Are you Sam?" in client.get("/me", base_url=SECURE).text


def test_nothing_in_a_page_is_inline(people: People, press: Press) -> None:
    for endpoint in ("door.card", "talk.check", "desk.review", "voice.read", "office.import_"):
        text = press(people.right_for(VIEWS[endpoint].who), endpoint, "GET").text
        assert "<style" not in text, endpoint
        assert " style=" not in text, endpoint
        assert " onclick=" not in text, endpoint
        assert "<script>" not in text, endpoint
