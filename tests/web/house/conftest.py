"""Everybody's browser, and every route with its address."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask, url_for
from werkzeug.test import TestResponse

from consult.actions.alerting import raise_alert
from consult.actions.recording import add_child
from consult.actions.voicing import record
from consult.store.database import Store
from consult.store.staff import add_staff
from tests.actions.deeds import begin, send_all
from tests.actions.test_alerting import alert_id
from tests.actions.test_anytime import message_id, tell
from tests.fixtures.apps import sit_down
from tests.fixtures.cast import Cast
from tests.fixtures.sounds import make_wav
from tests.web.browsing import Browser, staff_browser
from tests.web.house.routes import (
    ADMINISTRATOR,
    ANYBODY,
    AUDITOR,
    CHILD,
    MANAGER,
    OF_SAM,
    OFFICER,
    RUNNERS,
    STAFF,
    VIEWS,
)


@dataclass(frozen=True)
class People:
    """Browsers of the cast; Sam has sent the booklet. `nobody` has signed in nowhere, `trainee` has no role."""

    owner: Browser
    colleague: Browser
    stranger: Browser
    manager: Browser
    administrator: Browser
    auditor: Browser
    trainee: Browser
    child: Browser
    nobody: Browser

    def right_for(self, who: str) -> Browser:
        """Somebody for whom such a view is."""
        alone = {CHILD: self.child, MANAGER: self.manager, ADMINISTRATOR: self.administrator, AUDITOR: self.auditor}
        return alone.get(who, self.manager if who == RUNNERS else self.owner)

    def wrong_for(self, who: str) -> list[Browser]:
        """All staff of the authority for whom such a view is not."""
        right = {
            OFFICER: {"owner"},
            MANAGER: {"manager"},
            STAFF: {"owner", "manager"},
            RUNNERS: {"manager", "administrator"},
            ADMINISTRATOR: {"administrator"},
            AUDITOR: {"auditor"},
            ANYBODY: {"owner", "manager", "administrator", "auditor"},
        }[who]
        roles = {"owner", "manager", "administrator", "auditor", "trainee"}
        return [getattr(self, name) for name in sorted(roles - right)]


@pytest.fixture
def people(app: Flask, store: Store, cast: Cast) -> People:
    """Everybody, signed in."""
    child = Browser(app)
    visit = begin(store, cast.sam)
    send_all(store, visit)
    tell(store, cast.sam)
    raise_alert(store, visit, "they lock me out")
    sit_down(child.client, visit)
    record(store, cast.manager, "How do you feel today?", "en", make_wav())
    add_child(store, cast.colleague, "R-300", "Nia", dt.date(2017, 3, 2), dt.date(2027, 3, 1), "second")
    with store.writing(cast.authority_id) as tx:
        trainee = add_staff(tx, "new@larkshire.example", "New Person", [], None)
        administrator = add_staff(tx, "tess.hill@larkshire.example", "Tess Hill", ["administrator"], None)
        auditor = add_staff(tx, "nils.berg@larkshire.example", "Nils Berg", ["auditor"], None)
    staff = (cast.officer, cast.colleague, cast.stranger, cast.manager, administrator, auditor, trainee)
    return People(*(staff_browser(app, store, who) for who in staff), child, Browser(app))


@pytest.fixture
def address(app: Flask, store: Store, cast: Cast) -> Callable[[str], str]:
    """Endpoint -> its address for the cast."""

    def build(endpoint: str) -> str:
        with app.test_request_context():
            return url_for(endpoint, **_filled(store, cast, VIEWS[endpoint].address(cast)))

    return build


def _filled(store: Store, cast: Cast, values: Mapping[str, Any]) -> dict[str, Any]:
    found = {"message_id": message_id, "alert_id": alert_id}
    return {name: found[name](store, cast) if each == OF_SAM else each for name, each in values.items()}


Press = Callable[[Browser, str, str], TestResponse]


@pytest.fixture
def press(cast: Cast, address: Callable[[str], str]) -> Press:
    """Open (GET) or send (POST, with the token and the right fields) a view from somebody's browser."""

    def do(browser: Browser, endpoint: str, method: str) -> TestResponse:
        if method == "GET":
            return browser.open(address(endpoint))
        return browser.send(address(endpoint), **VIEWS[endpoint].form(cast))

    return do
