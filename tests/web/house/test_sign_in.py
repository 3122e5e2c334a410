"""Staff sign-in: right, wrong, idle, ended, and never to somebody else's address."""

import datetime as dt
from urllib.parse import urljoin, urlsplit

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from consult.store.clock import FixedClock
from consult.store.database import Store
from consult.store.staff import Staff
from tests.actions.deeds import Watch
from tests.fixtures.apps import sit_down
from tests.fixtures.cast import Cast
from tests.fixtures.passwords import PASSWORD, give_password, next_code
from tests.web.browsing import Browser, visit_of

HERE = "http://localhost/staff/sign-in"


@pytest.fixture
def browser(app: Flask, store: Store, cast: Cast) -> Browser:
    """The officer's, at the sign-in page."""
    give_password(app, store, cast.officer)
    browser = Browser(app)
    browser.open("/staff/sign-in")
    return browser


def sign_in(browser: Browser, who: Staff) -> str:
    """Where signing in leads, by password and code."""
    return give_code(browser, browser.send("/staff/sign-in", email=who.email, password=PASSWORD), who)


def give_code(browser: Browser, answer: TestResponse, who: Staff) -> str:
    """Where the code leads after the right password."""
    step = browser.follow(answer)
    assert browser.follow(step).request.path == "/staff/code"
    return browser.send("/staff/code", code=next_code(who)).location


def test_officers_land_on_the_desk_and_managers_on_the_report(app: Flask, store: Store, cast: Cast) -> None:
    for who, first in ((cast.officer, "/desk"), (cast.manager, "/voice")):
        give_password(app, store, who)
        browser = Browser(app)
        browser.open("/staff/sign-in")
        watch = Watch(store, cast.authority_id)
        assert sign_in(browser, who) == "/staff"
        assert browser.open("/staff").location == first
        assert browser.open(first).status_code == 200
        assert watch.deeds[:2] == ["right_password", "sign_in"]


@pytest.mark.parametrize(
    "fields", [{"password": "wrong"}, {"password": ""}, {"email": "nobody@larkshire.example"}, {"email": "<b>"}]
)
def test_a_wrong_sign_in_tells_nothing(browser: Browser, cast: Cast, fields: dict[str, str]) -> None:
    page = browser.send("/staff/sign-in", **({"email": cast.officer.email, "password": PASSWORD} | fields))
    assert page.status_code == 200
    assert "The e-mail address and the password do not fit together." in page.text
    assert PASSWORD not in page.text
    assert browser.open("/desk").status_code == 303


def test_one_goes_on_to_the_page_that_was_wanted(browser: Browser, cast: Cast) -> None:
    wanted = browser.open("/voice").location
    assert wanted == "/staff/sign-in?next=/voice"
    browser.open(wanted)
    answer = browser.send(wanted, email=cast.officer.email, password=PASSWORD)
    assert give_code(browser, answer, cast.officer) == "/voice"


@pytest.mark.parametrize(
    "next_address",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "\\\\evil.example",
        "http:evil.example",
        "javascript:alert(1)",
        "https://localhost.evil.example/",
        "///evil.example",
        "/%09/evil.example",
    ],
)
def test_no_address_leads_away(browser: Browser, cast: Cast, next_address: str) -> None:
    address = "/staff/sign-in"
    browser.open(address, query_string={"next": next_address})
    answers = [
        browser.client.post(
            address,
            query_string={"next": next_address},
            data={"csrf_token": browser.token, "email": cast.officer.email, "password": PASSWORD},
        ),
        browser.open(address, query_string={"next": next_address}),
        browser.open("/", query_string={"next": next_address}),
        browser.open("/staff", query_string={"next": next_address}),
    ]
    for answer in answers:
        leads = answer.location or "/"
        assert urlsplit(urljoin(HERE, leads))[:2] == ("http", "localhost"), leads
        assert "\\" not in leads
        assert not leads.startswith("//")


def test_an_idle_hour_leads_to_the_sign_in_and_in_again(browser: Browser, cast: Cast, clock: FixedClock) -> None:
    sign_in(browser, cast.officer)
    clock.moment += dt.timedelta(minutes=60)
    assert browser.open("/desk").status_code == 200
    clock.moment += dt.timedelta(minutes=60, seconds=1)
    door = browser.open("/desk")
    assert door.location == "/staff/sign-in?next=/desk"
    page = browser.follow(door)
    assert page.status_code == 200, "no circle of redirects for whom the library still knows"
    answer = browser.send(door.location, email=cast.officer.email, password=PASSWORD)
    assert give_code(browser, answer, cast.officer) == "/desk"
    assert browser.open("/desk").status_code == 200


def test_signing_out_ends_the_visit_everywhere(browser: Browser, cast: Cast) -> None:
    sign_in(browser, cast.officer)
    browser.open("/desk")
    visit = visit_of(browser)
    page = browser.send("/staff/leave")
    assert page.status_code == 200
    assert "You are signed out" in page.text
    assert browser.open("/desk").status_code == 303
    sit_down(browser.client, visit)
    assert browser.open("/desk").status_code == 303, "the old cookie opens nothing"


def test_the_librarys_other_pages_show_nothing_of_their_own(browser: Browser, cast: Cast) -> None:
    for step in (None, sign_in):
        if step:
            step(browser, cast.officer)
        for address in ("/verify", "/fs-static/none.js"):
            page = browser.open(address)
            assert page.status_code == 403
            assert "This page is not for your role" in page.text
