"""A booklet on paper: printed on A4 without a cut question, keyed in, read by the officer, seen by the child."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from consult.store.ids import paper_code
from tests.fixtures.cast import Cast, Invited
from tests.journeys.child import ChildWalk
from tests.journeys.conftest import OpenPage
from tests.journeys.eye import look_at_child, look_at_staff
from tests.journeys.sizes import LAPTOP
from tests.journeys.staff import sees, sign_in

INSIDE = {"width": 680, "height": 1009}
"""A4 within 15 mm margins, at 96 dots an inch."""
TOO_WIDE = """() => [...document.querySelectorAll("main *")].filter((each) => !each.closest("svg")
  && each.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map((each) => each.className)"""
TOO_HIGH = """(height) => [...document.querySelectorAll(".q, .keep")].filter((each) =>
  each.getBoundingClientRect().height > height - 40).length"""
TYPED = "i want my dog to come to"


@pytest.mark.usefixtures("passwords")
def test_a_paper_booklet_the_whole_way(cast: Cast, child: Invited, open_page: OpenPage, tmp_path: Path) -> None:
    desk = open_page(LAPTOP)
    sign_in(desk, cast.officer)
    desk.get_by_label("First name, reference or paper code").fill(paper_code(child.review_id))
    desk.get_by_role("button", name="Search").click()
    desk.get_by_role("link", name="Ava", exact=True).click()
    sees(desk, "Ava, 8")
    desk.get_by_role("link", name="Print the booklet").click()
    sees(desk, "Before my review")
    look_at_staff(desk)
    normal = _prints(desk, tmp_path / "normal.pdf")
    desk.get_by_role("link", name="Large print").click()
    look_at_staff(desk)
    assert normal < _prints(desk, tmp_path / "large.pdf") <= 20
    desk.get_by_role("link", name="Back to the review").click()

    desk.get_by_role("link", name="Key in a paper booklet").click()
    sees(desk, "Key in a paper booklet")
    look_at_staff(desk)
    _types(desk)
    sees(desk, "Ava, 8")
    expect(desk.get_by_text("Someone typed it in.")).to_be_visible()
    expect(desk.locator("blockquote", has_text=TYPED)).to_be_visible()

    walk = ChildWalk(open_page(), look_at_child)
    walk.types_number(child.card)
    walk.comes_in_first("Ava")
    expect(walk.page.get_by_text("Someone typed this for you. It is from your paper.")).to_be_visible()
    walk.follow("See or change it")
    walk.press("Yes, let’s go on")
    walk.sees("Is someone helping you?")
    walk.page.get_by_label("No, I’m on my own").check()
    walk.press("Go on")
    walk.sees("Here is what you said")
    expect(walk.page.get_by_text(TYPED)).to_be_visible()
    expect(walk.page.get_by_text("Someone typed this for you. It is from your paper.")).to_be_visible()


@pytest.mark.usefixtures("passwords")
def test_every_blank_booklet_fits_its_sheets(cast: Cast, open_page: OpenPage, tmp_path: Path) -> None:
    desk = open_page(LAPTOP)
    sign_in(desk, cast.officer)
    desk.get_by_role("link", name="Paper booklets").click()
    sees(desk, "Paper booklets")
    look_at_staff(desk)
    addresses = [each.get_attribute("href") for each in desk.get_by_role("link", name=re.compile("print")).all()]
    assert len(addresses) == 18
    for number, address in enumerate(addresses):
        desk.goto(address or "")
        _prints(desk, tmp_path / f"{number}.pdf")


def _prints(desk: Page, path: Path) -> int:
    """Print it as Chromium does: nothing is wider than the sheet, no question higher; how many pages."""
    before = desk.viewport_size
    desk.emulate_media(media="print")
    desk.set_viewport_size(INSIDE)  # type: ignore[arg-type]
    assert desk.evaluate(TOO_WIDE) == []
    assert desk.evaluate(TOO_HIGH, INSIDE["height"]) == 0
    assert not desk.get_by_role("button", name="Print").is_visible()
    desk.emulate_media(media="screen")
    if before:
        desk.set_viewport_size(before)
    desk.pdf(path=path, prefer_css_page_size=True)
    content = path.read_bytes()
    sizes = set(re.findall(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", content))
    assert {(round(float(width)), round(float(height))) for width, height in sizes} == {(595, 842)}
    pages = re.findall(rb"/Type /Page\b(?!s)", content)
    assert 3 <= len(pages) <= 20
    return len(pages)


def _types(desk: Page) -> None:
    desk.get_by_role("group", name=re.compile("How do you feel today")).get_by_label("A mix").check()
    happy = desk.get_by_role("group", name=re.compile("Are you happy or not happy where you live"))
    happy.get_by_label("Happy", exact=True).check()
    why = desk.get_by_role("group", name=re.compile("What makes it like that"))
    why.get_by_label("Words on the paper").fill(TYPED)
    desk.get_by_role("button", name="Keep the whole booklet").click()
    expect(desk.get_by_role("alert")).to_contain_text("3a:")
    assert why.get_by_label("Words on the paper").input_value() == TYPED
    look_at_staff(desk)
    happy.get_by_label("Not happy", exact=True).check()
    desk.get_by_role("button", name="Keep the whole booklet").click()
