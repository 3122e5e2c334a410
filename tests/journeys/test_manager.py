"""The service manager: settings, files that come in, the report and its downloads."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.cast import Cast
from tests.journeys.conftest import OpenPage
from tests.journeys.eye import look_at_staff
from tests.journeys.sizes import LAPTOP
from tests.journeys.staff import sees, sign_in

HEADER = "child_ref,first_name,date_of_birth,review_date,kind,iro,participation_code,held_on"
ROWS = (
    "R-501,Finn,2016-02-03,2026-10-05,second,Amira Hassan,PN1,2026-10-05",
    "R-502,Nia,2012-07-09,2026-10-12,subsequent,Amira Hassan,PN6,2026-10-12",
)


@pytest.mark.usefixtures("passwords")
def test_a_manager_the_whole_way(cast: Cast, open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page(LAPTOP)
    sign_in(page, cast.manager)
    sees(page, "The voice of the child")
    expect(page.get_by_text("This version is for the service only.")).to_be_visible()
    look_at_staff(page)
    _changes_settings(page)
    _brings_in(page, tmp_path)
    _reads_the_report(page)
    page.goto("/desk")
    sees(page, "This page is not for your role")
    look_at_staff(page)


def _changes_settings(page: Page) -> None:
    page.get_by_role("link", name="Settings").click()
    sees(page, "Settings")
    look_at_staff(page)
    page.locator("[name=out_of_hours_phone]").fill("ring the bell")
    page.get_by_role("button", name="Keep these").click()
    expect(page.locator(".fault")).to_contain_text("Write the number with digits")
    assert page.locator("[name=out_of_hours_phone]").input_value() == "ring the bell"
    look_at_staff(page)
    page.locator("[name=out_of_hours_phone]").fill("01632 960199")
    page.get_by_role("button", name="Keep these").click()
    expect(page.get_by_text("The settings are kept.")).to_be_visible()


def _brings_in(page: Page, folder: Path) -> None:
    page.get_by_role("link", name="Import").click()
    sees(page, "Import")
    look_at_staff(page)
    faulty = folder / "faulty.csv"
    faulty.write_text("\n".join([HEADER, ROWS[0], ROWS[1].replace("2026-10-12", "31/11/2026", 1)]), encoding="utf-8")
    _sends(page, faulty)
    row = page.locator("tbody tr", has_text="review_date").first
    expect(row).to_contain_text("Row 3")
    look_at_staff(page)
    good = folder / "good.csv"
    good.write_text("\n".join([HEADER, *ROWS]), encoding="utf-8")
    _sends(page, good)
    expect(page.get_by_text("2 new, 0 changed, 0 as before.")).to_be_visible()
    look_at_staff(page)


def _sends(page: Page, file: Path) -> None:
    page.locator("[name=what][value=reviews]").check()
    page.locator("[name=file]").set_input_files(file)
    page.get_by_role("button", name="Bring it in").click()


def _reads_the_report(page: Page) -> None:
    page.goto("/voice")
    page.get_by_label("From").fill("2026-10-01")
    page.get_by_label("To", exact=True).fill("2026-11-30")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#back")).to_be_visible()
    look_at_staff(page)
    took = {}
    for link in page.locator("#take a").all():
        with page.expect_download() as waiting:
            link.click()
        took[Path(waiting.value.suggested_filename).suffix] = waiting.value.path().read_text(encoding="utf-8")
    assert set(took) == {".html", ".csv", ".json"}
    everyone = next(each for each in json.loads(took[".json"])["returns"] if each["band"] == "all")
    assert everyone["reviews"] == 2
    assert "<html" in took[".html"]
