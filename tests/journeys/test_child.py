"""A child of eight, the whole way, with scripts and without."""

import datetime as dt
import logging
import re

import pytest
from playwright.sync_api import Page, expect

from consult.store.clock import FixedClock
from tests.fixtures.cast import Cast, Invited
from tests.journeys.child import ChildWalk, Says
from tests.journeys.conftest import OpenPage
from tests.journeys.eye import do_not_look, look_at_child
from tests.journeys.staff import sign_in

HERON = "a heron stares at me\nوحشتني 🐶"
OTTERS = "i wud like otters <b>now</b>"
BEFORE_HELP = (
    Says("How do you feel today?", ("Not good",)),
    Says("What do you like about where you live?", ("Food", "Pets"), "my bunk"),
    Says("Are you happy or not happy where you live?", ("Not happy",)),
    Says("What makes it like that?", (), HERON),
)
AFTER_HELP = (
    Says("Is school good or not good right now?", ("I don't know",)),
    Says("What makes school like that?"),
    Says("Does your social worker listen to you or not?"),
    Says("Do you have a worry right now, or not?", ("No, I have none",)),
    Says("Do you feel safe or not safe?", ("Safe some of the time",)),
    Says("You can tell us about it here, if you want.", (), "not at the bus stop"),
    Says("Do you want something to change, or not?", ("Yes, I do",)),
    Says("What do you want to change?", (), OTTERS),
    Says("What do you want for your review?", ("Say who comes",)),
    Says("Who do you want to come, and who not?", wishes=(("My mum", "Come"), ("My teacher", "Not come"))),
    Says("Draw something good or not good about your week.", (), "the big slide"),
)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_a_child_the_whole_way(
    scripts: bool,
    child: Invited,
    cast: Cast,
    clock: FixedClock,
    passwords: None,
    open_page: OpenPage,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    page = open_page(scripts=scripts)
    walk = ChildWalk(page, look_at_child if scripts else do_not_look)
    if scripts:
        walk.scans_card(child.card)
    else:
        walk.types_number(child.card)
    walk.comes_in_first("Ava")
    _reads_what_this_is(walk)
    _answers(walk)
    _checks_and_sends(walk)
    if scripts:
        _left_no_number(page, child.card)

    desk = open_page()
    sign_in(desk, cast.officer)
    desk.get_by_role("link", name=re.compile("Read.*Ava")).click()
    expect(desk.get_by_text("a heron stares at me")).to_be_visible()
    review = desk.url

    clock.moment += dt.timedelta(days=1)
    _comes_back_and_changes(walk, child.card)
    sign_in(desk, cast.officer)
    desk.goto(review)
    expect(desk.locator(".said", has_text="Is school good or not good right now?")).to_contain_text("I don't know")
    walk.press("Send again to Amira")
    walk.sees("Thank you, Ava")
    desk.reload()
    expect(desk.locator(".said", has_text="Is school good or not good right now?")).to_contain_text(
        "Changed on 22 November"
    )

    assert "GET /talk/check" in caplog.text  # requests are logged here, so that their absence means something
    for secret in (child.card, "heron", "otters"):
        assert secret not in caplog.text


def _reads_what_this_is(walk: ChildWalk) -> None:
    walk.sees("Hello Ava, I’m Pebble")
    facts = walk.page.locator(".facts")
    for fact in (
        "It is on Tuesday 8 December",
        "There are 11 questions",
        "Amira reads your answers",
        "No one reads them until you press Send",
        "kept in your file",
        "can see the file",
        "must tell people who keep children safe",
    ):
        expect(facts).to_contain_text(fact)
    for choice in ("Not today", "I don’t want to do this"):
        expect(walk.page.get_by_role("button", name=choice)).to_be_visible()
    expect(walk.page.get_by_role("link", name="I have a question")).to_be_visible()
    walk.press("Yes, let’s start")
    walk.says_alone()


def _answers(walk: ChildWalk) -> None:
    page = walk.page
    for says in BEFORE_HELP:
        walk.says(says)
    asked = "Are you happy with when you see your family? Or not happy?"
    walk.sees(asked)
    bubble = page.locator(".me .msg")
    expect(bubble).to_contain_text("You said:")
    assert bubble.locator(".words").text_content() == HERON
    expect(page.get_by_text("3 earlier answers")).to_be_visible()
    expect(page.locator(".count")).to_have_text("Question 4 of 11")

    walk.press("This is my answer")
    expect(page.get_by_text("There is no answer here yet. You can pick one or skip it.")).to_be_visible()
    walk.look(page)
    walk.follow("I need help")
    walk.sees("What would help?")
    walk.follow("Go back")
    walk.sees(asked)

    page.locator("a.change:visible").click()
    walk.sees("What makes it like that?")
    assert page.locator("textarea").input_value() == HERON
    walk.press("This is my answer")
    walk.says(Says(asked))
    walk.sees(AFTER_HELP[0].question)
    expect(page.get_by_text("OK, skipped. You can come back to it.")).to_be_visible()
    for says in AFTER_HELP:
        walk.says(says)


def _checks_and_sends(walk: ChildWalk) -> None:
    walk.sees("Here is what you said")
    page = walk.page
    rows = page.locator(".check > li")
    expect(rows).to_have_count(16)
    expect(rows.nth(1)).to_contain_text("Food, Pets")
    assert rows.nth(3).locator(".words").text_content() == HERON
    expect(rows.nth(4)).to_contain_text("You skipped this one")
    walk.press("Send to Amira")
    expect(page.get_by_text("Please say if your answers can be read out.")).to_be_visible()
    walk.agrees("some", "no", ["What do you want to change?"])
    walk.look(page)
    walk.press("Send to Amira")
    walk.sees("Thank you, Ava")
    for fact in ("You sent them on Saturday 21 November", "Next, Amira reads them", "0800 1111"):
        expect(page.locator("main")).to_contain_text(fact)
    walk.press("Finish and sign out")
    walk.sees("Today")


def _comes_back_and_changes(walk: ChildWalk, card: str) -> None:
    page = walk.page
    walk.types_number(card[:4] + " " + card[4:8] + " " + card[8:])
    walk.sees("Tap your 3 secret pictures")
    walk.taps(["Moon", "Drum", "Fish"])
    walk.press("That’s me")
    expect(page.get_by_text("Those are not your pictures. Please try again.")).to_be_visible()
    walk.comes_again()
    walk.sees("Hello Ava")
    walk.follow("See or change it")
    walk.sees("Hello Ava, I’m Pebble")
    walk.press("Yes, let’s go on")
    walk.says_alone()
    walk.sees("Here is what you said")
    walk.follow("Change your answer to: Is school good")
    walk.sees("Is school good or not good right now?")
    walk.picks(["Good"])
    walk.press("This is my answer")
    walk.sees("Here is what you said")
    expect(page.get_by_text("You changed something. Press Send again")).to_be_visible()
    expect(page.locator(".check > li", has_text="Changed")).to_have_count(1)


def _left_no_number(page: Page, number: str) -> None:
    history = page.context.new_cdp_session(page).send("Page.getNavigationHistory")
    assert len(history["entries"]) > 5
    assert number not in str(history)
