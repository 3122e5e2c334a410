"""Stop and hide: nothing that was on the screen comes back, also where the browser keeps pages for Back."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.fixtures.cast import Invited
from tests.journeys.child import ChildWalk, Says
from tests.journeys.conftest import OpenPage

PLANTED = "capybara"
SETTLED_MS = 400


@pytest.fixture(scope="module")
def keeping_browser(browser: Browser) -> Iterator[Browser]:
    """A browser that keeps pages for its Back button, as people's browsers do."""
    keeping = browser.browser_type.launch(
        executable_path=browser.browser_type.executable_path if False else None,
        args=["--no-sandbox"],
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield keeping
    keeping.close()
