"""The three secret pictures: chosen, tapped, forgotten, guessed."""

import datetime as dt
import re

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from consult.actions import inviting
from consult.store.clock import FixedClock
from consult.store.database import Store
from tests.actions.deeds import PICTURES, begin, come_in, say
from tests.fixtures.cast import Cast
from tests.web.browsing import Browser, note_on, staff_browser
from tests.web.shelves import count

WRONG = ["moon", "drum", "leaf"]


@pytest.fixture
def browser(app: Flask, cast: Cast) -> Browser:
    """With Sam's card shown."""
    browser = Browser(app)
    browser.follow(browser.send("/", number=cast.sam.card))
    return browser


@pytest.fixture
def returning(app: Flask, store: Store, cast: Cast) -> Browser:
    """With Sam's card shown, pictures chosen before."""
    come_in(store, cast.sam)
    browser = Browser(app)
    browser.follow(browser.send("/", number=cast.sam.card))
    return browser


def tap(browser: Browser, *pictures: str) -> TestResponse:
    return browser.send("/pictures", p=list(pictures))


def test_the_first_time_goes_by_me_avatar_pictures(browser: Browser) -> None:
    assert browser.send("/me", me="yes").location == "/avatar"
    browser.open("/avatar")
    assert browser.send("/avatar", avatar="owl").location == "/pictures"
    page = browser.open("/pictures")
    assert "Choose 3 secret pictures" in page.text
    answer = tap(browser, *PICTURES)
    assert answer.location == "/talk/"
    assert browser.follow(browser.open("/talk/")).status_code == 200


def test_an_unknown_avatar_is_told(browser: Browser) -> None:
    for avatar in ("", "dragon", "<b>"):
        page = browser.send("/avatar", avatar=avatar)
        assert (page.status_code, note_on(page)) == (422, "Please tap one picture.")


@pytest.mark.parametrize("picked", [(), ("sun", "key"), ("sun", "key", "boat", "moon"), ("sun", "sun", "sun")])
def test_three_are_needed_and_those_tapped_stay(browser: Browser, picked: tuple[str, ...]) -> None:
    page = tap(browser, *picked)
    assert (page.status_code, note_on(page)) == (422, "Please tap 3 pictures. Not more and not fewer.")
    for key in set(picked):
        assert f'value="{key}" checked' in page.text


def test_an_unknown_picture_does_not_count(browser: Browser) -> None:
    assert "Please tap 3 pictures." in note_on(tap(browser, "sun", "key", "dragon"))


def test_wrong_pictures_are_told_without_showing_them(returning: Browser) -> None:
    page = tap(returning, *WRONG)
    assert (page.status_code, note_on(page)) == (422, "Those are not your pictures. Please try again.")
    assert " checked" not in page.text


def test_two_pictures_do_not_count_as_a_try(returning: Browser) -> None:
    for _ in range(6):
        assert tap(returning, "sun", "key").status_code == 422
    assert tap(returning, *PICTURES).location == "/talk/"


def test_five_wrong_tries_pause_and_ten_want_the_officer(
    returning: Browser, store: Store, cast: Cast, clock: FixedClock
) -> None:
    pages = [tap(returning, *WRONG) for _ in range(5)]
    assert [page.status_code for page in pages] == [422] * 4 + [429]
    assert note_on(pages[-1]) == "That was a lot of tries. Please wait 15 minutes, then try again."
    assert tap(returning, *PICTURES).status_code == 429, "the right ones wait too"
    clock.moment += dt.timedelta(minutes=15)
    returning.follow(returning.send("/", number=cast.sam.card))
    pages = [tap(returning, *WRONG) for _ in range(5)]
    assert "Please ask your reviewing officer." in note_on(pages[-1])
    clock.moment += dt.timedelta(days=2)
    returning.follow(returning.send("/", number=cast.sam.card))
    page = tap(returning, *PICTURES)
    assert page.status_code == 429
    assert "15 minutes" not in note_on(page), "waiting does not help any more"
    inviting.reset_pictures(store, cast.officer, cast.sam.review_id)
    assert tap(returning, *PICTURES).location == "/?note=signed_out"
    assert returning.send("/", number=cast.sam.card).location == "/me"


def test_a_card_shown_too_long_ago_is_shown_again(returning: Browser, clock: FixedClock) -> None:
    clock.moment += dt.timedelta(minutes=10, seconds=1)
    assert tap(returning, *PICTURES).location == "/?note=signed_out"


@pytest.fixture
def forgetful(app: Flask, store: Store, cast: Cast, clock: FixedClock) -> Browser:
    """Sam, who said something yesterday and has forgotten the pictures."""
    say(store, begin(store, cast.sam), "feel_today", "good")
    clock.moment += dt.timedelta(days=1)
    browser = Browser(app)
    page = browser.follow(browser.send("/", number=cast.sam.card))
    assert "I forgot my pictures" in page.text
    assert browser.send("/forgot").location == "/talk/"
    return browser


def test_forgotten_pictures_leave_the_open_questions(forgetful: Browser, store: Store, cast: Cast) -> None:
    page = forgetful.open("/talk/")
    assert "I know my pictures now" in page.text
    assert "You were last here" not in page.text
    start = re.search(r'href="(/talk/start/[^"]+)"', page.text)
    assert start is not None
    invitation = start[1].rpartition("/")[2]
    forgetful.open(start[1])
    forgetful.send("/talk/begin", invitation=invitation)
    assert forgetful.open("/talk/1").location == "/talk/2#q", "answered yesterday"
    question = forgetful.open("/talk/2")
    assert "How do you feel today?" not in question.text
    assert forgetful.send("/talk/2", a="food", key="k").location == "/talk/3#q"
    check = forgetful.open("/talk/check")
    assert "Your answers are kept" in check.text
    assert 'action="/talk/send"' not in check.text
    assert "How do you feel today?" not in check.text
    sent = forgetful.send("/talk/send", read_out="yes", quote="no")
    assert sent.status_code == 422
    assert count(store, "final_answer") == 0
    assert forgetful.open("/talk/done").location == "/talk/3#q"


def test_the_officer_sees_that_new_pictures_are_wanted(
    app: Flask, forgetful: Browser, store: Store, cast: Cast
) -> None:
    desk, words = staff_browser(app, store, cast.officer), "Sam has forgotten the secret pictures"
    review = f"/desk/reviews/{cast.sam.review_id}"
    assert words in desk.open(review).text
    assert words not in desk.open(f"/desk/reviews/{cast.maya.review_id}").text
    assert desk.send(f"{review}/pictures").status_code == 303
    assert words not in desk.open(review).text
    assert forgetful.open("/talk/2").location == "/?note=signed_out"


def test_the_pictures_remembered_show_everything_again(forgetful: Browser) -> None:
    forgetful.open("/talk/")
    assert forgetful.send("/talk/pictures").location == "/pictures"
    forgetful.open("/pictures")
    assert tap(forgetful, *PICTURES).location == "/talk/on"
    assert "I know my pictures now" not in forgetful.open("/talk/mine").text
