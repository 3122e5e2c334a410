"""Chromium keeps pages for its Back button, `no-store` or not, unless a hidden cookie changes meanwhile.

Signing out changes one. Here nothing signs this browser out: the visit ends elsewhere, so that each of the other two
defences stands alone: the picture `today/sun.svg`, and what leave.js does as a page goes and comes back.
"""

from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from consult.actions import entering
from consult.actions.last_time import ALONE
from consult.actions.talking import say_who_helps
from consult.store.database import Store
from tests.actions.deeds import begin, say
from tests.fixtures.cast import Invited
from tests.journeys.conftest import OpenPage
from tests.journeys.seat import give_cookie

PLANTED = "capybara"
ELSEWHERE = "/health"
"""A page of ours without the picture."""
SETTLED_MS = 500
WATCH = """addEventListener("pageshow", (event) => {
  if (event.persisted) console.log("kept:" + document.documentElement.textContent);
});"""
DOOR = "Type the number on your card"


@pytest.fixture
def reads_planted(
    app: Flask, live: str, store: Store, child: Invited, keeping_browser: Browser, open_page: OpenPage
) -> Callable[..., Page]:
    """A page that shows the child's words, while the visit has ended elsewhere."""

    def open_planted(*, scripts: bool) -> Page:
        visit = begin(store, child)
        say_who_helps(store, visit, ALONE)
        say(store, visit, "feel_today", "ok")
        say(store, visit, "home_likes", "pets", words=PLANTED)
        page = open_page(scripts=scripts, by=keeping_browser)
        give_cookie(page.context, app, live, visit)
        page.add_init_script(WATCH)
        page.goto("/talk/2")  # the first page sets a cookie, and is not kept for that
        page.goto("/talk/3")
        assert PLANTED in page.content()
        entering.leave(store, visit)
        return page

    return open_planted


@pytest.mark.parametrize("shown", ["/today", "/"])
def test_the_picture_makes_the_browser_drop_what_it_kept(shown: str, reads_planted: Callable[..., Page]) -> None:
    page = reads_planted(scripts=False)
    _go_and_come_back(page, shown)
    expect(page.get_by_role("heading", level=1)).to_have_text(DOOR)
    assert PLANTED not in page.content()


def test_without_the_picture_the_words_would_come_back(reads_planted: Callable[..., Page]) -> None:
    page = reads_planted(scripts=False)
    _go_and_come_back(page, ELSEWHERE)
    assert PLANTED in page.content(), "this browser keeps nothing, so that this file proves nothing"


def test_with_scripts_a_kept_page_is_empty_and_asks_the_server(reads_planted: Callable[..., Page]) -> None:
    page = reads_planted(scripts=True)
    kept: list[str] = []
    page.on("console", lambda line: kept.append(line.text))
    _go_and_come_back(page, ELSEWHERE)
    expect(page.get_by_role("heading", level=1)).to_have_text(DOOR)
    assert len(kept) == 1, "the browser did show a page that it had kept"
    assert PLANTED not in kept[0]


def _go_and_come_back(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_timeout(SETTLED_MS)
    page.go_back(wait_until="commit")
    page.wait_for_timeout(SETTLED_MS)
