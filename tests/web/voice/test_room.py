"""The report in the browser: the period, the files, and that they say the same."""

import csv
import io
import re

import pytest
from flask import Flask

from consult.actions import recording, talking
from consult.booklet.answers import Given
from consult.store.clock import FixedClock
from consult.store.database import Store
from tests.actions.deeds import begin, send_all
from tests.fixtures.cast import Cast
from tests.web.browsing import Browser, staff_browser

SPAN = "from=2026-10-01&to=2026-12-31"
FILE = "/voice/voice-of-the-child"
WORDS = "xylophone under the stairs"


@pytest.fixture
def manager(app: Flask, store: Store, cast: Cast, clock: FixedClock) -> Browser:
    """Sam has sent the booklet and the review was held; Maya was invited only."""
    visit = begin(store, cast.sam)
    talking.answer(store, visit, 1, Given(("not_good",)), "k")
    send_all(store, visit, WORDS)
    held = recording.Held(clock.today(), "PN1", "alone", "no")
    recording.hold_review(store, cast.officer, cast.sam.review_id, held)
    return staff_browser(app, store, cast.manager)


def test_without_a_period_it_is_the_services_year(manager: Browser) -> None:
    page = manager.open("/voice")
    assert page.status_code == 200
    assert 'value="2026-04-01"' in page.text
    assert 'value="2027-03-31"' in page.text
    assert "from=2026-04-01&amp;to=2027-03-31" in page.text


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("from=2026-12-31&to=2026-10-01", "The last day is before the first day. Change one of them."),
        ("from=2026-10-01", "One of these is not a day. Choose both days, then press Show."),
        ("to=2026-10-01", "One of these is not a day."),
        ("from=soon&to=2026-10-01", "One of these is not a day."),
        ("from=2026-02-30&to=2026-10-01", "One of these is not a day."),
        ("from=%3Cb%3E&to=2026-10-01", "One of these is not a day."),
    ],
)
def test_a_bad_period_is_told_and_comes_back(manager: Browser, query: str, sentence: str) -> None:
    page = manager.open(f"/voice?{query}")
    assert page.status_code == 422
    assert sentence in page.text
    assert 'id="back"' not in page.text, "no figures for a period that is none"
    assert "<b>&to" not in page.text
    assert 'value="2026-10-01"' in page.text


@pytest.mark.parametrize("query", ["from=2030-01-01&to=2030-03-31", "from=0001-01-01&to=0001-01-01"])
def test_an_empty_period_points_to_the_nearest(manager: Browser, query: str) -> None:
    page = manager.open(f"/voice?{query}")
    assert page.status_code == 200
    assert "from=2026-10-01&amp;to=2026-12-31" in page.text


def test_the_end_of_time_is_a_period_too(manager: Browser) -> None:
    assert manager.open("/voice?from=0001-01-01&to=9999-12-31").status_code == 200
    assert manager.open("/voice?from=9999-12-31&to=9999-12-31").status_code == 200


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("json", "application/json; charset=utf-8"),
        ("csv", "text/csv; charset=utf-8"),
        ("html", "text/html; charset=utf-8"),
    ],
)
def test_the_files_come_as_files(manager: Browser, form: str, kind: str) -> None:
    page = manager.open(f"{FILE}.{form}?{SPAN}")
    assert page.status_code == 200
    assert page.headers["Content-Type"] == kind
    name = f"voice-of-the-child-2026-10-01-to-2026-12-31.{form}"
    assert page.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert page.headers["Cache-Control"] == "no-store"
    assert WORDS not in page.text


@pytest.mark.parametrize(
    "address",
    [f"{FILE}.exe?{SPAN}", f"{FILE}.json", f"{FILE}.json?from=2026-12-31&to=2026-01-01", f"{FILE}.csv?from=x&to=y"],
)
def test_a_file_that_cannot_be_is_not_here(manager: Browser, address: str) -> None:
    assert manager.open(address).status_code == 404


def test_page_table_and_data_say_the_same(manager: Browser) -> None:
    data = manager.open(f"{FILE}.json?{SPAN}").json
    page = manager.open(f"/voice?{SPAN}").text
    (everyone,) = [each for each in data["returns"] if each["band"] == "all"]
    assert (everyone["reviews"], everyone["returned"], everyone["not_returned"]) == (2, 1, 1)
    assert f"{everyone['percent']['returned']}%" in page
    (feeling,) = [each for each in data["questions"] if (each["key"], each["band"]) == ("feel_today", "under-11")]
    assert {option["key"]: option["count"] for option in feeling["options"]}["not_good"] == 1
    asked = [each for each in data["questions"] if each["asked"]]
    assert asked
    for each in asked:
        figure = page.partition(f'id="{each["booklet"]}.{each["key"]}"')[2].partition('<div class="fig')[0]
        for option in each["options"]:
            if option["count"]:
                assert re.search(rf"{option['percent']}\s*%", figure), (each["key"], option)
    rows = list(csv.reader(io.StringIO(manager.open(f"{FILE}.csv?{SPAN}").text.removeprefix("\ufeff"))))
    told = [row for row in rows if {"options", "under-11", "feel_today", "not_good"} <= set(row)]
    assert len(told) == 1
    assert "1" in told[0]


def test_no_words_and_no_names_stand_in_a_report(manager: Browser) -> None:
    for address in (f"/voice?{SPAN}", *(f"{FILE}.{form}?{SPAN}" for form in ("json", "csv", "html"))):
        text = re.sub(r"base64,[A-Za-z0-9+/=]+", "", manager.open(address).text)
        assert not [each for each in ("xylophone", "Sam", "Maya", "R-100") if each in text], address
