"""The reviewing officer: from adding a child to reading out, holding the review, and what was said after it."""

import datetime as dt
import re

import pytest
from playwright.sync_api import Page, expect

from consult.store.clock import FixedClock
from tests.fixtures.cast import Cast
from tests.journeys.child import ChildWalk, Says
from tests.journeys.conftest import OpenPage
from tests.journeys.eye import look_at_child, look_at_staff
from tests.journeys.sizes import LAPTOP
from tests.journeys.staff import sees, sign_in

ALOUD = "i like the goldfinch in the yard"
NOT_ALOUD = "please dont tell him about the lighthouse"
AFTERWARDS = "they let me finish my sentence"
HELD_BACK = "What is the worry about?"
UNDER_11 = (
    Says("How do you feel today?", ("OK",)),
    Says("What do you like about where you live?", ("Pets",), ALOUD),
    Says("Are you happy or not happy where you live?"),
    Says("Are you happy with when you see your family? Or not happy?"),
    Says("Is school good or not good right now?"),
    Says("Does your social worker listen to you or not?"),
    Says("Do you have a worry right now, or not?", ("Yes, I have a worry",)),
    Says(HELD_BACK, (), NOT_ALOUD),
)
AFTER_REVIEW = (
    Says("Did you see the report before your review, or not?", ("Yes, I saw it",)),
    Says("Did people listen to you, or not?", ("Yes, they did",)),
    Says("Do you know what happens next, or not?"),
    Says("What else would you like to say about your review?", (), AFTERWARDS),
)


@pytest.mark.usefixtures("passwords")
def test_an_officer_the_whole_way(cast: Cast, clock: FixedClock, open_page: OpenPage) -> None:
    desk = open_page(LAPTOP)
    sign_in(desk, cast.officer, "not the password")
    expect(desk.get_by_text("You are not signed in")).to_be_visible()
    look_at_staff(desk)
    sign_in(desk, cast.officer)
    sees(desk, "Your desk")
    look_at_staff(desk)
    _adds_a_child(desk)
    review, number = _invites(desk)

    walk = ChildWalk(open_page(scripts=False))
    walk.types_number(number)
    walk.comes_in_first("Ivy")
    walk.press("Yes, let’s start")
    walk.says_alone()
    for says in UNDER_11:
        walk.says(says)
    desk.goto(review)
    expect(desk.get_by_text("Ivy has started: 7 of 11.")).to_be_visible()
    expect(desk.locator("body")).not_to_contain_text("goldfinch")
    walk.skips_the_rest()
    walk.agrees("some", "yes", [HELD_BACK])
    walk.press("Send to Amira")
    walk.press("Finish and sign out")

    _reads(desk, review)
    _reads_out(desk)
    clock.moment = dt.datetime(2026, 12, 9, 10, tzinfo=dt.UTC)
    sign_in(desk, cast.officer)
    _writes_down_that_it_was_held(desk, review)
    _child_says_how_it_was(ChildWalk(open_page(), look_at_child), number)
    desk.reload()
    expect(desk.get_by_text(AFTERWARDS)).to_be_visible()
    look_at_staff(desk)
    desk.get_by_role("button", name="Sign out").click()
    sees(desk, "You are signed out")
    look_at_staff(desk)
    desk.goto(review)
    sees(desk, "Staff sign-in")


def _adds_a_child(desk: Page) -> None:
    desk.get_by_role("link", name="Add a child").click()
    sees(desk, "Add a child")
    look_at_staff(desk)
    desk.get_by_label("First name").fill("Ivy")
    desk.get_by_label("Date of birth").fill("2018-04-01")
    desk.get_by_role("button", name="Keep child and review").click()
    sees(desk, "Add a child")
    assert desk.get_by_label("First name").input_value() == "Ivy"
    look_at_staff(desk)
    desk.get_by_label("Reference").fill("R-900")
    desk.get_by_label("Date of birth").fill("2018-04-01")
    desk.locator("[name=review_date]").fill("2026-12-08")
    desk.locator("[name=kind]").select_option("subsequent")
    desk.get_by_role("button", name="Keep child and review").click()
    sees(desk, "Ivy, 8")
    assert "Ivy" not in desk.title()
    look_at_staff(desk)


def _invites(desk: Page) -> tuple[str, str]:
    review = desk.url
    desk.get_by_role("button", name="Invite Ivy").click()
    sees(desk, "Card to print")
    look_at_staff(desk)
    card = desk.locator(".paper")
    expect(card.locator(".strip")).to_contain_text("Ivy")
    assert (card.text_content() or "").count("Ivy") == 1
    expect(card.locator(".qr svg")).to_be_visible()
    expect(desk.get_by_role("button", name="Print")).to_be_visible()
    number = re.sub(r"\s", "", card.locator(".number").text_content() or "")
    assert re.fullmatch(r"\d{12}", number)
    return review, number


def _reads(desk: Page, review: str) -> None:
    desk.goto(review)
    expect(desk.get_by_text(ALOUD)).to_be_visible()
    expect(desk.locator(".said", has_text=NOT_ALOUD)).to_contain_text("Not for the meeting")
    expect(desk.locator(".said", has_text="Is school good or not good right now?")).to_contain_text("Skipped")
    look_at_staff(desk)


def _reads_out(desk: Page) -> None:
    desk.get_by_role("link", name="Read out").click()
    expect(desk.get_by_text("1 answer is kept back and is not in here.")).to_be_visible()
    look_at_staff(desk)
    read = [desk.content()]
    while desk.get_by_role("link", name="Next answer").count():
        desk.get_by_role("link", name="Next answer").click()
        read.append(desk.content())
    assert len(read) == 3
    desk.get_by_role("link", name="All on one page").click()
    sees(desk, "What Ivy said")
    look_at_staff(desk)
    for pages in (read, [desk.content()]):
        assert any(ALOUD in page for page in pages)
        assert not any("lighthouse" in page or HELD_BACK in page for page in pages)


def _writes_down_that_it_was_held(desk: Page, review: str) -> None:
    desk.goto(review)
    desk.get_by_text("Write down that it was held").click()
    desk.get_by_role("button", name="Write it down").click()
    sees(desk, "Ivy, 8")
    look_at_staff(desk)
    desk.get_by_label("When was it held?").fill("2026-12-08")
    desk.locator("[name=participation_code][value=PN1]").check()
    desk.locator("[name=seen_beforehand][value=alone]").check()
    desk.locator("[name=chaired][value=no]").check()
    desk.get_by_role("button", name="Write it down").click()
    expect(desk.locator(".chips")).to_contain_text("PN1")
    expect(desk.get_by_text("Held on Tuesday 8 December 2026")).to_be_visible()


def _child_says_how_it_was(walk: ChildWalk, number: str) -> None:
    walk.types_number(number)
    walk.comes_again()
    walk.sees("Hello Ivy")
    walk.follow("Start After my review")
    walk.sees("Hello Ivy, I’m Pebble")
    expect(walk.page.locator(".facts")).to_contain_text("Your review is over.")
    walk.press("Yes, let’s start")
    for says in AFTER_REVIEW:
        walk.says(says)
    walk.sees("Here is what you said")
    walk.press("Send to Amira")
    walk.sees("Thank you, Ivy")
