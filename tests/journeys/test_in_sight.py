"""What a tired child needs is in sight without looking for it."""

import pytest
from playwright.sync_api import expect

from tests.fixtures.cast import Invited
from tests.journeys.child import ChildWalk, Says
from tests.journeys.conftest import OpenPage
from tests.journeys.sizes import PHONE, TABLET

IN_SIGHT = """button => {
  const box = button.getBoundingClientRect(), middle = [box.x + box.width / 2, box.y + box.height / 2];
  return button.contains(document.elementFromPoint(...middle));
}"""


@pytest.mark.parametrize("size", [TABLET, PHONE], ids=["tablet", "phone"])
def test_stop_and_hide_and_the_question_are_in_sight_on_every_question(
    size: dict[str, int], child: Invited, open_page: OpenPage
) -> None:
    page = open_page(size)
    walk = ChildWalk(page)
    walk.types_number(child.card)
    walk.comes_in_first("Ava")
    if size == TABLET:
        expect(page.get_by_role("button", name="Not today")).to_be_in_viewport(ratio=0.5)
    walk.press("Yes, let’s start")
    walk.says_alone()
    walk.says(Says("How do you feel today?", ("Good",)))
    scrolled = 0
    while "/check" not in page.url:
        scrolled += page.evaluate("scrollY > 0")
        hide = page.get_by_role("button", name="Stop and hide")
        assert hide.evaluate(IN_SIGHT), page.title()
        expect(page.get_by_role("heading", level=1)).to_be_in_viewport(ratio=0.9)
        walk.press("Skip this")
        page.wait_for_load_state()
    assert scrolled > 3, "the control: these pages do scroll"
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert page.get_by_role("button", name="Stop and hide").evaluate(IN_SIGHT)
    page.evaluate("scrollTo(0, 0)")
    walk.follow("Go to Send")
    expect(page.get_by_text("Can Amira read these out at your review?")).to_be_in_viewport()
