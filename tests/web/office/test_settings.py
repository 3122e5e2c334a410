"""What children's pages say about the service."""

import pytest
from flask import Flask

from consult.store.database import Store
from tests.actions.deeds import Watch, come_in, list_invitations
from tests.fixtures.apps import sit_down
from tests.fixtures.cast import Cast
from tests.web.browsing import Browser, faults_on, staff_browser
from tests.web.shelves import look

SETTINGS = {
    "officer_title": "review friend",
    "out_of_hours_phone": "01632 960 777",
    "cover_name": "Kit",
    "cover_phone": "+44 (0)1632 960778",
}


@pytest.fixture
def office(app: Flask, store: Store, cast: Cast) -> Browser:
    browser = staff_browser(app, store, cast.manager)
    browser.open("/office/settings")
    return browser


def test_what_is_kept_stands_on_childrens_pages(app: Flask, office: Browser, store: Store, cast: Cast) -> None:
    watch = Watch(store, cast.authority_id)
    page = office.follow(office.send("/office/settings", **SETTINGS))
    assert "The settings are kept." in page.text
    assert watch.deeds == ["set_contact"]
    for value in SETTINGS.values():
        assert f'value="{value}"' in page.text
    child = Browser(app)
    sit_down(child.client, come_in(store, cast.sam))
    (invited,) = list_invitations(store, cast.authority_id, cast.sam)
    assert "Amira is your review friend." in child.open(f"/talk/start/{invited.public_id}").text
    for value in ("01632 960 777", "Kit, +44 (0)1632 960778"):
        assert value in child.open("/talk/help").text


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("officer_title", " ", "Write what children call the officer, such as reviewing officer."),
        ("officer_title", "x" * 81, "This is too long. At most 80 letters fit."),
        ("out_of_hours_phone", "", "Write the number that children can ring at night and at weekends."),
        ("out_of_hours_phone", "ask me", "Write the number with digits, such as 01632 960 123."),
        ("out_of_hours_phone", "0" * 41, "This is too long. At most 40 letters fit."),
        ("cover_name", "", "Write who helps when the reviewing officer is away."),
        ("cover_phone", "", "Write how to reach whoever covers."),
        ("cover_phone", "<b>", "Write the number with digits, such as 01632 960 123."),
    ],
)
def test_a_slip_is_told_and_nothing_is_kept(
    office: Browser, store: Store, field: str, typed: str, sentence: str
) -> None:
    before = look(store)
    page = office.send("/office/settings", **SETTINGS | {field: typed})
    assert (page.status_code, faults_on(page)) == (422, {field: sentence})
    assert look(store) == before
    assert "<b>" not in page.text.partition("<form class")[2].partition("</form>")[0]
    for name in SETTINGS.keys() - {field}:
        assert f'value="{SETTINGS[name]}"' in page.text


@pytest.mark.parametrize("number", ["---", "   ", "()+", "- - -"])
def test_a_number_has_digits(office: Browser, number: str) -> None:
    assert office.send("/office/settings", **SETTINGS | {"cover_phone": number}).status_code == 422
