"""Keys alone answer every kind of question, and the focus can be seen all the way."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.tabbing import has_ring

WHERE = "() => document.activeElement.textContent.trim() || document.activeElement.name"
ENOUGH = 30


@pytest.mark.parametrize("band", ["u11", "t11"])
@pytest.mark.parametrize("kind", ["choice", "choices", "pictures", "faces", "steps", "scale", "words"])
def test_a_question_is_answered_by_keys(band: str, kind: str, open_sample: OpenPage) -> None:
    page = open_sample()
    page.goto(f"/gallery/{band}-ask-{kind}")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Go to the question")).to_be_focused()
    page.keyboard.press("Enter")
    sent: list[str] = []
    page.route("**/talk/4", lambda route: (sent.append(route.request.post_data or ""), route.abort()))
    _tab_to(page, "textarea" if kind == "words" else "[name=a]")
    if kind == "words":
        page.keyboard.type("by key")
    else:
        page.keyboard.press("Space")
        _tab_on(page)
    _tab_to(page, ".go .btn")
    with page.expect_event("requestfailed"):
        page.keyboard.press("Enter")
    assert ("words=by+key" if kind == "words" else "&a=") in sent[0]
    assert "skip=" not in sent[0]


def test_every_way_on_is_reached_by_tab(open_sample: OpenPage) -> None:
    page = open_sample()
    page.goto("/gallery/u11-ask-faces")
    reached = []
    for _ in range(ENOUGH):
        _tab_on(page)
        if page.evaluate("() => document.activeElement === document.body"):
            break
        reached.append(page.evaluate(WHERE))
    for wanted in ("Back", "Stop and hide", "2 earlier answers", "This is my answer", "I need help", "Skip this"):
        assert wanted in reached


def _tab_on(page: Page) -> None:
    page.keyboard.press("Tab")
    if page.evaluate("() => document.activeElement !== document.body"):
        assert has_ring(page), page.evaluate(WHERE)


def _tab_to(page: Page, selector: str) -> None:
    for _ in range(ENOUGH):
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
        _tab_on(page)
    raise AssertionError(f"no Tab leads to {selector}")
