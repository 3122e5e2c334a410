"""Drawing with the mouse, and saying who should come: from the child's screen to the officer's."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.cast import Cast, Invited
from tests.journeys.child import ChildWalk
from tests.journeys.conftest import OpenPage
from tests.journeys.eye import look_at_child, look_at_staff
from tests.journeys.sizes import LAPTOP, PHONE
from tests.journeys.staff import sign_in

DRAW = "Draw something good or not good about your week."
WHO = "Who do you want to come, and who not?"
WISHES = "What do you want for your review?"


def test_a_drawing_from_the_mouse_to_the_officer(
    child: Invited, cast: Cast, passwords: None, open_page: OpenPage
) -> None:
    page = open_page()
    walk = _comes_to(page, child, "Ava", DRAW)
    _draws(page, (0.1, 0.5), (0.9, 0.5))
    _draws(page, (0.2, 0.2), (0.3, 0.9))
    _has_lines(page, 2)
    walk.press("Undo")
    _has_lines(page, 1)
    walk.press("Start again")
    _has_lines(page, 0)
    walk.press("Undo")  # what was wiped comes back
    _has_lines(page, 1)
    page.get_by_role("radio", name="Blue").check()
    page.get_by_role("radio", name="Thick").check()
    _draws(page, (0.5, 0.5))
    page.get_by_label("Your words").fill("my <bike> 🚲")
    look_at_child(page)
    walk.press("This is my answer")

    walk.sees("Here is what you said")
    row = page.locator(".check > li", has_text=DRAW)
    for _ in range(2):
        expect(row.locator("path")).to_have_count(2)
        expect(row.locator("path").last).to_have_attribute("stroke", "#2f6fb5")
        expect(row).to_contain_text("my <bike> 🚲")
        page.reload()
    look_at_child(page)
    row.get_by_role("link").click()
    walk.sees(DRAW)
    _has_lines(page, 2)
    _draws(page, (0.7, 0.7), (0.8, 0.8))
    walk.press("This is my answer")
    expect(row.locator("path")).to_have_count(3)
    walk.agrees("yes", "no")
    walk.press("Send to Amira")

    said = _officer_reads(open_page(LAPTOP), cast, "Ava").locator(".said", has_text=DRAW)
    expect(said.get_by_role("img", name="The drawing").locator("path")).to_have_count(3)
    expect(said.locator("blockquote")).to_have_text("my <bike> 🚲")
    look_at_staff(said.page)
    said.page.get_by_role("link", name="All on one page").click()
    expect(said.page.get_by_role("img", name="The drawing").locator("path")).to_have_count(3)
    look_at_staff(said.page)


def test_people_by_keyboard_on_a_phone(child: Invited, cast: Cast, passwords: None, open_page: OpenPage) -> None:
    page = open_page(PHONE)
    walk = _comes_to(page, child, "Ava", WISHES)
    walk.picks(["Say who comes"])
    walk.press("This is my answer")
    walk.sees(WHO)
    _chooses(page, "My mum", "ArrowDown")  # from the first choice to the second
    _chooses(page, "My teacher", "Space")
    rows = page.get_by_role("group", name="Someone else")
    expect(rows).to_have_count(1)
    rows.get_by_role("textbox").fill("Nan Bo")
    expect(rows).to_have_count(2)
    walk.press("This is my answer")
    expect(page.get_by_text("Write a name and pick if they come.")).to_be_visible()
    expect(rows.first.get_by_role("textbox")).to_have_value("Nan Bo")
    look_at_child(page)
    rows.first.get_by_role("radio", name="I don’t mind").check()
    walk.press("This is my answer")
    walk.sees(DRAW)
    expect(page.locator(".me .msg")).to_contain_text("Come: My teacher")
    expect(page.locator(".me .msg")).to_contain_text("Not come: My mum")
    walk.press("Skip this")
    walk.agrees("yes", "no")
    walk.press("Send to Amira")

    said = _officer_reads(open_page(LAPTOP), cast, "Ava").locator(".said", has_text=WHO)
    expect(said.locator(".guests")).to_have_text(
        [re.compile("Should come.*My teacher"), re.compile("Should not come.*My mum"), re.compile("matter.*Nan Bo")]
    )
    expect(said.page.locator(".said", has_text=DRAW)).to_contain_text("Skipped")
    expect(said.page.locator(".said", has_text="How do you feel today?")).to_contain_text("I don’t know")


def test_without_scripts_the_box_alone_is_there(child: Invited, open_page: OpenPage) -> None:
    page = open_page(scripts=False)
    walk = _comes_to(page, child, "Ava", WISHES)
    walk.picks(["Say who comes"])
    walk.press("This is my answer")
    expect(page.get_by_role("group", name="Someone else")).to_have_count(3)
    walk.press("Skip this")
    walk.sees(DRAW)
    expect(page.locator("svg.drawing")).to_be_hidden()
    page.get_by_label("Your words").fill("the slide")
    walk.press("This is my answer")
    expect(page.locator(".check > li", has_text=DRAW)).to_contain_text("the slide")


def _comes_to(page: Page, child: Invited, name: str, question: str) -> ChildWalk:
    """In, not knowing how the day is, and past every other question before this one."""
    walk = ChildWalk(page)
    walk.types_number(child.card)
    walk.comes_in_first(name)
    walk.press("Yes, let’s start")
    if "/helper" in page.url:
        page.get_by_role("radio", name="No, I’m on my own").check()
        walk.press("Go on")
    walk.picks(["I don’t know"])
    walk.press("This is my answer")
    while page.get_by_role("heading", level=1).inner_text() != question:
        walk.press("Skip this")
        page.wait_for_load_state()
    return walk


def _draws(page: Page, *points: tuple[float, float]) -> None:
    page.locator("svg.drawing").scroll_into_view_if_needed()
    box = page.locator(".draw svg.drawing").bounding_box()
    assert box is not None
    places = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in points]
    page.mouse.move(*places[0])
    page.mouse.down()
    for place in places:
        page.mouse.move(*place, steps=5)
    page.mouse.up()


def _has_lines(page: Page, number: int) -> None:
    expect(page.locator(".draw svg.drawing path")).to_have_count(number)
    kept = page.locator("[name=drawing]").input_value()
    assert kept.count("],[") + 1 == number if number else kept == ""


def _chooses(page: Page, person: str, key: str) -> None:
    page.get_by_role("radiogroup", name=person).get_by_role("radio").first.focus()
    page.keyboard.press(key)


def _officer_reads(desk: Page, cast: Cast, name: str) -> Page:
    sign_in(desk, cast.officer)
    desk.get_by_role("link", name=re.compile(f"Read.*{name}")).click()
    return desk


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_a_broken_drawing_opens_as_an_empty_sheet(size: dict[str, int], child: Invited, open_page: OpenPage) -> None:
    page = open_page(size)
    walk = _comes_to(page, child, "Ava", DRAW)
    for broken in ('[[0,0,"<img src=x onerror=alert(1)>",1]]', "{}", "[[9,9,1,1]]", "["):
        page.locator("[name=drawing]").evaluate("(field, value) => { field.value = value }", broken)
        walk.press("This is my answer")
        expect(page.get_by_text("Your drawing did not work.")).to_be_visible()
        _has_lines(page, 0)
