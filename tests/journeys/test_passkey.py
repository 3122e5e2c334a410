"""A passkey, made and used in a real browser whose device is made up by the browser itself."""

import socket
import threading
from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import make_server

from consult.settings import Settings
from tests.fixtures.cast import Cast
from tests.journeys.sizes import LAPTOP
from tests.journeys.staff import sees, sign_in

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """Passkeys are made for a name, with its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    return Settings({**settings.environment, "BASE_URL": f"http://localhost:{port}"}, settings.instance, testing=True)


@pytest.fixture
def live(app: Flask, settings: Settings) -> Iterator[str]:
    """The application running under that name."""
    server = make_server("127.0.0.1", int(settings.base_url.rpartition(":")[2]), app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield settings.base_url
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.usefixtures("passwords")
def test_a_passkey_is_both_steps_in_one(browser: Browser, live: str, cast: Cast) -> None:
    context = browser.new_context(viewport=LAPTOP, base_url=live)  # type: ignore[arg-type]
    page, complaints = context.new_page(), list[str]()
    page.on("pageerror", lambda fault: complaints.append(str(fault)))
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    sign_in(page, cast.officer)
    sees(page, "Your desk")
    page.get_by_role("link", name="Your sign-in").click()
    page.get_by_label("Name of this device").fill("Work laptop")
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_text("This passkey counts from now on.")).to_be_visible()

    _sign_out(page)
    page.goto("/staff/sign-in")
    page.get_by_role("button", name="Use a passkey").click()
    sees(page, "Your desk")

    page.goto("/staff/me")
    page.get_by_role("button", name="Remove Work laptop").click()
    expect(page.get_by_text("does not count any more")).to_be_visible()
    _sign_out(page)
    page.goto("/staff/sign-in")
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_text("This passkey is not known here")).to_be_visible()
    assert [each for each in complaints if "Failed to load resource" not in each] == []
    context.close()


def _sign_out(page: Page) -> None:
    page.get_by_role("button", name="Sign out").click()
    sees(page, "You are signed out")
