"""The list on the desk: filters, pages, search, with many reviews."""

import datetime as dt
import re

import pytest
from werkzeug.test import TestResponse

from consult.actions import recording
from consult.store.database import Store
from tests.actions.deeds import begin, send_all
from tests.fixtures.cast import Cast
from tests.web.browsing import Browser

MANY = 58


@pytest.fixture
def busy(desk: Browser, store: Store, cast: Cast) -> Browser:
    """60 reviews: Sam's and Maya's, and of 58 more children; Sam has sent, every tenth of the others was held."""
    send_all(store, begin(store, cast.sam))
    for number in range(MANY):
        day = dt.date(2026, 11, 1) + dt.timedelta(days=number)
        review = recording.add_child(
            store, cast.officer, f"N-{number:03d}", f"Child{number:03d}", dt.date(2015, 1, 1), day, "second"
        )
        if number % 10 == 0:
            recording.hold_review(
                store, cast.officer, review, recording.Held(dt.date(2026, 11, 2), "PN1", "alone", "no")
            )
    desk.open("/desk")
    return desk


def refs(page: TestResponse) -> list[str]:
    return re.findall(r"ref ([NR]-\d{3})", page.text)


def counted(page: TestResponse) -> dict[str, int]:
    return {key: int(count) for key, count in re.findall(r"show=([a-z_]+)\"[^>]*>[^<]*<b>(\d+)</b>", page.text)}


def test_pages_hold_everything_once(busy: Browser) -> None:
    pages = [busy.open(f"/desk?page={number}") for number in (1, 2, 3)]
    assert [len(refs(page)) for page in pages] == [25, 25, 10]
    found = [ref for page in pages for ref in refs(page)]
    assert sorted(found) == sorted([f"N-{number:03d}" for number in range(MANY)] + ["R-100", "R-200"])
    assert "1 to 25 of 60, by day" in pages[0].text
    assert "51 to 60 of 60, by day" in pages[2].text
    assert 'rel="prev"' not in pages[0].text
    assert 'rel="next"' not in pages[2].text


@pytest.mark.parametrize("page", ["0", "-3", "99", "x", "", "9" * 40])
def test_a_page_that_is_none_shows_the_nearest(busy: Browser, page: str) -> None:
    found = busy.open(f"/desk?page={page}")
    assert found.status_code == 200
    assert len(refs(found)) == (10 if page.startswith("9") else 25)


def test_each_filter_shows_what_it_counts(busy: Browser) -> None:
    counts = counted(busy.open("/desk"))
    assert counts == {"all": 60, "to_invite": 52, "to_read": 1, "not_sent": 1, "overdue": 18, "held": 6}
    for show, count in counts.items():
        pages = [busy.open(f"/desk?show={show}&page={number}") for number in range(1, 4)]
        assert len({ref for page in pages for ref in refs(page)}) == count, show
    assert refs(busy.open("/desk?show=to_read")) == ["R-100"]
    assert refs(busy.open("/desk?show=not_sent")) == ["R-200"]
    assert counted(busy.open("/desk?show=<b>")) == counts


def test_search_finds_by_name_and_by_reference_and_leaves_no_name_in_an_address(busy: Browser) -> None:
    for wanted in ("child007", "N-007", "  n-007 "):
        page = busy.send("/desk/search", q=wanted)
        assert page.status_code == 200
        assert page.location is None
        assert refs(page) == ["N-007"], wanted
    assert not re.findall(r'href="[^"]*(?:007|child0)[^"]*"', page.text, re.IGNORECASE)


def test_search_says_when_there_is_more_or_nothing(busy: Browser) -> None:
    page = busy.send("/desk/search", q="Child")
    assert len(refs(page)) == 25
    assert "1 to 25 of 58, by day. Type more of the name to see the others." in page.text
    page = busy.send("/desk/search", q="<script>")
    assert "Nobody is found" in page.text
    assert "Found for “&lt;script&gt;”" in page.text
    assert len(refs(busy.send("/desk/search", q="   "))) == 25


def test_reading_takes_a_booklet_off_the_list_to_read(busy: Browser, cast: Cast) -> None:
    busy.open(f"/desk/reviews/{cast.sam.review_id}")
    page = busy.open("/desk?show=to_read")
    assert refs(page) == []
    assert "No review is in this list now" in page.text
