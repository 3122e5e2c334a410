"""Paper in the child's language, and booklets for any time on paper, as the desk shows them."""

import re

import pytest
from flask import Flask

from consult.store.children import change_language, find_child
from consult.store.database import Store
from consult.store.ids import paper_code
from tests.actions.deeds import begin
from tests.actions.test_keying_in import fetch_sent
from tests.fixtures.apps import sit_down
from tests.fixtures.cast import Cast, Invited
from tests.web.browsing import Browser, staff_browser
from tests.web.desk.test_papers import FORM, key_in_url
from tests.web.talk.test_languages import POLISH_QUESTION, html_of, turn_on

MESSAGE = {
    "edition": "complain:1",
    "language": "pl",
    "written_on": "2026-11-18",
    "helped_by": "alone",
    "complaint_words:words": "za <głośno>",
}


@pytest.fixture
def desk(app: Flask, store: Store, cast: Cast) -> Browser:
    """Amira's browser, with a token; Polish and Arabic are turned on."""
    turn_on(store, cast.authority_id, "pl", "ar")
    browser = staff_browser(app, store, cast.officer)
    browser.open("/desk")
    return browser


def speak_polish(store: Store, cast: Cast, who: Invited) -> None:
    with store.writing(cast.authority_id) as tx:
        child = find_child(tx, who.child_id)
        assert child is not None
        change_language(tx, child.id, "pl")


def booklet_in(page: str) -> str:
    return page[page.index("<main>") : page.index("</main>")]


def test_it_is_printed_in_the_childs_language_and_in_english_too(
    desk: Browser, store: Store, cast: Cast, sam: Invited
) -> None:
    address = f"/desk/reviews/{sam.review_id}/paper"
    assert html_of(desk.open(address).text) == ("en-GB", "ltr")
    speak_polish(store, cast, sam)
    page = desk.open(address).text
    assert html_of(page) == ("pl", "ltr")
    assert POLISH_QUESTION in booklet_in(page)
    assert "Call Childline" not in page
    assert " · wydanie 1 · Polski</footer>" in page
    assert "A booklet to print, A4." in page
    assert "The Polish is a draft, not yet checked by a speaker." in page
    english = desk.open(f"{address}?language=en").text
    assert "How do you feel today?" in booklet_in(english)
    assert "draft, not yet" not in english


def test_arabic_runs_from_the_right(desk: Browser, sam: Invited) -> None:
    page = desk.open(f"/desk/reviews/{sam.review_id}/paper?language=ar").text
    assert html_of(page) == ("ar", "rtl")
    assert '<header class="tools" lang="en-GB" dir="ltr">' in page
    assert not re.search(r"[A-Za-z]{4,}", re.sub(r"<[^>]+>|Amira|Pebble|Childline", "", booklet_in(page)))


def test_a_language_that_is_not_turned_on_is_not_there(desk: Browser, store: Store, cast: Cast, sam: Invited) -> None:
    turn_on(store, cast.authority_id, "pl")
    assert desk.open(f"/desk/reviews/{sam.review_id}/paper?language=ar").status_code == 404
    assert desk.open("/desk/paper/about-me-under-11/1?language=ar").status_code == 404
    assert desk.open("/desk/paper/about-me-under-11/1?language=pl").status_code == 200


def test_keyed_in_beside_the_english_it_keeps_the_papers_language(
    desk: Browser, store: Store, cast: Cast, sam: Invited
) -> None:
    page = desk.open(f"{key_in_url(sam)}?edition=about-me-under-11:1&language=pl").text
    assert "How do you feel today?" in page
    assert POLISH_QUESTION in page
    assert "The paper is in Polish, and so are its answers." in page
    assert desk.send(key_in_url(sam), **FORM, language="pl").status_code == 303
    assert {line.language for line in fetch_sent(store, cast, sam).lines.values()} == {"pl"}
    assert "Answered in Polish. That translation is a draft" in desk.open(f"/desk/reviews/{sam.review_id}").text


def test_every_booklet_is_listed_for_the_child(desk: Browser, sam: Invited) -> None:
    page = desk.open(f"/desk/reviews/{sam.review_id}/papers").text
    for booklet in ("about-me-under-11", "after-review", "complain", "tell-something"):
        assert f"/desk/reviews/{sam.review_id}/paper?edition={booklet}:1" in page
        assert f"{key_in_url(sam)}?edition={booklet}:1" in page


def test_a_booklet_for_any_time_finds_its_child_and_comes_in_as_a_message(
    app: Flask, store: Store, desk: Browser, sam: Invited
) -> None:
    code = paper_code(sam.child_id)
    page = desk.open(f"/desk/reviews/{sam.review_id}/paper?edition=complain:1").text
    assert f"<b>{code}</b> · complain · edition 1</footer>" in page
    assert "Can Amira read these out" not in page
    found = desk.send("/desk/search", q=code).text
    assert sam.review_id in found
    assert "Maya" not in found

    messages = desk.follow(desk.send(key_in_url(sam), **MESSAGE)).text
    address = re.search(r'href="(/desk/messages/[^"]+)"', messages)
    assert address is not None
    opened = desk.open(address[1]).text
    assert "za &lt;głośno&gt;" in opened
    assert "Filled in on paper on Wednesday 18 November 2026. Someone typed it in. Answered in Polish." in opened

    browser = Browser(app)
    sit_down(browser.client, begin(store, sam))
    own = browser.open("/talk/mine").text
    assert "za &lt;głośno&gt;" in own
    assert "Someone typed this for you." in own


def test_nothing_typed_of_a_message_is_lost(desk: Browser, sam: Invited) -> None:
    page = desk.send(key_in_url(sam), **MESSAGE | {"written_on": "2026-11-30"})
    assert page.status_code == 422
    assert "za &lt;głośno&gt;</textarea>" in page.text
    assert '<input type="hidden" name="language" value="pl">' in page.text
