"""Adding children and reviews by hand: every slip is told beside its field, and nothing typed is lost."""

import re

import pytest

from consult.store.database import Store
from tests.fixtures.cast import Cast
from tests.web.browsing import Browser, faults_on
from tests.web.shelves import count, look

CHILD = {
    "ref": "R-900",
    "first_name": "Noor",
    "date_of_birth": "2015-02-03",
    "review_date": "2026-12-10",
    "kind": "second",
}
NO_DAY = "This is not a day. Write it as 2026-12-03 or 03/12/2026."


def test_a_child_is_added_with_the_first_review(desk: Browser, store: Store) -> None:
    answer = desk.send("/desk/children/new", **CHILD)
    page = desk.follow(answer)
    assert "The child is on your desk." in page.text
    assert "Noor, 11" in page.text
    assert "Thursday 10 December 2026" in page.text
    assert "Noor" in desk.open("/desk").text
    assert "Noor" not in answer.location


def test_british_days_and_spaces_around_words_are_taken(desk: Browser) -> None:
    typed = CHILD | {"date_of_birth": "03/02/2015", "review_date": "10/12/2026", "first_name": "  Noor\x00 "}
    page = desk.follow(desk.send("/desk/children/new", **typed))
    assert "Noor, 11" in page.text
    assert "Thursday 10 December 2026" in page.text


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("ref", "", "Write the reference your service uses for this child."),
        ("ref", "  \x07 ", "Write the reference your service uses for this child."),
        ("ref", "9" * 61, "This is too long. At most 60 letters fit."),
        ("first_name", "", "Write the first name. It stands on the card and on the child’s pages."),
        ("first_name", "é" * 61, "This is too long. At most 60 letters fit."),
        ("date_of_birth", "", "Write the date of birth."),
        ("date_of_birth", "soon", NO_DAY),
        ("date_of_birth", "2015-02-30", NO_DAY),
        ("date_of_birth", "2026-11-22", "This day is after the review or still to come. Check the year."),
        ("date_of_birth", "1999-01-01", "This would be an adult. Check the year."),
        ("review_date", "", "Write the day of the review."),
        ("review_date", "10-12-26", NO_DAY),
        ("review_date", "0226-12-10", "This day is before 1990 or more than two years ahead. Check the year."),
        ("review_date", "9999-12-31", "This day is before 1990 or more than two years ahead. Check the year."),
    ],
)
def test_a_slip_is_told_beside_its_field(desk: Browser, store: Store, field: str, typed: str, sentence: str) -> None:
    before, form = look(store), CHILD | {field: typed}
    page = desk.send("/desk/children/new", **form)
    assert page.status_code == 422
    assert faults_on(page) == {field: sentence}
    assert look(store) == before
    for name, value in form.items():
        if name != "kind" and value.strip("\x07 "):
            assert re.search(rf'name="{name}"[^>]* value="{value}"', page.text), name
    assert '<option value="second" selected>' in page.text


def test_an_unknown_kind_is_refused(desk: Browser, store: Store) -> None:
    before = look(store)
    page = desk.send("/desk/children/new", **CHILD | {"kind": "party"})
    assert page.status_code == 422
    assert list(faults_on(page)) == ["kind"]
    assert look(store) == before


def test_a_reference_belongs_to_one_child(desk: Browser, store: Store) -> None:
    before = look(store)
    page = desk.send("/desk/children/new", **CHILD | {"ref": "R-100"})
    assert page.status_code == 422
    assert faults_on(page)["ref"].startswith("Somebody else has this reference.")
    assert look(store) == before


def test_what_was_typed_is_shown_and_not_run(desk: Browser) -> None:
    page = desk.send("/desk/children/new", **CHILD | {"first_name": '"><script>x</script>', "ref": ""})
    assert "<script>x" not in page.text
    assert "&lt;script&gt;x" in page.text


def test_a_further_review_is_added(desk: Browser, store: Store, cast: Cast) -> None:
    address = f"/desk/children/{cast.sam.child_id}/reviews/new"
    page = desk.follow(desk.send(address, review_date="2027-05-04", kind="subsequent"))
    assert "The review is on your desk." in page.text
    assert count(store, "review") == 3


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("2026-12-08", "There is a review of this child on that day already."),
        ("", "Write the day of the review."),
        ("x", NO_DAY),
        ("1066-10-14", "This day is before 1990 or more than two years ahead. Check the year."),
    ],
)
def test_a_further_review_wants_a_day_of_its_own(
    desk: Browser, store: Store, cast: Cast, typed: str, sentence: str
) -> None:
    before = look(store)
    page = desk.send(f"/desk/children/{cast.sam.child_id}/reviews/new", review_date=typed, kind="subsequent")
    assert (page.status_code, faults_on(page)) == (422, {"review_date": sentence})
    assert look(store) == before
    assert "Sam" in page.text
