"""The child's own page: a message and its answer, and “I don’t feel safe” until it is closed."""

import re

import pytest
from playwright.sync_api import Page, expect

from consult.store.clock import FixedClock
from tests.fixtures.cast import Cast, Invited
from tests.journeys.child import ChildWalk, Says
from tests.journeys.conftest import OpenPage
from tests.journeys.eye import look_at_child, look_at_staff
from tests.journeys.sizes import LAPTOP
from tests.journeys.staff import sees, sign_in

WORDS = "my boots are to small"
ANSWER = "New boots come on Friday.\nYou can pick the colour."
NOT_SAFE = "they lock me out at nite"
DONE = "Rang the social worker. Saw Ava at school."


@pytest.fixture
def desk(cast: Cast, open_page: OpenPage, passwords: None) -> Page:
    """The officer, signed in."""
    page = open_page(LAPTOP)
    sign_in(page, cast.officer)
    return page


@pytest.mark.parametrize("scripts", [True, False])
def test_a_message_is_read_and_answered(child: Invited, desk: Page, open_page: OpenPage, scripts: bool) -> None:
    walk = ChildWalk(open_page(scripts=scripts), look_at_child if scripts else lambda _page: None)
    walk.types_number(child.card)
    walk.comes_in_first("Ava")
    walk.follow("My page")
    walk.sees("Hello Ava")
    walk.press("I need something")
    walk.says(Says("What is it about?", ("A thing, or some money",)))
    walk.says(Says("What do you need?", (), WORDS))
    walk.says(Says("Can it wait, or not?", ("It can wait",)))
    walk.sees("Here is what you said")
    walk.press("Send to Amira")
    walk.sees("Thank you, Ava")
    expect(walk.page.get_by_text("It can take a few days.")).to_be_visible()

    desk.goto("/desk")
    desk.get_by_role("link", name="Messages 1 new").click()
    sees(desk, "Messages")
    look_at_staff(desk)
    expect(desk.locator("main")).not_to_contain_text(WORDS)
    desk.get_by_role("link", name=re.compile("^Read ?: Ava")).click()
    sees(desk, "Ava, 8")
    expect(desk.get_by_text(WORDS)).to_be_visible()
    desk.get_by_role("button", name="Send to Ava").click()
    expect(desk.locator("#words-fault")).to_be_visible()
    look_at_staff(desk)
    desk.get_by_label("Your answer").fill(ANSWER)
    desk.get_by_role("button", name="How easy is it to read?").click()
    expect(desk.get_by_text("This is easy to read at this age.")).to_be_visible()
    desk.get_by_role("button", name="Send to Ava").click()
    expect(desk.get_by_text("Your answer is sent.")).to_be_visible()
    look_at_staff(desk)

    walk.follow("My page")
    walk.sees("Hello Ava")
    assert walk.page.locator(".reply blockquote").inner_text() == ANSWER
    expect(walk.page.get_by_text("Amira has read it.")).to_be_visible()
    walk.press("Finish and sign out")


def test_not_safe_goes_at_once_and_stays_until_it_is_closed(
    young: Invited, desk: Page, clock: FixedClock, open_page: OpenPage
) -> None:
    walk = ChildWalk(open_page(), look_at_child)
    walk.types_number(young.card)
    walk.comes_in_first("Owen")
    walk.follow("I have a question")
    walk.sees("What would help?")
    walk.page.get_by_label("You can write what is happening. You do not have to.").fill(NOT_SAFE)
    walk.press("Tell Amira now")
    walk.sees("It is sent")
    for told in ("Nobody is watching this screen right now.", "0800 1111", "999", "01632 960100"):
        expect(walk.page.locator("main")).to_contain_text(told)
    walk.follow("My page")
    expect(walk.page.get_by_text("It is not marked as seen yet.")).to_be_visible()

    desk.goto("/desk")
    expect(desk.get_by_role("heading", name="Cannot wait")).to_be_visible()
    expect(desk.locator("main")).not_to_contain_text(NOT_SAFE)
    look_at_staff(desk)
    desk.get_by_role("link", name=re.compile("^Open ?: Owen")).first.click()
    sees(desk, "Owen, 16")
    expect(desk.get_by_text(NOT_SAFE)).to_be_visible()
    assert NOT_SAFE not in desk.title()
    look_at_staff(desk)
    desk.get_by_role("button", name="I have seen this").click()
    walk.page.reload()
    expect(walk.page.get_by_text("Amira saw it on")).to_be_visible()
    desk.get_by_label("What was done").fill(DONE)
    desk.get_by_role("button", name="Write it down and close").click()
    expect(desk.get_by_text(DONE)).to_be_visible()
    desk.goto("/desk")
    expect(desk.get_by_text("Nothing is waiting.")).to_be_visible()
    look_at_staff(desk)
