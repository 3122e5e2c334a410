"""Messages and alerts at the desk: what stands where, and how easy an answer reads."""

import datetime as dt

import pytest
from flask import Flask

from consult.actions.alerting import raise_alert
from consult.store.database import Store
from consult.web.desk.message_filling import ago_words, say_how_easy
from tests.actions.deeds import come_in
from tests.actions.test_alerting import alert_id
from tests.actions.test_anytime import WORDS, message_id, tell
from tests.fixtures.cast import Cast
from tests.web.browsing import faults_on, staff_browser

HARD = "Unfortunately the department is currently unable to accommodate additional accommodation requirements."


@pytest.mark.parametrize(
    ("since", "words"),
    [
        (dt.timedelta(seconds=20), "0 min ago"),
        (dt.timedelta(minutes=59), "59 min ago"),
        (dt.timedelta(hours=3, minutes=5), "3 h 05 min ago"),
        (dt.timedelta(days=9), "9 days ago"),
    ],
)
def test_how_long_ago(app: Flask, since: dt.timedelta, words: str) -> None:
    with app.test_request_context():
        assert ago_words(since) == words


def test_how_easy_an_answer_is_depends_on_the_age(app: Flask) -> None:
    with app.test_request_context():
        assert "easy" in say_how_easy("You can see your dad on Sunday.", young=True)
        assert "hard" in say_how_easy(HARD, young=False)


def test_the_list_holds_no_words_and_the_page_does(app: Flask, store: Store, cast: Cast) -> None:
    tell(store, cast.sam)
    browser = staff_browser(app, store, cast.officer)
    listed = browser.open("/desk/messages")
    assert "Sam" in listed.text
    assert WORDS not in listed.text
    assert WORDS in browser.open(f"/desk/messages/{message_id(store, cast)}").text


def test_an_empty_answer_is_refused_and_a_long_one_keeps_its_words(app: Flask, store: Store, cast: Cast) -> None:
    tell(store, cast.sam)
    browser = staff_browser(app, store, cast.officer)
    address = f"/desk/messages/{message_id(store, cast)}"
    browser.open(address)
    assert faults_on(browser.send(address, words=" ")) == {"words": "Nothing is written yet."}
    page = browser.send(address, words="y" * 2_001)
    assert page.status_code == 422
    assert "y" * 2_001 in page.text


def test_managers_see_that_it_waits_and_not_what_was_written(app: Flask, store: Store, cast: Cast) -> None:
    raise_alert(store, come_in(store, cast.sam), "they lock me out")
    page = staff_browser(app, store, cast.manager).open("/office/alerts")
    assert "Sam" in page.text
    assert "Not seen yet" in page.text
    assert "lock me out" not in page.text
    assert alert_id(store, cast) not in page.text


def test_nothing_waiting_is_said_with_who_stands_in(app: Flask, store: Store, cast: Cast) -> None:
    page = staff_browser(app, store, cast.officer).open("/desk")
    assert "Nothing is waiting." in page.text
    assert "Jo Field, 01632 960101 stands in" in page.text
