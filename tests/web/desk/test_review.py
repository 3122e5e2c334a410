"""One review: inviting, the card, a new day, that it was held."""

import datetime as dt
import re

import pytest

from consult.actions import recording, talking
from consult.store.authorities import Contact
from consult.store.database import Store
from tests.actions.deeds import begin, send_all
from tests.fixtures.cast import Cast, add_invited
from tests.web.browsing import Browser, faults_on
from tests.web.shelves import count, look

HELD = {"held_on": "2026-11-20", "participation_code": "PN1", "seen_beforehand": "alone", "chaired": "co"}


@pytest.fixture
def review(store: Store, cast: Cast) -> str:
    """The address of a review to which nobody is invited yet, of a child of nine."""
    born = dt.date(2017, 1, 1)
    made = recording.add_child(store, cast.officer, "R-300", "Ada", born, dt.date(2026, 12, 1), "second")
    return f"/desk/reviews/{made}"


def test_inviting_makes_a_card_to_print(desk: Browser, review: str) -> None:
    answer = desk.send(f"{review}/invite")
    assert answer.location == f"{review}/card"
    page = desk.follow(answer)
    number = re.search(r"\b\d{4} \d{4} \d{4}\b", page.text)
    assert number is not None
    assert "<svg" in page.text
    assert "Ada is invited and has not started." in desk.open(review).text


def test_inviting_twice_is_told(desk: Browser, store: Store, review: str) -> None:
    desk.send(f"{review}/invite")
    before = look(store)
    page = desk.follow(desk.send(f"{review}/invite"))
    assert "There is an invitation already. You can print the card again." in page.text
    assert look(store) == before


def test_nobody_is_invited_before_the_settings_are_complete(
    desk: Browser, store: Store, cast: Cast, review: str
) -> None:
    recording.set_contact(store, cast.manager, Contact("", "", "", ""))
    assert "No child can be invited yet." in desk.open("/desk").text
    assert f'action="{review}/invite"' not in desk.open("/desk").text + desk.open(review).text
    before = look(store)
    page = desk.follow(desk.send(f"{review}/invite"))
    assert "No child can be invited before the service’s settings are complete." in page.text
    assert look(store) == before


def test_a_child_under_four_is_not_invited(desk: Browser, store: Store, cast: Cast) -> None:
    made = recording.add_child(store, cast.officer, "R-400", "Bea", dt.date(2023, 5, 5), dt.date(2026, 12, 1), "second")
    page = desk.follow(desk.send(f"/desk/reviews/{made}/invite"))
    assert "Under 4 on the day of the review" in page.text
    assert count(store, "invitation") == 2


def test_a_new_card_has_a_new_number(desk: Browser, cast: Cast) -> None:
    review = f"/desk/reviews/{cast.sam.review_id}"
    fours = " ".join(cast.sam.card[start : start + 4] for start in (0, 4, 8))
    assert fours in desk.open(f"{review}/card").text
    page = desk.follow(desk.send(f"{review}/card"))
    assert "The old one does not work any more." in page.text
    assert fours not in page.text


def test_a_review_without_a_card_has_none_to_print(desk: Browser, review: str) -> None:
    assert desk.open(f"{review}/card").status_code == 404
    assert desk.open(f"{review}/read-out").status_code == 404


def test_the_date_can_be_moved(desk: Browser, review: str) -> None:
    page = desk.follow(desk.send(f"{review}/date", review_date="14/12/2026"))
    assert "The review has a new day." in page.text
    assert "Monday 14 December 2026" in page.text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Write the new day."),
        ("tomorrow", "This is not a day. Write it as 2026-12-03 or 03/12/2026."),
        ("2027-01-01", "There is a review of this child on that day already."),
        ("2062-01-01", "This day is before 1990 or more than two years ahead. Check the year."),
    ],
)
def test_a_wrong_new_day_is_told(desk: Browser, store: Store, cast: Cast, typed: str, sentence: str) -> None:
    recording.add_review(store, cast.officer, cast.maya.child_id, dt.date(2027, 1, 1), "second")
    before = look(store)
    page = desk.send(f"/desk/reviews/{cast.maya.review_id}/date", review_date=typed)
    assert (page.status_code, faults_on(page)) == (422, {"review_date": sentence})
    assert look(store) == before
    assert f'value="{typed}"' in page.text or not typed


def test_that_it_was_held_is_written_down(desk: Browser, review: str) -> None:
    page = desk.follow(desk.send(f"{review}/held", **HELD))
    assert "Written down." in page.text
    assert "Friday 20 November 2026" in page.text
    assert "PN1" in page.text


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        ({"held_on": "2026-11-22"}, "held_on", "This day is still to come."),
        ({"held_on": ""}, "held_on", "Write the day on which it was held."),
        ({"held_on": "20.11.26"}, "held_on", "This is not a day."),
        ({"held_on": "1926-11-20"}, "held_on", "This day is before 1990"),
        ({"participation_code": "PN0"}, "participation_code", "PN0 is only for a child under 4"),
        ({"participation_code": "PN9"}, "participation_code", ""),
        ({"chaired": "often"}, "chaired", ""),
    ],
)
def test_a_slip_about_how_it_was_held_is_told(
    desk: Browser, store: Store, review: str, change: dict[str, str], field: str, sentence: str
) -> None:
    desk.open(review)
    before, form = look(store), HELD | change
    page = desk.send(f"{review}/held", **form)
    assert page.status_code == 422
    (found,) = faults_on(page).items()
    assert found[0] == field
    assert found[1].startswith(sentence)
    assert look(store) == before
    assert '<option value="alone" selected>' in page.text or 'value="alone" checked' in page.text
    assert 'name="review_date" autocomplete="off" value="2026-12-01"' in page.text, "the other form is as it was"


def test_pn0_is_the_code_below_four(desk: Browser, store: Store, cast: Cast) -> None:
    made = recording.add_child(store, cast.officer, "R-4", "Bea", dt.date(2023, 5, 5), dt.date(2026, 12, 1), "second")
    page = desk.send(f"/desk/reviews/{made}/held", **HELD)
    assert faults_on(page) == {"participation_code": "Under 4 on that day: the code is PN0."}
    assert desk.send(f"/desk/reviews/{made}/held", **HELD | {"participation_code": "PN0"}).status_code == 303


def test_a_held_review_is_not_invited_to(desk: Browser, review: str) -> None:
    desk.send(f"{review}/held", **HELD)
    page = desk.follow(desk.send(f"{review}/invite"))
    assert "This review has been held already" in page.text


def test_asking_is_for_booklets_that_want_it(desk: Browser, store: Store, cast: Cast) -> None:
    send_all(store, begin(store, cast.sam))
    desk.open(f"/desk/reviews/{cast.sam.review_id}")
    before = look(store)
    page = desk.follow(desk.send(f"/desk/reviews/{cast.sam.review_id}/asked", answer="no"))
    assert "This is settled already." in page.text
    assert {name: rows for name, rows in look(store).items() if name != "conversation"} == {
        name: rows for name, rows in before.items() if name != "conversation"
    }
    assert "You can read these out." in page.text


def test_skips_are_shown_as_skips(desk: Browser, store: Store, cast: Cast) -> None:
    noor = add_invited(store, cast.officer, "R-500", "Noor", dt.date(2017, 1, 1))
    visit = begin(store, noor)
    talking.skip(store, visit, 1, "k")
    send_all(store, visit, "only this")
    page = desk.open(f"/desk/reviews/{noor.review_id}")
    assert page.text.count("Skipped</p>") == 1
    assert "Skipped" not in desk.open(f"/desk/reviews/{noor.review_id}/read-out?all=1").text


def test_the_title_names_no_child(desk: Browser, store: Store, cast: Cast) -> None:
    for address in ("", "/card"):
        page = desk.open(f"/desk/reviews/{cast.sam.review_id}{address}")
        assert "Sam" not in page.text.partition("<title>")[2].partition("</title>")[0]
