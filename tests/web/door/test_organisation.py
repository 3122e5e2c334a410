"""Coming in through the organisation, against a made-up provider that speaks the real protocol."""

import warnings
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from authlib.integrations.flask_client.apps import FlaskOAuth2App
from flask import Flask
from werkzeug.test import TestResponse

import consult
from consult.actions import staffing
from consult.settings import BadSetting, Settings
from consult.store.audit import Actor
from consult.store.database import Store
from tests.actions.deeds import Watch
from tests.fixtures.cast import Cast
from tests.fixtures.passwords import PASSWORD
from tests.web.browsing import Browser

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the made-up provider stands on parts that Authlib will give up
    from oidc_provider_mock import User, run_server_in_thread

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
ADMIN = Actor("staff", "somebody")


def vouch(subject: str, *roles: str, tenant: str = "t-larkshire", email: str = "") -> User:
    """Somebody whom the organisation knows."""
    claims = {"email": email or f"{subject}@larkshire.example", "name": "Nia Evans", "roles": [*roles], "tid": tenant}
    return User(sub=subject, claims=claims)


PEOPLE = (
    vouch("nia", "Consult.Officer", "Something.Else"),
    vouch("amira", "Consult.Officer", email="amira.hassan@larkshire.example"),
    vouch("nobody", "Something.Else"),
    vouch("elsewhere", "Consult.Officer", tenant="t-other"),
)


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """Where the organisation answers."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with run_server_in_thread(user_claims=PEOPLE, require_nonce=True) as server:
            yield f"http://localhost:{server.server_port}"


@pytest.fixture
def settings(settings: Settings, provider: str) -> Settings:
    """Staff may come through the organisation."""
    oidc = {
        "OIDC_ISSUER": provider,
        "OIDC_CLIENT_ID": "consult",
        "OIDC_CLIENT_SECRET": "made up",
        "OIDC_TENANTS": "t-larkshire=larkshire, t-third=otherton",
        "OIDC_ROLES": "Consult.Officer=officer, Consult.Manager=manager",
    }
    return Settings({**settings.environment, **oidc}, settings.instance, testing=True)


def go_there(browser: Browser, subject: str, link: str = "") -> str:
    """The address with which the organisation sends somebody back."""
    away = browser.open("/staff/organisation", query_string={"link": link} if link else {}).location
    asked = parse_qs(urlsplit(away).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["state"]
    assert asked["nonce"]
    back: str = requests.post(away, data={"sub": subject}, allow_redirects=False, timeout=10).headers["Location"]
    assert back.startswith("http://localhost/staff/organisation/back?")
    return back.removeprefix("http://localhost")


def come_back(browser: Browser, subject: str, link: str = "") -> TestResponse:
    """The answer once somebody was there and back."""
    return browser.open(go_there(browser, subject, link))


def test_somebody_new_is_added_with_the_roles_that_were_given(app: Flask, store: Store, cast: Cast) -> None:
    browser, watch = Browser(app), Watch(store, cast.authority_id)
    assert browser.open("/voice").location == "/staff/sign-in?next=/voice"
    assert "Sign in through your organisation" in browser.open("/staff/sign-in").text
    assert come_back(browser, "nia").location == "/staff"
    assert browser.open("/desk").status_code == 200
    assert browser.open("/office/settings").status_code == 403
    assert watch.deeds[:2] == ["add_staff", "sign_in"]
    again = Browser(app)
    assert come_back(again, "nia").location == "/staff", "known by issuer and subject now"
    assert "add_staff" not in watch.deeds[2:]


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("nobody", "has given you no role here"),
        ("elsewhere", "not one that uses this service"),
        ("amira", "signs in with a password here"),
    ],
)
def test_others_are_refused_with_a_clear_page(app: Flask, store: Store, cast: Cast, subject: str, words: str) -> None:
    browser, watch = Browser(app), Watch(store, cast.authority_id)
    page = come_back(browser, subject)
    assert page.status_code == 403
    assert words in page.text
    assert browser.open("/desk").status_code == 303
    assert watch.deeds == []


def test_what_came_back_counts_once(app: Flask) -> None:
    browser = Browser(app)
    back = go_there(browser, "nia")
    cookie = browser.client.get_cookie("consult")
    assert cookie is not None
    assert browser.open(back).location == "/staff"
    browser.open("/desk")
    browser.send("/staff/leave")
    replays = [browser]
    thief = Browser(app)
    thief.client.set_cookie("consult", cookie.value)
    replays.append(thief)
    for replay in [*replays, Browser(app)]:
        assert replay.open(back).status_code == 403
        assert replay.open("/desk").status_code == 303


def test_it_counts_once_even_where_the_organisation_would_confirm_it_again(
    app: Flask, provider: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = Browser(app)
    back = go_there(browser, "nia")
    confirmed = {"userinfo": {**vouch("nia", "Consult.Officer").claims, "iss": provider, "sub": "nia"}}
    monkeypatch.setattr(FlaskOAuth2App, "authorize_access_token", lambda _client: confirmed)
    assert browser.open(back).location == "/staff"
    for replay in (browser, Browser(app)):
        assert replay.open(back).status_code == 403


def test_another_state_or_code_is_refused(app: Flask) -> None:
    for change in (("state=", "state=x"), ("code=", "code=x")):
        browser = Browser(app)
        page = browser.open(go_there(browser, "nia").replace(*change))
        assert page.status_code == 403
        assert "did not confirm who you are" in page.text


def test_switched_off_or_other_roles(app: Flask, store: Store, cast: Cast) -> None:
    browser = Browser(app)
    come_back(browser, "nia")
    with store.reading(cast.authority_id) as tx:
        (who,) = [each.staff for each in staffing.staff.list_people(tx) if each.staff.name == "Nia Evans"]
    staffing.change_roles(store, cast.authority_id, ADMIN, who.public_id, ["manager"])
    assert browser.open("/voice").status_code == 303
    assert come_back(browser, "nia").location == "/staff"
    assert browser.open("/desk").status_code == 200, "the organisation says what they are"
    staffing.disable(store, cast.authority_id, ADMIN, who.public_id)
    assert browser.open("/desk").status_code == 303
    assert "switched off" in come_back(Browser(app), "nia").text


def test_a_link_joins_an_account_to_the_organisation(app: Flask, store: Store, cast: Cast) -> None:
    token = staffing.reset(store, cast.authority_id, ADMIN, cast.officer.public_id)
    browser = Browser(app)
    assert "organisation’s sign-in" in browser.open(f"/staff/link/{token}").text
    assert come_back(browser, "amira", token).location == "/staff"
    page = browser.open("/desk")
    assert "Sam" in page.text
    assert Browser(app).open(f"/staff/link/{token}").status_code == 404
    other = Browser(app)
    other.open("/staff/sign-in")
    refused = other.send("/staff/sign-in", email=cast.officer.email, password=PASSWORD)
    assert "do not fit together" in refused.text


def test_an_organisation_that_does_not_answer(app: Flask, settings: Settings, store: Store) -> None:
    away = {**settings.environment, "OIDC_ISSUER": "http://localhost:9"}
    browser = Browser(consult.create_app(Settings(away, settings.instance, testing=True), store=store))
    page = browser.open("/staff/organisation")
    assert page.status_code == 403
    assert "does not answer" in page.text


@pytest.mark.parametrize(
    "missing",
    [
        {"OIDC_CLIENT_SECRET": ""},
        {"OIDC_ROLES": ""},
        {"OIDC_ISSUER": "https://login.microsoftonline.com/c", "OIDC_TENANTS": ""},
    ],
)
def test_half_a_setting_is_told(settings: Settings, missing: dict[str, str]) -> None:
    with pytest.raises(BadSetting, match="OIDC_"):
        _ = Settings({**settings.environment, **missing}, settings.instance).organisation
