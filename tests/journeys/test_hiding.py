"""Ways out: nothing that was on the screen comes back, also where the browser keeps pages for Back."""

import datetime as dt

import pytest
from playwright.sync_api import Browser, Page, expect

from consult.booklet.answers import Answer
from consult.store.clock import FixedClock
from consult.store.database import Store
from tests.actions.deeds import begin, where
from tests.fixtures.browser import find_violations
from tests.fixtures.cast import Cast, Invited
from tests.journeys.child import ChildWalk, Says
from tests.journeys.conftest import OpenPage
from tests.journeys.sizes import PHONE, TABLET

PLANTED = "capybara"
TYPED = "half a thought"
QUESTION = "home_likes"
SETTLED_MS = 700
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
COVERED_AT_ONCE = """() => {
  document.querySelector("button.hide").click();
  return [getComputedStyle(document.body).visibility, document.title];
}"""


@SCRIPTS
@pytest.mark.parametrize("way", ["hide", "finish", "idle"])
def test_nothing_comes_back(
    way: str, scripts: bool, child: Invited, clock: FixedClock, keeping_browser: Browser, open_page: OpenPage
) -> None:
    page = open_page(scripts=scripts, by=keeping_browser)
    walk = ChildWalk(page)
    _talks(walk, child)
    assert PLANTED in page.content()
    if way == "hide":
        walk.press("Stop and hide")
    elif way == "finish":
        page.goto("/talk/mine")
        walk.press("Finish and sign out")
    else:
        clock.moment += dt.timedelta(minutes=21)
        walk.press("Skip this")
    walk.sees("Tap your 3 secret pictures" if way == "idle" else "Today")
    page.wait_for_timeout(SETTLED_MS)
    assert PLANTED not in page.content()
    if way != "idle":
        assert "review" not in page.content().lower()
    seen = _wander(page, reloading=scripts)
    assert not [url for url, content in seen if PLANTED in content]
    assert len({url for url, _content in seen}) > 1, "it did go back"
    stored = page.evaluate("[localStorage.length, sessionStorage.length]") if scripts else [0, 0]
    assert stored == [0, 0]


def test_one_press_covers_the_screen_in_the_same_frame_and_keeps_what_is_typed(
    child: Invited, cast: Cast, store: Store, open_page: OpenPage
) -> None:
    page = open_page()
    walk = ChildWalk(page)
    _reaches_words(walk, child)
    page.locator("[name=words]").fill(TYPED)
    assert page.evaluate(COVERED_AT_ONCE) == ["hidden", "Today"]
    walk.sees("Today")
    assert _kept(store, child) == Answer(words=TYPED)


def test_escape_three_times_hides_and_twice_does_not(child: Invited, store: Store, open_page: OpenPage) -> None:
    page = open_page()
    walk = ChildWalk(page)
    _reaches_words(walk, child)
    page.locator("[name=words]").fill(TYPED)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.wait_for_timeout(2100)
    page.keyboard.press("Escape")
    expect(page.locator("[name=words]")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    walk.sees("Today")
    assert _kept(store, child) == Answer(words=TYPED)


def test_without_scripts_what_is_typed_is_kept_too(child: Invited, store: Store, open_page: OpenPage) -> None:
    page = open_page(scripts=False)
    walk = ChildWalk(page)
    _reaches_words(walk, child)
    page.locator("[name=words]").fill(TYPED)
    walk.press("Stop and hide")
    walk.sees("Today")
    assert _kept(store, child) == Answer(words=TYPED)


@SCRIPTS
def test_the_enter_key_answers_and_does_not_hide(scripts: bool, child: Invited, open_page: OpenPage) -> None:
    page = open_page(scripts=scripts)
    walk = ChildWalk(page)
    _reaches_words(walk, child)
    page.locator("input[name=words]").fill(TYPED)
    page.locator("input[name=words]").press("Enter")
    walk.sees("Are you happy or not happy where you live?")


def test_without_a_network_the_page_stays_covered_until_it_is_kept(
    child: Invited, store: Store, open_page: OpenPage
) -> None:
    page = open_page()
    walk = ChildWalk(page)
    _reaches_words(walk, child)
    page.locator("[name=words]").fill(TYPED)
    page.context.set_offline(True)
    assert page.evaluate(COVERED_AT_ONCE) == ["hidden", "Today"]
    page.wait_for_timeout(1000)
    assert page.evaluate("getComputedStyle(document.body).visibility") == "hidden"
    page.context.set_offline(False)
    walk.sees("Today")
    assert _kept(store, child) == Answer(words=TYPED)


def test_a_page_left_open_locks_itself_and_leads_back(
    child: Invited, store: Store, clock: FixedClock, open_page: OpenPage
) -> None:
    page = open_page()
    page.clock.install()
    walk = ChildWalk(page)
    _reaches_words(walk, child)
    page.locator("[name=words]").fill(TYPED)
    clock.moment += dt.timedelta(minutes=20, seconds=10)
    page.clock.fast_forward("20:10")
    walk.comes_again()
    walk.sees("Are you happy or not happy where you live?")
    assert TYPED in page.content()


@pytest.mark.parametrize("size", [TABLET, PHONE], ids=["tablet", "phone"])
def test_forgotten_pictures_lead_to_what_is_open(
    size: dict[str, int], child: Invited, clock: FixedClock, open_page: OpenPage
) -> None:
    page = open_page(size)
    walk = ChildWalk(page)
    _talks(walk, child)
    walk.press("Stop and hide")
    walk.sees("Today")
    clock.moment += dt.timedelta(days=1)
    walk.types_number(child.card)
    walk.sees("Tap your 3 secret pictures")
    assert find_violations(page) == []
    page.get_by_text("I forgot my pictures").click()
    walk.press("Go on without my pictures")
    walk.sees("Hello Ava")
    assert find_violations(page) == []
    walk.follow("Go on")
    walk.press("Yes, let’s go on")
    if "/helper" in page.url:
        page.get_by_role("radio", name="No, I’m on my own").check()
        walk.press("Go on")
    walk.sees("Are you happy or not happy where you live?")
    assert PLANTED not in page.content()
    walk.skips_the_rest()
    walk.sees("Your answers are kept")
    assert find_violations(page) == []
    walk.press("I know my pictures now")
    walk.comes_again()
    walk.sees("Here is what you said")
    assert PLANTED in page.content()


def _talks(walk: ChildWalk, child: Invited) -> None:
    _reaches_words(walk, child)
    walk.says(Says("What do you like about where you live?", ("Pets",), PLANTED))
    walk.sees("Are you happy or not happy where you live?")


def _reaches_words(walk: ChildWalk, child: Invited) -> None:
    walk.types_number(child.card)
    walk.comes_in_first("Ava")
    walk.press("Yes, let’s start")
    if "/helper" in walk.page.url:
        walk.page.get_by_role("radio", name="No, I’m on my own").check()
        walk.press("Go on")
    walk.says(Says("How do you feel today?", ("OK",)))
    walk.sees("What do you like about where you live?")


def _kept(store: Store, child: Invited) -> Answer | None:
    line = where(store, begin(store, child)).lines.get(QUESTION)
    return line.answer if line else None


def _wander(page: Page, *, reloading: bool) -> list[tuple[str, str]]:
    """Back six times and forward again, with a reload at each where pages run scripts; addresses and contents."""
    seen = []
    for step in (page.go_back, page.go_forward):
        for _ in range(6):
            step(wait_until="commit")
            page.wait_for_timeout(SETTLED_MS)
            seen.append((page.url, page.content()))
            if reloading:
                page.reload(wait_until="commit")
                page.wait_for_timeout(SETTLED_MS)
                seen.append((page.url, page.content()))
    return seen
