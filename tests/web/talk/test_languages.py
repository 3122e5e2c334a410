"""A child's own language: on the card page, on every page after it, and with every answer."""

import datetime as dt
import re

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from consult.actions import choosing, sending
from consult.actions.publishing import read_shipped, read_shipped_beside
from consult.actions.refusals import Refused
from consult.store.database import Store
from consult.store.finals import list_finals
from consult.store.languages import change_languages
from consult.store.translations import keep_translation
from tests.actions.deeds import PICTURES, Watch, talk_through, where
from tests.fixtures.cast import Cast, Invited
from tests.web.browsing import Browser, Talker, note_on, staff_browser

POLISH_QUESTION = "Jak się dzisiaj czujesz?"
POLISH_CARD, ENGLISH_CARD = "Wpisz numer z karty", "Type the number on your card"
ENGLISH_ONLY = "Your language is not here yet."


def turn_on(store: Store, authority_id: int, *tags: str) -> None:
    """As the manager does under Settings, with the shipped translations published."""
    with store.writing(authority_id) as tx:
        change_languages(tx, tags)
        for booklet in read_shipped():
            for translation in read_shipped_beside(booklet):
                keep_translation(tx, translation)


@pytest.fixture
def turned_on(store: Store, cast: Cast) -> None:
    turn_on(store, cast.authority_id, "pl", "ar")


@pytest.fixture
def talker(app: Flask, store: Store, cast: Cast, turned_on: None) -> Talker:
    return Talker(app, store, cast.sam)


def html_of(text: str) -> tuple[str, str]:
    """Language and direction of a page."""
    found = re.search(r'<html lang="([^"]+)" dir="([^"]+)"', text)
    assert found is not None
    return found[1], found[2]


def come_in(browser: Browser, who: Invited) -> str:
    """Through the card and the first pictures; the first page after them."""
    browser.follow(browser.send("/", number=who.card))
    browser.follow(browser.send("/me", me="yes"))
    browser.follow(browser.send("/avatar", avatar="fox"))
    return to_the_end(browser, browser.send("/pictures", p=list(PICTURES)))


def to_the_end(browser: Browser, answer: TestResponse) -> str:
    """The page to which a deed leads in the end."""
    while answer.status_code == 303:
        answer = browser.follow(answer)
    return answer.text


def test_only_languages_that_are_turned_on_are_offered(app: Flask, store: Store, cast: Cast) -> None:
    page = Browser(app).open("/").text
    assert "Polski" not in page
    assert "العربية" not in page
    turn_on(store, cast.authority_id, "pl")
    page = Browser(app).open("/").text
    assert "Polski" in page
    assert "English" in page
    assert "العربية" not in page


@pytest.mark.usefixtures("turned_on")
def test_a_press_changes_the_card_page_without_scripts(app: Flask) -> None:
    browser = Browser(app)
    page = browser.open("/")
    assert '<form class="languages" action="/language" method="post"' in page.text
    assert html_of(page.text) == ("en-GB", "ltr")
    page = browser.follow(browser.send("/language", language="pl"))
    assert POLISH_CARD in page.text
    assert html_of(page.text) == ("pl", "ltr")
    page = browser.follow(browser.send("/language", language="ar"))
    assert html_of(page.text) == ("ar", "rtl")
    page = browser.follow(browser.send("/language", language="en"))
    assert ENGLISH_CARD in page.text


@pytest.mark.parametrize("wanted", ["", "de", "pl", "../pl", "x" * 500])
def test_what_is_not_offered_changes_nothing(app: Flask, store: Store, cast: Cast, wanted: str) -> None:
    turn_on(store, cast.authority_id, "ar")
    browser = Browser(app)
    assert ENGLISH_CARD in browser.follow(browser.send("/language", language=wanted)).text


@pytest.mark.usefixtures("turned_on")
def test_the_language_of_the_card_page_is_kept_with_the_child(app: Flask, cast: Cast) -> None:
    browser = Browser(app)
    browser.send("/language", language="pl")
    assert "Przed moim spotkaniem" in come_in(browser, cast.sam)
    elsewhere = Browser(app)
    elsewhere.follow(elsewhere.send("/", number=cast.sam.card))
    assert html_of(to_the_end(elsewhere, elsewhere.send("/pictures", p=list(PICTURES)))) == ("pl", "ltr")


@pytest.mark.usefixtures("turned_on")
def test_the_next_child_at_the_tablet_keeps_their_own_language(app: Flask, cast: Cast) -> None:
    browser = Browser(app)
    browser.send("/language", language="pl")
    come_in(browser, cast.sam)
    assert POLISH_CARD in browser.follow(browser.send("/talk/later")).text
    assert html_of(come_in(browser, cast.maya)) == ("en-GB", "ltr")


@pytest.mark.usefixtures("turned_on")
def test_stop_and_hide_forgets_the_language(app: Flask, cast: Cast) -> None:
    browser = Browser(app)
    browser.send("/language", language="ar")
    come_in(browser, cast.sam)
    assert html_of(browser.follow(browser.send("/leave")).text) == ("en-GB", "ltr")
    assert ENGLISH_CARD in browser.open("/").text


def test_where_the_authority_has_not_turned_it_on_the_page_says_so(app: Flask, store: Store, cast: Cast) -> None:
    turn_on(store, cast.stranger.authority_id, "pl")
    browser = Browser(app)
    browser.send("/language", language="pl")
    page = browser.follow(browser.send("/", number=cast.sam.card))
    assert note_on(page).startswith(ENGLISH_ONLY)
    assert html_of(page.text) == ("en-GB", "ltr")
    browser.follow(browser.send("/me", me="yes"))
    browser.follow(browser.send("/avatar", avatar="fox"))
    assert html_of(to_the_end(browser, browser.send("/pictures", p=list(PICTURES)))) == ("en-GB", "ltr")


def test_questions_are_in_the_childs_language_with_english_beside(talker: Talker, store: Store) -> None:
    assert "In English" not in talker.ask("feel_today").text
    choosing.choose_language(store, talker.visit, "pl")
    page = talker.ask("feel_today").text
    assert f'dir="auto">{POLISH_QUESTION}</h1>' in page
    beside = page.partition('<details class="more english">')[2].partition("</details>")[0]
    assert "How do you feel today?" in beside
    assert "<li>Not good</li>" in beside
    assert 'lang="en-GB" dir="ltr"' in beside
    assert "How do you feel today?" not in page.replace(beside, "")
    assert "Nie jest dobrze" in page.replace(beside, "")


def test_the_language_changes_in_the_middle_and_no_answer_is_lost(talker: Talker) -> None:
    talker.reach_words()
    talker.answer("happy_home_more", words="It is cold")
    before = {key: line.answer for key, line in where(talker.store, talker.visit).lines.items()}
    page = talker.follow(talker.send("/talk/language", language="ar"))
    assert html_of(page.text) == ("ar", "rtl")
    after = where(talker.store, talker.visit)
    assert {key: line.answer for key, line in after.lines.items()} == before
    assert len(before) == 4
    assert "It is cold" in talker.open("/talk/check").text


def test_every_answer_keeps_the_language_in_which_it_was_given(talker: Talker, store: Store, cast: Cast) -> None:
    talker.reach_words()
    talker.send("/talk/language", language="pl")
    talker.answer("happy_home_more", words="W pokoju jest zimno i źle")
    lines = where(store, talker.visit).lines
    assert (lines["happy_home"].language, lines["happy_home_more"].language) == ("en", "pl")
    talker.send("/talk/language", language="en")
    talk_through(store, talker.visit, "I hate it, I am scared")
    standing = where(store, talker.visit)
    sending.send(store, talker.visit, "yes", [], "no")
    with store.reading(cast.authority_id) as tx:
        finals = list_finals(tx, standing.talk.id)
    assert finals["happy_home_more"].mood == "not_assessed"
    english = [
        key for key, line in standing.lines.items() if line.answer and line.answer.words and line.language == "en"
    ]
    assert any(finals[key].mood == "negative" for key in english)


def test_the_officer_sees_the_language_and_that_it_is_a_draft(
    app: Flask, talker: Talker, store: Store, cast: Cast
) -> None:
    talker.reach_words()
    talker.send("/talk/language", language="pl")
    talk_through(store, talker.visit, "Jest zimno")
    sending.send(store, talker.visit, "yes", [], "no")
    page = staff_browser(app, store, cast.officer).open(f"/desk/reviews/{cast.sam.review_id}").text
    assert html_of(page) == ("en-GB", "ltr")
    assert page.count("Answered in Polish.") >= 2
    assert "That translation is a draft, not yet checked by a speaker." in page
    assert "What makes it like that?" in page
    assert "Co sprawia" not in page


def test_an_english_booklet_says_nothing_of_languages(app: Flask, talker: Talker, store: Store, cast: Cast) -> None:
    talk_through(store, talker.visit)
    sending.send(store, talker.visit, "yes", [], "no")
    page = staff_browser(app, store, cast.officer).open(f"/desk/reviews/{cast.sam.review_id}").text
    assert "Answered in" not in page
    assert "draft" not in page


def test_turned_off_again_the_child_reads_english(talker: Talker, store: Store, cast: Cast) -> None:
    choosing.choose_language(store, talker.visit, "pl")
    assert POLISH_QUESTION in talker.ask("feel_today").text
    with store.writing(cast.authority_id) as tx:
        change_languages(tx, ["ar"])
    page = talker.ask("feel_today").text
    assert POLISH_QUESTION not in page
    assert html_of(page) == ("en-GB", "ltr")


@pytest.mark.parametrize("wanted", ["de", "", "pl,ar"])
def test_a_language_that_is_not_here_is_refused(talker: Talker, store: Store, cast: Cast, wanted: str) -> None:
    watch = Watch(store, cast.authority_id)
    with pytest.raises(Refused):
        choosing.choose_language(store, talker.visit, wanted)
    assert talker.send("/talk/language", language=wanted).status_code == 409
    assert watch.deeds == []


def test_choosing_leaves_an_audit_row(talker: Talker, store: Store, cast: Cast) -> None:
    watch = Watch(store, cast.authority_id)
    talker.send("/talk/language", language="pl")
    (row,) = [row for row in watch.rows if row["deed"] == "choose_language"]
    assert row["detail"] == {"language": "pl"}


def test_the_page_of_languages_offers_what_is_on(talker: Talker) -> None:
    page = talker.open("/talk/language").text
    assert [name for name in ("English", "Polski", "العربية") if f">{name}</button>" in page] == [
        "English",
        "Polski",
        "العربية",
    ]
    assert 'value="en" lang="en" aria-current="true"' in page


def test_staff_pages_stay_english_in_a_browser_that_spoke_polish(
    app: Flask, store: Store, cast: Cast, turned_on: None
) -> None:
    desk = staff_browser(app, store, cast.manager)
    with desk.client.session_transaction() as session:
        session["language"] = "pl"
    assert html_of(desk.open("/office/settings").text) == ("en-GB", "ltr")
    assert html_of(desk.open("/office/nothing").text) == ("en-GB", "ltr")


def test_settings_turn_languages_on_and_off(app: Flask, store: Store, cast: Cast) -> None:
    desk = staff_browser(app, store, cast.manager)
    page = desk.open("/office/settings").text
    assert "Draft, not yet checked by a speaker" in page
    assert "checked>" not in page.partition('id="languages"')[2].partition("</fieldset>")[0]
    fields = {
        "officer_title": "officer",
        "out_of_hours_phone": "01632 960111",
        "cover_name": "Kim",
        "cover_phone": "01632 960112",
    }
    assert desk.send("/office/settings", languages=["pl", "xx"], **fields).status_code == 303
    page = desk.open("/office/settings").text
    assert 'value="pl" checked' in page
    assert 'value="ar" checked' not in page
    desk.send("/office/settings", **fields)
    assert 'value="pl" checked' not in desk.open("/office/settings").text


def test_a_new_translation_is_shown_at_once(talker: Talker, store: Store, cast: Cast) -> None:
    choosing.choose_language(store, talker.visit, "pl")
    assert POLISH_QUESTION in talker.ask("feel_today").text
    (polish,) = [
        each
        for booklet in read_shipped()
        for each in read_shipped_beside(booklet)
        if (each.booklet, each.language) == ("about-me-under-11", "pl")
    ]
    path = "questions.feel_today.text"
    old = polish.sentences[path]
    mended = {**polish.sentences, path: type(old)(old.en, "Jak się masz?")}
    store.clock.moment = store.clock.now() + dt.timedelta(minutes=1)
    with store.writing(cast.authority_id) as tx:
        keep_translation(tx, type(polish)(polish.booklet, "pl", "checked", mended))
    page = talker.ask("feel_today").text
    assert "Jak się masz?" in page
    assert POLISH_QUESTION not in page
