"""The second step: codes that count once, limits, links that work once, and a proof before something sensitive."""

import datetime as dt
import re

import pytest
from flask import Flask
from passlib.totp import TOTP
from werkzeug.test import TestResponse

from consult.actions import signing_in, staffing
from consult.store.audit import Actor
from consult.store.clock import FixedClock
from consult.store.database import Store
from consult.store.staff import Staff
from tests.actions.deeds import Watch
from tests.fixtures.cast import Cast
from tests.fixtures.passwords import APP, PASSWORD, give_password, next_code
from tests.web.browsing import Browser, faults_on, staff_browser

ADMIN = Actor("staff", "somebody")
NEW_PASSWORD = "otter ladder fog piano"
DOES_NOT_COUNT = "This code does not count, or was used already."


def give_right_password(app: Flask, store: Store, who: Staff) -> Browser:
    """A browser that is asked for the code."""
    give_password(app, store, who)
    return come_to_code(app, who)


def come_to_code(app: Flask, who: Staff) -> Browser:
    """The same, where the person has a password."""
    browser = Browser(app)
    browser.open("/staff/sign-in")
    assert browser.send("/staff/sign-in", email=who.email, password=PASSWORD).status_code == 302
    browser.open("/staff/code")
    return browser


def set_up(browser: Browser) -> TestResponse:
    """Let an app read the page and type its code."""
    page = browser.open("/staff/set-up")
    found = re.search(r'class="secret"[^>]*>([^<]+)<', page.text)
    assert found is not None, page.text
    app = TOTP(key=found[1].replace("-", ""))
    now = int(dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC).timestamp())
    return browser.send("/staff/set-up", code=app.generate(time=now).token)


def test_the_password_alone_opens_nothing(app: Flask, store: Store, cast: Cast) -> None:
    browser = give_right_password(app, store, cast.officer)
    for address in ("/desk", "/staff", "/voice", "/staff/me", "/staff/set-up"):
        assert browser.open(address).location in {"/staff/code"}, address
    assert browser.send("/staff/code", code="000000").status_code == 422
    assert browser.open("/desk").location == "/staff/code"


def test_a_code_counts_once(app: Flask, store: Store, cast: Cast) -> None:
    first = give_right_password(app, store, cast.officer)
    code = next_code(cast.officer)
    assert first.send("/staff/code", code=code).status_code == 303
    second = come_to_code(app, cast.officer)
    page = second.send("/staff/code", code=code)
    assert page.status_code == 422
    assert DOES_NOT_COUNT in page.text
    assert second.send("/staff/code", code=next_code(cast.officer)).status_code == 303


def test_an_old_code_does_not_count(app: Flask, store: Store, cast: Cast, clock: FixedClock) -> None:
    browser = give_right_password(app, store, cast.officer)
    code = APP.generate(time=clock.moment).token
    clock.moment += dt.timedelta(seconds=61)
    assert browser.send("/staff/code", code=code).status_code == 422


def test_five_wrong_codes_and_one_waits(app: Flask, store: Store, cast: Cast, clock: FixedClock) -> None:
    browser = give_right_password(app, store, cast.officer)
    watch = Watch(store, cast.authority_id)
    for _ in range(5):
        assert browser.send("/staff/code", code="123456").status_code == 422
    assert watch.deeds == ["wrong_code"] * 5
    page = browser.send("/staff/code", code=next_code(cast.officer))
    assert page.status_code == 429, "the right one is not looked at"
    assert "Wait 15 minutes" in page.text
    again = come_to_code(app, cast.officer)
    assert again.send("/staff/code", code=next_code(cast.officer)).status_code == 429, "nor in a fresh browser"
    clock.moment += dt.timedelta(minutes=15, seconds=1)
    again = come_to_code(app, cast.officer)
    assert again.send("/staff/code", code=next_code(cast.officer)).status_code == 303


@pytest.mark.parametrize("known", [True, False])
def test_five_wrong_passwords_and_one_waits(app: Flask, store: Store, cast: Cast, known: bool) -> None:
    give_password(app, store, cast.officer)
    email = cast.officer.email if known else "nobody@larkshire.example"
    browser, watch = Browser(app), Watch(store, cast.authority_id)
    browser.open("/staff/sign-in")
    said = {browser.send("/staff/sign-in", email=email, password="wrong").text.count("do not fit") for _ in range(5)}
    assert said == {1}
    page = browser.send("/staff/sign-in", email=email, password=PASSWORD)
    assert "Too many tries. Wait 15 minutes" in page.text, "the same for an address that nobody has"
    assert watch.deeds == (["wrong_password"] * 5 if known else [])
    assert browser.open("/desk").location.startswith("/staff/sign-in")


def test_no_other_spelling_of_an_address_has_tries_of_its_own(app: Flask, store: Store, cast: Cast) -> None:
    give_password(app, store, cast.officer)
    browser, email = Browser(app), cast.officer.email
    browser.open("/staff/sign-in")
    wide = email.replace("larkshire.example", "ｌａｒｋｓｈｉｒｅ.example")
    for spelling in (email, email.upper(), f" {email}", wide, email.title()):
        assert "do not fit" in browser.send("/staff/sign-in", email=spelling, password="wrong").text
    assert "Too many tries" in browser.send("/staff/sign-in", email=email, password=PASSWORD).text


def test_a_recovery_code_lets_in_once(app: Flask, store: Store, cast: Cast) -> None:
    browser = give_right_password(app, store, cast.officer)
    code = signing_in.renew_recovery_codes(store, cast.officer)[3]
    assert browser.send("/staff/code", code=code.upper()).status_code == 303
    assert browser.open("/desk").status_code == 200
    assert come_to_code(app, cast.officer).send("/staff/code", code=code).status_code == 422


def test_a_new_person_comes_in_by_a_link(app: Flask, store: Store, cast: Cast) -> None:
    added, token = staffing.add_person(
        store, cast.authority_id, ADMIN, "Nia@Larkshire.example", "Nia Evans", ["officer"]
    )
    assert added.email == "nia@larkshire.example"
    browser = Browser(app)
    assert "Hello Nia" in browser.open(f"/staff/link/{token}").text
    for password, again, field in (
        ("short", "short", "password"),
        ("larkshire nia evans", "larkshire nia evans", "password"),
        ("passwordpassword", "passwordpassword", "password"),
        (NEW_PASSWORD, NEW_PASSWORD + "x", "again"),
    ):
        page = browser.send(f"/staff/link/{token}", password=password, again=again)
        assert page.status_code == 422
        assert set(faults_on(page)) == {field}
        assert NEW_PASSWORD not in page.text
    done = browser.send(f"/staff/link/{token}", password=NEW_PASSWORD, again=NEW_PASSWORD)
    assert done.location == "/staff/set-up"
    assert browser.open("/desk").location == "/staff/set-up", "the second step cannot be left out"
    page = set_up(browser)
    codes = re.findall(r"<code>([a-z2-9-]{29})</code>", page.text)
    assert len(set(codes)) == 8
    assert browser.open("/desk").status_code == 200
    assert Browser(app).open(f"/staff/link/{token}").status_code == 404, "it works once"


def test_a_link_lasts_three_days(app: Flask, store: Store, cast: Cast, clock: FixedClock) -> None:
    _, token = staffing.add_person(store, cast.authority_id, ADMIN, "nia@larkshire.example", "Nia Evans", ["auditor"])
    clock.moment += dt.timedelta(hours=72)
    browser = Browser(app)
    assert browser.open(f"/staff/link/{token}").status_code == 404
    clock.moment -= dt.timedelta(seconds=1)
    assert browser.open(f"/staff/link/{token}").status_code == 200
    newer = staffing.reset(store, cast.authority_id, ADMIN, _public_id(store, "nia@larkshire.example"))
    assert browser.open(f"/staff/link/{token}").status_code == 404, "a newer one takes its place"
    assert browser.open(f"/staff/link/{newer}").status_code == 200


def test_something_sensitive_wants_a_fresh_proof(app: Flask, store: Store, cast: Cast, clock: FixedClock) -> None:
    give_password(app, store, cast.officer)
    browser = staff_browser(app, store, cast.officer)
    assert browser.open("/staff/me").status_code == 200
    clock.moment += dt.timedelta(minutes=15, seconds=1)
    assert browser.open("/desk").status_code == 200
    for address in ("/staff/me", "/staff/set-up"):
        assert browser.open(address).location == "/staff/code", address
    assert browser.send("/staff/me/recovery-codes").status_code == 200, "a form opened in time is still taken"
    clock.moment += dt.timedelta(minutes=15)
    assert browser.send("/staff/me/recovery-codes").location == "/staff/code"
    assert browser.open("/staff/me").location == "/staff/code"
    browser.open("/staff/code")
    assert browser.send("/staff/code", code=next_code(cast.officer)).location == "/staff/me"
    assert browser.open("/staff/me").status_code == 200


def test_a_new_password_wants_the_old_one(app: Flask, store: Store, cast: Cast) -> None:
    give_password(app, store, cast.officer)
    elsewhere, browser = staff_browser(app, store, cast.officer), staff_browser(app, store, cast.officer)
    browser.open("/staff/me")
    fields = {"password": NEW_PASSWORD, "again": NEW_PASSWORD}
    assert set(faults_on(browser.send("/staff/me/password", old="wrong", **fields))) == {"old"}
    assert elsewhere.open("/desk").status_code == 200
    assert browser.send("/staff/me/password", old=PASSWORD, **fields).location == "/staff/me"
    assert browser.open("/desk").status_code == 200
    assert elsewhere.open("/desk").status_code == 303, "every other device is signed out"


def test_twelve_hours_are_the_longest(app: Flask, store: Store, cast: Cast, clock: FixedClock) -> None:
    browser = staff_browser(app, store, cast.officer)
    for _ in range(24):
        clock.moment += dt.timedelta(minutes=30)
        assert browser.open("/desk").status_code == 200
    clock.moment += dt.timedelta(seconds=1)
    assert browser.open("/desk").location == "/staff/sign-in?next=/desk"


def _public_id(store: Store, email: str) -> str:
    with store.engine.connect() as connection:
        found = signing_in.find_staff_by_email(connection, email)
    assert found is not None
    return found.public_id
