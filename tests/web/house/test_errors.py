"""When something breaks: a page in the temper of its side, a line in the log, and no child's word in either."""

import logging

import pytest
from flask import Flask
from sqlalchemy.exc import OperationalError

from consult.actions import reading, talking
from consult.store.database import Store
from consult.web.house import errors
from tests.actions.deeds import begin, talk_through
from tests.fixtures.cast import Cast
from tests.web.browsing import Talker, staff_browser

WORDS = "xylophone under the stairs"
CHILDS_PAGE, STAFFS_PAGE = "It is not your fault.", "Nothing was changed."


@pytest.fixture
def talker(app: Flask, store: Store, cast: Cast) -> Talker:
    talker = Talker(app, store, cast.sam)
    talker.say(talker.reach_words(), words=WORDS)
    return talker


def break_with(fault: Exception) -> object:
    def broken(*_given: object, **_more: object) -> None:
        raise fault

    return broken


@pytest.mark.parametrize(
    "fault", [RuntimeError(WORDS), KeyError(WORDS), OperationalError(f"INSERT {WORDS}", {"words": WORDS}, Exception())]
)
def test_a_child_is_told_kindly(
    talker: Talker, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, fault: Exception
) -> None:
    talker.open("/talk/help")
    monkeypatch.setattr(talking, "answer", break_with(fault))
    with caplog.at_level(logging.DEBUG):
        page = talker.answer("happy_home_more", words=WORDS)
    assert page.status_code == 500
    assert CHILDS_PAGE in page.text
    assert "xylophone" not in page.text
    assert "Traceback" not in page.text
    (line,) = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert line.getMessage().startswith(f"{type(fault).__name__} at ")
    assert line.exc_info is None
    assert "xylophone" not in caplog.text


def test_staff_are_told_plainly(
    app: Flask,
    talker: Talker,
    store: Store,
    cast: Cast,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    desk = staff_browser(app, store, cast.officer)
    monkeypatch.setattr(reading, "read_review", break_with(ValueError(WORDS)))
    page = desk.open(f"/desk/reviews/{cast.sam.review_id}")
    assert page.status_code == 500
    assert STAFFS_PAGE in page.text
    assert CHILDS_PAGE not in page.text
    assert "xylophone" not in page.text + caplog.text
    assert "ValueError at" in caplog.text


def test_no_word_stands_in_a_log_an_address_or_a_title(
    app: Flask, store: Store, cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    """A whole talk, with sending, reading and reporting, at the loudest logging."""
    desk = staff_browser(app, store, cast.officer)
    review = f"/desk/reviews/{cast.sam.review_id}"
    with caplog.at_level(logging.DEBUG):
        talker = Talker(app, store, cast.sam)
        question = talker.reach_words()
        talker.ask(question)
        answers = [talker.answer(question, words=WORDS), talker.answer(question, words=WORDS * 2000)]
        talk_through(store, talker.visit, WORDS)
        pages = [talker.open("/talk/check"), talker.ask(question)]
        answers.append(talker.send("/talk/send", read_out="yes", quote="yes"))
        pages += [desk.open(review), desk.open(f"{review}/read-out?all=1"), desk.open("/voice")]
    assert sum("xylophone" in page.text for page in pages) == 4, "the words were there to be leaked"
    for page in [*answers, *pages]:
        assert "xylophone" not in str(page.headers)
        assert "xylophone" not in page.text.partition("<title>")[2].partition("</title>")[0]
    assert "xylophone" not in caplog.text
    assert not [record for record in caplog.records if "xylophone" in repr(record.__dict__)]


def test_even_without_a_database_there_is_a_page(
    app: Flask, store: Store, cast: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    begin(store, cast.sam)
    desk, talker = staff_browser(app, store, cast.officer), Talker(app, store, cast.maya)
    monkeypatch.setattr(Store, "reading", break_with(OperationalError("SELECT", {}, Exception(WORDS))))
    monkeypatch.setattr(store.engine, "connect", break_with(OperationalError("SELECT", {}, Exception(WORDS))))
    for page, words in ((desk.open("/desk"), STAFFS_PAGE), (talker.open("/talk/1"), CHILDS_PAGE)):
        assert page.status_code == 500
        assert words in page.text
    assert "xylophone" not in caplog.text


def test_a_fault_in_the_error_page_itself_leaks_nothing(
    talker: Talker, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    talker.open("/talk/help")
    monkeypatch.setattr(talking, "answer", break_with(ValueError(WORDS)))
    monkeypatch.setattr(errors, "render_template", break_with(RuntimeError(WORDS)))
    page = talker.answer("happy_home_more", words=WORDS)
    assert page.status_code == 500
    assert CHILDS_PAGE in page.text
    assert "xylophone" not in page.text + caplog.text
    assert "ValueError at" in caplog.text
    assert "RuntimeError while the error page was drawn" in caplog.text


@pytest.mark.parametrize(
    ("address", "method", "code"),
    [("/nothing", "GET", 404), ("/desk/reviews", "GET", 404), ("/talk/x", "GET", 404), ("/today", "DELETE", 405)],
)
def test_what_is_not_there_has_a_page(app: Flask, address: str, method: str, code: int) -> None:
    page = app.test_client().open(address, method=method)
    assert page.status_code == code
    assert "This page is not here" in page.text
