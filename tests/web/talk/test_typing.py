"""What children type: all of it is kept as typed, or comes back to the box."""

import pytest
from flask import Flask
from markupsafe import escape

from consult.booklet.answers import Answer
from consult.store.database import Store
from tests.fixtures.cast import Cast
from tests.web.browsing import Talker, box_on, note_on
from tests.web.shelves import look


@pytest.fixture
def talker(app: Flask, store: Store, cast: Cast) -> Talker:
    talker = Talker(app, store, cast.sam)
    talker.reach_words()
    return talker


def test_too_much_comes_back_whole(talker: Talker, store: Store) -> None:
    typed = "a long day & <b>more</b>\n" * 4000
    before = look(store)
    page = talker.answer("happy_home_more", words=typed)
    assert page.status_code == 422
    assert len(typed) == 100_000
    assert box_on(page) == str(escape(typed))
    assert "All your words are still here." in note_on(page)
    assert look(store) == before


def test_twenty_thousand_fit_and_one_more_does_not(talker: Talker) -> None:
    assert talker.answer("happy_home_more", words="é" * 20_001).status_code == 422
    assert talker.answer("happy_home_more", words="é" * 20_000).status_code == 303
    assert talker.said("happy_home_more") == Answer(words="é" * 20_000)


def test_lines_are_counted_as_one_sign(talker: Talker) -> None:
    assert talker.answer("happy_home_more", words="a\r\n" * 10_000).status_code == 303
    assert talker.said("happy_home_more").words == "a\n" * 10_000


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("I am 😀👩‍👩‍👧🏽", "I am 😀👩‍👩‍👧🏽"),
        ("أحب المدرسة כלב", "أحب المدرسة כלב"),
        ("  two  spaces\tand a tab ", "  two  spaces\tand a tab "),
        ("one\rtwo\r\nthree\n", "one\ntwo\nthree\n"),
        ("a\x00b\x07c\x1bd\x7f", "abcd"),
        ("<script>alert('x')</script> & \"so\"", "<script>alert('x')</script> & \"so\""),
        ("{{ 7 * 7 }} %(name)s %s", "{{ 7 * 7 }} %(name)s %s"),
        ("\n\nfirst lines empty", "\n\nfirst lines empty"),
    ],
)
def test_words_are_kept_and_shown_as_typed(talker: Talker, typed: str, kept: str) -> None:
    answer = talker.answer("happy_home_more", words=typed)
    assert answer.status_code == 303
    assert talker.said("happy_home_more") == Answer(words=kept)
    for page in (talker.follow(answer), talker.open("/talk/check")):
        assert f'dir="auto">{escape(kept)}</span>' in page.text
    assert box_on(talker.ask("happy_home_more")) == str(escape(kept))


@pytest.mark.parametrize("typed", ["", "   ", "\n\t\n", "\x00\x01"])
def test_nothing_typed_is_told(talker: Talker, typed: str) -> None:
    page = talker.answer("happy_home_more", words=typed)
    assert page.status_code == 422
    assert note_on(page) == "There is no answer here yet. You can pick one or skip it."


def test_something_else_is_kept_beside_what_was_picked(talker: Talker) -> None:
    answer = talker.answer("home_likes", "pets", words="the <old> shed")
    assert answer.status_code == 303
    assert talker.said("home_likes") == Answer(("pets",), "the <old> shed")
    assert "the &lt;old&gt; shed" in talker.open("/talk/check").text
    assert 'value="the &lt;old&gt; shed"' in talker.ask("home_likes").text


@pytest.mark.parametrize(
    ("question", "picked", "words", "note"),
    [
        ("feel_today", ["purple"], "", "That answer did not work. Please pick again."),
        ("feel_today", [], "", "There is no answer here yet. You can pick one or skip it."),
        ("feel_today", ["good", "ok"], "", "You can pick only one here."),
        ("home_likes", ["food", "none"], "", "You picked two that do not go together. Please pick again."),
        ("home_likes", ["food", "<b>"], "my words", "That answer did not work. Please pick again."),
        ("home_likes", ["none"], "my words", "You picked two that do not go together. Please pick again."),
    ],
)
def test_what_cannot_be_picked_is_told(
    talker: Talker, store: Store, question: str, picked: list[str], words: str, note: str
) -> None:
    before = look(store)
    page = talker.answer(question, *picked, words=words)
    assert (page.status_code, note_on(page)) == (422, note)
    assert look(store) == before
    assert not words or f'value="{words}"' in page.text
    known = [key for key in picked if f'value="{key}"' in page.text]
    assert all(f'value="{key}" checked' in page.text for key in known)


def test_too_much_for_the_server_is_told(talker: Talker, store: Store) -> None:
    before = look(store)
    page = talker.answer("happy_home_more", words="a" * (2 * 1024 * 1024))
    assert page.status_code == 413
    assert "That was too much at once" in page.text
    assert look(store) == before
