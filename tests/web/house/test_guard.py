"""The office is closed until a view names its roles."""

import pytest
from flask import Flask

from consult.store.database import Store
from consult.web.house import guard
from tests.fixtures.cast import Cast
from tests.web.browsing import staff_browser


def test_a_view_of_the_office_that_names_no_role_is_closed(
    app: Flask, store: Store, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = staff_browser(app, store, cast.manager)
    assert browser.open("/office/alerts").status_code == 200
    monkeypatch.delitem(guard.VIEWS, "office.alerts")
    assert browser.open("/office/alerts").status_code == 403


def test_what_the_guard_names_is_there(app: Flask) -> None:
    rooms, views = set(app.blueprints), set(app.view_functions)
    assert set(guard.VIEWS) <= views
    assert {each for each in guard.SENSITIVE if "." in each} <= views
    assert set(guard.STAFF) | {each for each in guard.SENSITIVE if "." not in each} <= rooms
