"""The network is cut in the middle of a booklet: nothing is lost or doubled, the latest wins, nobody reads along."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect
from sqlalchemy import select

from consult.actions.letterbox import KEPT_FOR
from consult.store.clock import FixedClock
from consult.store.database import Store
from consult.store.tables import answer
from tests.actions.deeds import begin, say, where
from tests.fixtures.cast import Cast, Invited
from tests.journeys.child import ChildWalk
from tests.journeys.conftest import OpenPage
from tests.journeys.eye import look_at_child

WORDS = "a capybara in the attic"
READY = "() => navigator.serviceWorker.controller && caches.match('/talk/offline-state').then(Boolean)"
STORED = "() => JSON.stringify({...localStorage}) + JSON.stringify({...sessionStorage})"
CACHED = """async () => {
  const texts = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const key of await cache.keys()) texts.push(key.url + await (await cache.match(key)).text());
  }
  return texts.join("\\n");
}"""
SOON_MS = 15_000


def test_ten_answers_without_internet(child: Invited, store: Store, cast: Cast, open_page: OpenPage) -> None:
    page = open_page()
    walk = _is_ready(page, child)
    page.get_by_role("radio", name="OK").check()
    page.context.set_offline(True)
    walk.press("This is my answer")
    walk.sees("No internet just now")
    expect(page.locator("#state")).to_contain_text("locked away")
    page.evaluate("() => scrollTo(0, 0)")
    look_at_child(page)
    said = _fills_in_nine(page)
    page.wait_for_timeout(800)
    stored = page.evaluate(STORED)
    assert WORDS not in stored + page.evaluate(CACHED)
    assert '"good"' not in stored
    for planted in (WORDS, "Ava"):
        assert planted not in page.evaluate(CACHED)
    page.reload()
    walk.sees("No internet just now")
    assert page.locator("#blank input[name=a]:checked, #blank input[name=words]:not([value=''])").count() == 0
    _pick(page, "feel_today", "not_good")
    page.wait_for_timeout(800)
    page.context.set_offline(False)
    expect(page.locator("#state")).to_have_text(
        "The internet is back. What you wrote without it is saved.", timeout=SOON_MS
    )
    lines = where(store, begin(store, child)).lines
    assert {name: lines[name].answer.picked or lines[name].answer.words for name in said} == said  # type: ignore[union-attr]
    assert lines["feel_today"].answer.picked == ("not_good",)  # type: ignore[union-attr]
    assert len(said) == 9
    assert _count(store, cast) == 11, "ten, and one changed"
    assert [
        name for name in json.loads(page.evaluate("() => JSON.stringify({...localStorage})")) if "sealed" in name
    ] == []
    page.get_by_role("link", name="Go on").click()
    expect(page.locator("#q .ask")).to_be_visible()
    assert where(store, begin(store, child)).talk.sent_at is None


def test_the_sealed_letters_go_from_any_page_once_and_survive_signing_out(
    child: Invited, store: Store, cast: Cast, open_page: OpenPage
) -> None:
    page = open_page()
    walk = _is_ready(page, child)
    page.context.set_offline(True)
    page.reload()
    walk.sees("No internet just now")
    expect(page.locator("#state")).to_be_empty()
    _pick(page, "happy_home", "no")
    page.locator("[data-question=happy_home_more] [name=words]").fill(WORDS)
    page.wait_for_timeout(800)
    assert page.evaluate("() => { document.querySelector('button.hide').click(); return caches.keys(); }") is not None
    page.wait_for_timeout(500)
    assert page.evaluate("() => caches.keys()") == []
    assert [
        name[:6] for name in json.loads(page.evaluate(STORED.replace("+ JSON.stringify({...sessionStorage})", "")))
    ] == ["sealed"]
    posts: list[str] = []

    def hold(route: Route) -> None:
        posts.append(route.request.post_data or "")
        route.continue_()

    page.context.route("**/talk/letterbox", lambda route: route.abort())
    page.context.set_offline(False)
    walk.sees("Today")
    assert _count(store, cast) == 0
    page.context.unroute("**/talk/letterbox")
    page.context.route("**/talk/letterbox", hold)
    other = page.context.new_page()
    page.goto("/")
    other.goto("/")
    page.wait_for_function("() => !Object.keys(localStorage).some((name) => name.startsWith('sealed'))")
    other.wait_for_timeout(500)
    assert len(posts) == 1, "two tabs flush once"
    lines = where(store, begin(store, child)).lines
    assert lines["happy_home_more"].answer.words == WORDS  # type: ignore[union-attr]
    assert _count(store, cast) == 2


def test_after_a_week_it_is_said_to_be_lost(
    child: Invited, store: Store, cast: Cast, clock: FixedClock, open_page: OpenPage
) -> None:
    page = open_page()
    walk = _is_ready(page, child)
    page.context.set_offline(True)
    page.reload()
    walk.sees("No internet just now")
    _pick(page, "feel_today", "good")
    page.wait_for_timeout(800)
    clock.moment += KEPT_FOR * 1.2
    page.context.set_offline(False)
    expect(page.locator("#state")).to_contain_text("longer than 7 days. It is lost.", timeout=SOON_MS)
    assert _count(store, cast) == 0


def test_what_another_screen_said_meanwhile_stays(child: Invited, store: Store, open_page: OpenPage) -> None:
    page = open_page()
    walk = _is_ready(page, child)
    page.clock.install(time="2031-01-01")  # a clock that is wrong decides nothing
    page.context.set_offline(True)
    page.reload()
    walk.sees("No internet just now")
    _pick(page, "feel_today", "good")
    _pick(page, "happy_home", "no")
    page.clock.run_for(800)
    page.wait_for_timeout(300)
    say(store, begin(store, child), "feel_today", "not_good")
    page.context.set_offline(False)
    page.clock.run_for(6000)
    expect(page.locator("#on")).to_be_visible()
    lines = where(store, begin(store, child)).lines
    assert lines["feel_today"].answer.picked == ("not_good",)  # type: ignore[union-attr]
    assert lines["happy_home"].answer.picked == ("no",)  # type: ignore[union-attr]


@pytest.mark.parametrize("missing", ["worker", "crypto", "storage", "full"])
def test_without_the_means_words_stay_in_the_box(
    missing: str, child: Invited, store: Store, open_page: OpenPage
) -> None:
    scripts = {
        "worker": "delete Navigator.prototype.serviceWorker",
        "crypto": "Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })",
        "storage": "const denied = { get() { throw new DOMException('denied', 'SecurityError'); } };"
        "Object.defineProperty(window, 'localStorage', denied)",
        "full": "const full = { set() { throw new DOMException('full', 'QuotaExceededError'); } };"
        "Object.defineProperty(window, 'localStorage', { value: new Proxy({}, full) })",
    }
    page = open_page()
    page.add_init_script(scripts[missing])
    walk = ChildWalk(page)
    _begins(walk, child)
    if missing == "storage":
        page.wait_for_timeout(4000)
    elif missing == "full":
        page.wait_for_function(READY, timeout=SOON_MS)
    page.get_by_role("radio", name="OK").check()
    walk.press("This is my answer")
    walk.sees("What do you like about where you live?")
    page.locator("input[name=words]").fill(WORDS)
    page.context.set_offline(True)
    walk.press("This is my answer")
    expect(page.locator("#unsaved")).to_contain_text("Not saved yet.")
    expect(page.locator("input[name=words]")).to_have_value(WORDS)
    page.context.set_offline(False)
    walk.press("This is my answer")
    walk.sees("Are you happy or not happy where you live?")
    assert where(store, begin(store, child)).lines["home_likes"].answer.words == WORDS  # type: ignore[union-attr]


def test_a_line_that_only_pretends_is_no_loss_either(
    child: Invited, store: Store, cast: Cast, open_page: OpenPage
) -> None:
    page = open_page()
    walk = _is_ready(page, child)
    page.context.set_offline(True)
    page.evaluate("() => Object.defineProperty(navigator, 'onLine', { value: true })")
    page.get_by_role("radio", name="OK").check()
    walk.press("This is my answer")
    walk.sees("No internet just now")
    assert _count(store, cast) == 0
    page.context.set_offline(False)
    expect(page.locator("#on")).to_be_visible(timeout=SOON_MS)
    assert _count(store, cast) == 1


def _begins(walk: ChildWalk, who: Invited) -> None:
    walk.scans_card(who.card)
    walk.comes_in_first(who.first_name)
    walk.press("Yes, let’s start")
    walk.says_alone()
    walk.sees("How do you feel today?")


def _is_ready(page: Page, who: Invited) -> ChildWalk:
    """At the first question, and the tablet has its blank page."""
    walk = ChildWalk(page)
    _begins(walk, who)
    page.wait_for_function(READY, timeout=SOON_MS)
    return walk


def _pick(page: Page, question: str, value: str) -> None:
    page.locator(f"[data-question={question}] [value={value}]").check()


def _fills_in_nine(page: Page) -> dict[str, Any]:
    """Whatever comes first: a choice's second option, or the words."""
    said: dict[str, Any] = {}
    for question in page.locator("#blank form").all():
        name = question.get_attribute("data-question") or ""
        radios = question.locator("input[type=radio][name=a]")
        if name == "feel_today" or "_more" in name or len(said) == 9:
            continue
        if radios.count():
            radios.nth(1).check()
            said[name] = (radios.nth(1).get_attribute("value"),)
        elif question.locator("[name=words]").count() and not question.locator("[name=drawing]").count():
            question.locator("[name=words]").fill(WORDS)
            said[name] = WORDS
    return said


def _count(store: Store, cast: Cast) -> int:
    with store.engine.connect() as connection:
        rows = connection.execute(select(answer.c.id).where(answer.c.authority_id == cast.authority_id)).all()
    return len(rows)
