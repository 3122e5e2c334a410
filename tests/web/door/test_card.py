"""The number on the card: right, wrong, old, and who was here before."""

import pytest
from flask import Flask

from consult.actions import inviting
from consult.store.cards import make_number
from consult.store.database import Store
from tests.actions.deeds import begin, come_in
from tests.fixtures.apps import sit_down
from tests.fixtures.cast import Cast
from tests.fixtures.passwords import PASSWORD, give_password
from tests.web.browsing import Browser, note_on, staff_browser, visit_of


@pytest.fixture
def browser(app: Flask) -> Browser:
    return Browser(app)


def test_a_slip_is_told_and_the_number_comes_back(browser: Browser, cast: Cast) -> None:
    slip = cast.sam.card[:-1] + str((int(cast.sam.card[-1]) + 1) % 10)
    page = browser.send("/", number=slip)
    assert page.status_code == 422
    assert note_on(page) == "One of the numbers is not right. Please look at your card again."
    assert f'value="{slip}"' in page.text


@pytest.mark.parametrize("number", ["", "1234", "four", "١٢٣٤٥٦٧٨٩٠١٢", "9" * 500, "<script>1</script>", "\x00"])
def test_what_is_no_number_is_told(browser: Browser, number: str) -> None:
    page = browser.send("/", number=number)
    assert page.status_code == 422
    assert "One of the numbers is not right." in note_on(page)
    assert "<script>1" not in page.text


def test_an_unknown_card_is_told(browser: Browser, cast: Cast) -> None:
    unknown = next(number for _ in range(9) if (number := make_number()) not in {cast.sam.card, cast.maya.card})
    page = browser.send("/", number=unknown)
    assert (page.status_code, note_on(page)) == (
        422,
        "We do not know this number. Please look at your card again.",
    )


def test_a_replaced_card_is_told(browser: Browser, store: Store, cast: Cast) -> None:
    inviting.replace_card(store, cast.officer, cast.sam.review_id)
    page = browser.send("/", number=cast.sam.card)
    assert (page.status_code, note_on(page)) == (
        422,
        "This card does not work any more. There is a newer one for you.",
    )


@pytest.mark.parametrize("between", [" ", "-", "–", ".", "\u00a0", "\t"])
def test_spaces_and_dashes_do_not_matter(browser: Browser, cast: Cast, between: str) -> None:
    number = between.join(cast.sam.card[start : start + 4] for start in (0, 4, 8))
    answer = browser.send("/", number=f" {number} ")
    assert (answer.status_code, answer.location) == (303, "/me")


def test_the_number_stands_in_no_address(browser: Browser, cast: Cast) -> None:
    answer = browser.send("/", number=cast.sam.card)
    assert cast.sam.card not in str(answer.headers)
    assert cast.sam.card not in browser.follow(answer).text


def test_not_me_goes_back_and_ends_the_visit(browser: Browser, cast: Cast) -> None:
    browser.follow(browser.send("/", number=cast.sam.card))
    answer = browser.send("/me", me="no")
    assert (answer.status_code, answer.location) == (303, "/")
    assert browser.open("/me").location == "/?note=signed_out"


def test_a_child_who_comes_again_is_asked_by_name(browser: Browser, store: Store, cast: Cast) -> None:
    come_in(store, cast.sam)
    answer = browser.send("/", number=cast.sam.card)
    assert answer.location == "/pictures"
    page = browser.follow(answer)
    assert "This is for Sam. Is that you?" in page.text
    assert [browser.open(address).location for address in ("/me", "/avatar")] == ["/pictures", "/pictures"]
    assert browser.send("/me", me="no").location == "/"
    assert browser.open("/pictures").location == "/?note=signed_out"


def test_the_card_alone_opens_nothing(browser: Browser, store: Store, cast: Cast) -> None:
    come_in(store, cast.sam)
    browser.send("/", number=cast.sam.card)
    for address in ("/talk/", "/talk/1", "/talk/check", "/talk/help", "/talk/start"):
        assert browser.open(address).location == "/?note=signed_out", address


def test_entering_by_card_ends_a_staff_session(app: Flask, store: Store, cast: Cast) -> None:
    browser = staff_browser(app, store, cast.officer)
    assert browser.open("/desk").status_code == 200
    assert browser.send("/", number=cast.sam.card).location == "/me"
    assert browser.open("/desk").location == "/staff/sign-in?next=/desk"
    assert browser.open("/me").status_code == 200


def test_signing_in_as_staff_ends_a_childs_visit(app: Flask, browser: Browser, store: Store, cast: Cast) -> None:
    give_password(app, store, cast.officer)
    sit_down(browser.client, begin(store, cast.sam))
    assert browser.open("/talk/check").status_code == 200
    browser.open("/staff/sign-in")
    answer = browser.send("/staff/sign-in", email=cast.officer.email, password=PASSWORD)
    assert answer.location == "/staff"
    assert browser.follow(answer).location == "/staff/code"
    assert browser.open("/talk/check").location == "/?note=signed_out"


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("signed_out", "You were away for a while. Please come in again."),
        ("saved_away", ""),
        ("kept", "What you said is kept."),
        ("wait", ""),
        ("<script>", ""),
    ],
)
def test_the_first_page_says_why_one_is_here(browser: Browser, note: str, words: str) -> None:
    page = browser.open("/", query_string={"note": note})
    assert page.status_code == 200
    assert words in note_on(page) if words else note_on(page) == ""


def test_leaving_ends_the_visit_and_tells_nothing(browser: Browser, store: Store, cast: Cast) -> None:
    sit_down(browser.client, begin(store, cast.sam))
    browser.open("/talk/help")
    visit = visit_of(browser)
    answer = browser.send("/leave")
    assert (answer.status_code, answer.location) == (303, "/today")
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    page = browser.follow(answer)
    assert "Sam" not in page.text
    assert "review" not in page.text
    sit_down(browser.client, visit)
    assert browser.open("/talk/check").location == "/?note=signed_out", "the old cookie opens nothing"
