"""Stop and hide: nothing that was on the screen comes back, also where the browser keeps pages for Back."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.fixtures.browser import MAC, NAMES
from tests.fixtures.cast import Invited
from tests.journeys.child import ChildWalk, Says
from tests.journeys.conftest import OpenPage

PLANTED = "capybara"
SETTLED_MS = 700


@pytest.fixture(scope="module")
def keeping_browser(browser: Browser) -> Iterator[Browser]:
    """A browser that keeps pages for its Back button, as people's browsers do."""
    path = next((found for name in NAMES if (found := shutil.which(name))), MAC)
    keeping = browser.browser_type.launch(
        executable_path=path, args=["--no-sandbox"], ignore_default_args=["--disable-back-forward-cache"]
    )
    yield keeping
    keeping.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_nothing_comes_back(scripts: bool, child: Invited, keeping_browser: Browser, open_page: OpenPage) -> None:
    page = open_page(scripts=scripts, by=keeping_browser)
    walk = ChildWalk(page)
    _talks(walk, child)
    assert PLANTED in page.content()
    walk.press("Stop and hide")
    walk.sees("Today")
    assert "My review" not in page.title()
    _reload(page)
    assert PLANTED not in page.content()

    seen = []
    for _ in range(6):
        page.go_back(wait_until="commit")
        page.wait_for_timeout(SETTLED_MS)
        seen.append(page.content())
        if scripts:
            _reload(page)
            seen.append(page.content())
    for _ in range(6):
        page.go_forward(wait_until="commit")
        page.wait_for_timeout(SETTLED_MS)
        seen.append(page.content())
    assert not any(PLANTED in page for page in seen)


def _talks(walk: ChildWalk, child: Invited) -> None:
    walk.types_number(child.card)
    walk.comes_in_first("Ava")
    walk.press("Yes, let’s start")
    walk.says(Says("How do you feel today?", ("OK",)))
    walk.says(Says("What do you like about where you live?", ("Pets",), PLANTED))
    walk.sees("Are you happy or not happy where you live?")


def _reload(page: Page) -> None:
    page.reload(wait_until="commit")
    page.wait_for_timeout(SETTLED_MS)
