"""Booklets on paper: what is printed, keying it in, and what the child and the officer see of it."""

import re

import pytest
from flask import Flask

from consult.actions.keying_in import Paper, key_in_paper
from consult.actions.standing import Standing
from consult.booklet.answers import Answer, Given
from consult.booklet.kinds import KINDS
from consult.store.database import Store
from consult.store.ids import paper_code
from tests.actions.deeds import begin, come_in, send_all, where
from tests.actions.test_keying_in import DAY, fetch_sent, paper
from tests.fixtures.apps import sit_down
from tests.fixtures.cast import Cast, Invited
from tests.web.browsing import Browser, staff_browser

FORM = {
    "edition": "about-me-under-11:1",
    "written_on": "2026-11-18",
    "helped_by": "carer",
    "read_out": "some",
    "held_back": ["happy_home_more"],
    "quote": "no",
    "feel_today:a": "mix",
    "home_likes:a": ["food", "pets"],
    "home_likes:words": "the swing",
    "happy_home:a": "no",
    "happy_home_more:words": "<b>its loud</b>",
    "school_well:a": "",
}


@pytest.fixture
def desk(app: Flask, store: Store, cast: Cast) -> Browser:
    """Amira's browser, with a token."""
    browser = staff_browser(app, store, cast.officer)
    browser.open("/desk")
    return browser


def key_in_url(who: Invited) -> str:
    return f"/desk/reviews/{who.review_id}/key-in"


def faults(page: str) -> dict[str, str]:
    """Anchor -> the sentence beside it."""
    return dict(re.findall(r'class="fault" id="([a-z0-9_]+)-fault">.*?</svg>(.*?)</p>', page, re.DOTALL))


def test_the_childs_name_stands_on_the_strip_only(desk: Browser, sam: Invited) -> None:
    page = desk.open(f"/desk/reviews/{sam.review_id}/paper").text
    assert page.count("Sam") == 1
    assert re.search(r'class="strip"><b dir="auto">Sam</b>', page)
    assert sam.ref not in page


def test_every_page_can_find_its_review(desk: Browser, sam: Invited) -> None:
    page = desk.open(f"/desk/reviews/{sam.review_id}/paper").text
    assert f"<b>{paper_code(sam.review_id)}</b> · about-me-under-11 · edition 1</footer>" in page
    found = desk.send("/desk/search", q=paper_code(sam.review_id).lower()).text
    assert sam.review_id in found
    assert "Maya" not in found


@pytest.mark.parametrize(
    "promise",
    [
        "Amira reads your answers.",
        "Your answers are kept in your file.",
        "You don’t have to fill this in.",
        "Then Amira must tell people who keep children safe.",
        "Call Childline on 0800 1111.",
        "If you said “Not happy” or “I don&#39;t know”:",
        "Can Amira read these out at your review?",
        "Can we put some of your words in a report that anyone can read?",
        "Did someone help you with this?",
    ],
)
def test_paper_promises_what_the_screen_promises(desk: Browser, sam: Invited, promise: str) -> None:
    assert promise in desk.open(f"/desk/reviews/{sam.review_id}/paper").text


def test_paper_speaks_of_no_screen(desk: Browser, sam: Invited, maya: Invited) -> None:
    for who in (sam, maya):
        page = desk.open(f"/desk/reviews/{who.review_id}/paper").text
        booklet = page[page.index("<main>") : page.index("</main>")]
        assert not re.findall(r"\b(?:tap|press|click)\b", booklet, re.IGNORECASE)


def test_age_decides_what_is_printed(desk: Browser, maya: Invited) -> None:
    own = desk.open(f"/desk/reviews/{maya.review_id}/paper").text
    blank = desk.open("/desk/paper/about-me-11-plus/1").text
    assert "How ready or not ready do you feel to live more on your own?" in blank
    assert "How ready or not ready do you feel to live more on your own?" not in own


def test_a_blank_copy_knows_no_child(desk: Browser) -> None:
    page = desk.open("/desk/paper/about-me-under-11/1?large=1").text
    assert "Your reviewing officer reads your answers." in page
    assert "For the office. Code of the review:" in page
    assert 'class="u11 large"' in page
    assert desk.open("/desk/paper/about-me-under-11/7").status_code == 404


def test_every_edition_is_listed(desk: Browser) -> None:
    page = desk.open("/desk/papers").text
    for booklet in ("about-me-under-11", "about-me-11-plus", "after-review"):
        assert f"/desk/paper/{booklet}/1" in page


def test_keyed_in_it_is_read_like_any_other(desk: Browser, store: Store, cast: Cast, sam: Invited) -> None:
    assert desk.send(key_in_url(sam), **FORM).status_code == 303
    booklet = fetch_sent(store, cast, sam)
    assert booklet.lines["happy_home_more"].answer == Answer(words="<b>its loud</b>")
    assert booklet.lines["home_likes"].answer == Answer(picked=("food", "pets"), words="the swing")
    assert (booklet.helped_by, booklet.read_out, set(booklet.held_back)) == ("carer", "yes", {"happy_home_more"})
    page = desk.open(f"/desk/reviews/{sam.review_id}").text
    assert "Filled in on paper on Wednesday 18 November 2026. Someone typed it in." in page
    assert "&lt;b&gt;its loud&lt;/b&gt;" in page


def test_a_fault_is_said_beside_its_question_and_nothing_typed_is_lost(
    desk: Browser, store: Store, cast: Cast, sam: Invited
) -> None:
    page = desk.send(key_in_url(sam), **FORM | {"happy_home:a": "yes"})
    assert page.status_code == 422
    assert list(faults(page.text)) == ["q3a"]
    assert "&lt;b&gt;its loud&lt;/b&gt;</textarea>" in page.text
    assert 'value="the swing"' in page.text
    assert re.search(r'name="feel_today:a" value="mix" checked', page.text)
    assert re.search(r'name="held_back" value="happy_home_more" checked', page.text)
    assert 'value="2026-11-18"' in page.text
    assert fetch_nothing(store, cast, sam)


def fetch_nothing(store: Store, cast: Cast, who: Invited) -> bool:
    with pytest.raises(ValueError, match="not enough values"):
        fetch_sent(store, cast, who)
    return True


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"written_on": "2026-11-22"}, "written_on"),
        ({"written_on": "yesterday"}, "written_on"),
        ({"written_on": ""}, "written_on"),
        ({"held_back": []}, "read_out"),
    ],
)
def test_what_is_missing_beside_the_answers_is_said(
    desk: Browser, sam: Invited, change: dict[str, str], field: str
) -> None:
    page = desk.send(key_in_url(sam), **FORM | change)
    assert page.status_code == 422
    assert field in faults(page.text)


@pytest.mark.parametrize("edition", ["", "nonsense", "about-me-under-11:99", "about-me-under-11:x", "a:1:2", ":1"])
def test_a_forged_edition_is_no_fault_of_ours(desk: Browser, sam: Invited, edition: str) -> None:
    assert desk.open(f"{key_in_url(sam)}?edition={edition}").status_code == (404 if edition else 200)
    assert desk.open(f"/desk/reviews/{sam.review_id}/paper?edition={edition}").status_code == (404 if edition else 200)


def test_what_the_child_sent_is_not_overwritten(desk: Browser, store: Store, sam: Invited) -> None:
    send_all(store, begin(store, sam))
    for answer in (lambda: desk.open(key_in_url(sam)), lambda: desk.send(key_in_url(sam), **FORM, replace="yes")):
        assert "The child has sent this booklet on a screen." in desk.follow(answer()).text
    assert key_in_url(sam) not in desk.open(f"/desk/reviews/{sam.review_id}").text


def test_typing_again_asks_first(desk: Browser, store: Store, cast: Cast, sam: Invited) -> None:
    desk.send(key_in_url(sam), **FORM)
    changed = FORM | {"feel_today:a": "good"}
    asked = desk.send(key_in_url(sam), **changed)
    assert asked.status_code == 422
    assert 'name="replace"' in asked.text
    assert desk.send(key_in_url(sam), **changed, replace="yes").status_code == 303
    assert fetch_sent(store, cast, sam).lines["feel_today"].answer == Answer(picked=("good",))


@pytest.mark.parametrize(("who", "sentence"), [("sam", "It is from your paper."), ("maya", "from your paper booklet.")])
def test_the_child_is_told_who_typed(app: Flask, store: Store, cast: Cast, who: str, sentence: str) -> None:
    child: Invited = getattr(cast, who)
    given = {"feel_today": Given(picked=("ok",)), "going_now": Given(picked=("7",))}
    booklet = "about-me-under-11" if who == "sam" else "about-me-11-plus"
    visit = come_in(store, child)
    browser = Browser(app)
    sit_down(browser.client, visit)
    assert "Someone typed this" not in browser.open("/talk/").text
    key_in_paper(store, cast.officer, child.review_id, Paper(booklet, 1, DAY, given))
    assert sentence in browser.open("/talk/").text
    begin(store, child)
    sit_down(browser.client, begin(store, child))
    for address in ("/talk/check", "/talk/done"):
        page = browser.open(address).text
        assert "Someone typed this for you" in page
        assert sentence in page
        assert "You sent them on" not in page


def test_every_kind_comes_back_as_it_was_typed(desk: Browser, maya: Invited) -> None:
    page = desk.open(key_in_url(maya)).text
    shown = set(re.findall(r'name="([a-z0-9_]+):(?:a|words|who-|name-)', page))
    assert len(shown) > 20
    assert KINDS.keys() >= {"people", "drawing"}


def test_standing_holds_what_was_typed(store: Store, cast: Cast, sam: Invited) -> None:
    key_in_paper(store, cast.officer, sam.review_id, paper())
    standing: Standing = where(store, begin(store, sam))
    assert standing.talk.source == "paper"
