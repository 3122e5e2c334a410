"""The officer at the desk."""

import pytest
from flask import Flask

from consult.store.database import Store
from tests.fixtures.cast import Cast
from tests.web.browsing import Browser, staff_browser


@pytest.fixture
def desk(app: Flask, store: Store, cast: Cast) -> Browser:
    """The officer's browser, with the desk open."""
    browser = staff_browser(app, store, cast.officer)
    browser.open("/desk")
    return browser
