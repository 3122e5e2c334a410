"""Whatever is stolen of a sign-in opens nothing once the person has signed out, was switched off or has other roles."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from consult.actions import staffing
from consult.store.audit import Actor
from consult.store.database import Store
from consult.store.staff import Staff
from tests.actions.deeds import Watch
from tests.fixtures.cast import Cast
from tests.fixtures.passwords import PASSWORD, give_password, next_code
from tests.web.browsing import Browser, staff_browser

PAGES = ("/desk", "/desk/messages", "/voice", "/staff/me", "/staff/set-up", "/staff/code")
ADMIN = Actor("staff", "somebody")
Event = Callable[[Store, Staff, Browser], object]


def sign_out(_store: Store, _who: Staff, browser: Browser) -> object:
    return browser.send("/staff/leave")


def disable(store: Store, who: Staff, _browser: Browser) -> object:
    return staffing.disable(store, who.authority_id, ADMIN, who.public_id)


def change_roles(store: Store, who: Staff, _browser: Browser) -> object:
    return staffing.change_roles(store, who.authority_id, ADMIN, who.public_id, ["officer", "auditor"])


def reset(store: Store, who: Staff, _browser: Browser) -> object:
    return staffing.reset(store, who.authority_id, ADMIN, who.public_id)


def cookies_of(client: FlaskClient) -> str:
    """The whole signed cookie, as somebody beside the browser could copy it."""
    cookie = client.get_cookie("consult")
    assert cookie is not None
    return cookie.value


def count_accesses(app: Flask, stolen: list[str]) -> int:
    """How many pages these cookies show."""
    shown = 0
    for cookie in stolen:
        for address in PAGES:
            thief = app.test_client()
            thief.set_cookie("consult", cookie)
            shown += thief.get(address).status_code == 200
    return shown


@pytest.mark.parametrize("event", [sign_out, disable, change_roles, reset], ids=lambda each: each.__name__)
def test_a_stolen_sign_in_opens_nothing_afterwards(app: Flask, store: Store, cast: Cast, event: Event) -> None:
    who = cast.officer
    give_password(app, store, who)
    browser = Browser(app)
    browser.open("/staff/sign-in")
    browser.send("/staff/sign-in", email=who.email, password=PASSWORD)
    half_way = cookies_of(browser.client)
    browser.open("/staff/code")
    code = next_code(who)
    browser.send("/staff/code", code=code)
    browser.open("/desk")
    inside = cookies_of(browser.client)
    assert count_accesses(app, [inside]) == len(PAGES), "the control: before, the cookie opens everything"

    event(store, who, browser)

    thief = Browser(app)
    thief.open("/staff/sign-in")
    thief.send("/staff/sign-in", email=who.email, password=PASSWORD)
    after_password = cookies_of(thief.client)
    thief.open("/staff/code")
    replayed = thief.send("/staff/code", code=code)
    assert replayed.status_code in {303, 400, 422}
    assert not (replayed.location or "").endswith("/staff")
    shown = count_accesses(app, [inside, half_way, cookies_of(thief.client)])
    # Whoever has the password may look at the form that asks for the code, and at no more.
    may_see_the_form = count_accesses(app, [after_password])
    assert shown == may_see_the_form <= 1
    assert thief.open("/desk").status_code == 303


def test_a_half_way_cookie_is_worth_nothing_once_it_was_used(app: Flask, store: Store, cast: Cast) -> None:
    give_password(app, store, cast.officer)
    browser = Browser(app)
    browser.open("/staff/sign-in")
    browser.send("/staff/sign-in", email=cast.officer.email, password=PASSWORD)
    half_way = cookies_of(browser.client)
    assert count_accesses(app, [half_way]) == 1, "the control: the form for the code"
    browser.open("/staff/code")
    browser.send("/staff/code", code=next_code(cast.officer))
    assert count_accesses(app, [half_way]) == 0


def test_signing_out_leaves_its_audit_row(app: Flask, store: Store, cast: Cast) -> None:
    browser = staff_browser(app, store, cast.officer)
    browser.open("/desk")
    watch = Watch(store, cast.authority_id)
    browser.send("/staff/leave")
    assert watch.deeds == ["sign_out"]
