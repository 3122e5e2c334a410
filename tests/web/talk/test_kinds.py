"""People and drawings as forms send them, forged ones too; and three ways of not answering that stay apart."""

import re
import time

import pytest
from flask import Flask

from consult.actions import sending
from consult.booklet.answers import Answer, Wish
from consult.store.database import Store
from consult.store.finals import list_finals
from tests.actions.deeds import where
from tests.fixtures.cast import Cast
from tests.web.browsing import Talker, box_on, note_on, staff_browser
from tests.web.shelves import look

DRAWING = "[[0,0,10,20,30,40],[4,1,5,5]]"


@pytest.fixture
def talker(app: Flask, store: Store, cast: Cast) -> Talker:
    return Talker(app, store, cast.sam)


def reach(talker: Talker, question: str) -> None:
    """Skip up to a question; whoever comes to the wishes says who comes."""
    while (waiting := where(talker.store, talker.visit).walk.waiting) is not None and waiting.key != question:
        if waiting.key == "review_wishes":
            talker.say("review_wishes", "who_comes")
        else:
            talker.answer(waiting.key, key=waiting.key, skip="1")


def field_on(page: str, name: str) -> str:
    """What stands in a field."""
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found is not None
    return found[1]


def test_a_drawing_is_kept_and_comes_back_into_the_form(talker: Talker) -> None:
    reach(talker, "week_drawing")
    answer = talker.answer("week_drawing", words="my <b>ike", drawing=f" {DRAWING} ")
    assert answer.location == "/talk/check"
    assert talker.said("week_drawing") == Answer((), "my <b>ike", drawing=DRAWING)
    page = talker.ask("week_drawing")
    assert field_on(page.text, "drawing") == DRAWING
    assert box_on(page) == "my &lt;b&gt;ike"
    assert '<path d="M10 20l20 20" stroke="#2b2440" stroke-width="5"/>' in page.text
    assert "style=" not in page.text


@pytest.mark.parametrize(
    ("drawing", "sentence"),
    [
        ("[[0,0,NaN,1]]", "Your drawing did not work."),
        ("[" * 190_000, "Your drawing did not work."),
        ('<script>alert("x")</script>', "Your drawing did not work."),
        ("[[0,0" + ",1,2" * 60_000 + "]]", "Your drawing is too big."),
        ("1" * 700_000, "Your drawing is too big."),
        ("[[[", "Your drawing did not work."),
        ("", "There is no answer here yet."),
        ("[]", "There is no answer here yet."),
    ],
)
def test_a_forged_drawing_is_refused_in_words(talker: Talker, store: Store, drawing: str, sentence: str) -> None:
    reach(talker, "week_drawing")
    before = look(store)
    began = time.process_time()
    page = talker.answer("week_drawing", words="", drawing=drawing)
    assert time.process_time() - began < 2  # the whole request, rendering included
    assert page.status_code == 422
    assert sentence in note_on(page)
    assert field_on(page.text, "drawing") == ""
    assert look(store) == before


def test_words_beside_a_broken_drawing_are_given_back(talker: Talker) -> None:
    reach(talker, "week_drawing")
    page = talker.answer("week_drawing", words="the big slide", drawing="[[")
    assert (page.status_code, box_on(page)) == (422, "the big slide")


def test_people_are_kept_and_come_back_into_the_form(talker: Talker) -> None:
    reach(talker, "review_people")
    fields = {"who-mum": "come", "who-teacher": "not", "name-2": "Nan & Bo", "wish-2": "either"}
    assert talker.answer("review_people", **fields).status_code == 303
    assert talker.said("review_people") == Answer(
        people=(Wish("come", key="mum"), Wish("not", key="teacher"), Wish("either", name="Nan & Bo"))
    )
    page = talker.ask("review_people")
    assert 'id="who-mum-come" value="come" checked' in page.text
    assert field_on(page.text, "name-1") == "Nan &amp; Bo"
    assert 'id="wish-1-either" value="either" checked' in page.text


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "There is no answer here yet."),
        ({"name-1": "Nan"}, "Write a name and pick if they come."),
        ({"name-4": "Nan", "who-mum": "come"}, "Write a name and pick if they come."),
        ({"name-1": "N" * 61, "wish-1": "come"}, "One name is very long."),
        ({f"{what}-{n}": f"{n}" for n in range(1, 22) for what in ("name", "wish")}, "That answer did not work."),
        ({"who-mum": "<b>"}, "That answer did not work."),
        ({"who-stranger": "come"}, "That answer did not work."),
        ({"name-0": "x", "name-٣": "y", "name-99999999": "z"}, "There is no answer here yet."),
    ],
)
def test_people_that_cannot_be_kept_come_back(
    talker: Talker, store: Store, fields: dict[str, str], sentence: str
) -> None:
    reach(talker, "review_people")
    before = look(store)
    page = talker.answer("review_people", **fields)
    assert page.status_code == 422
    assert sentence in note_on(page)
    for name, value in fields.items():
        if name.startswith("name-") and name[5:].isascii() and 0 < int(name[5:]) <= 20:
            assert field_on(page.text, name) == value
    assert look(store) == before


def test_not_knowing_skipping_and_stopping_stay_apart(app: Flask, talker: Talker, store: Store, cast: Cast) -> None:
    talker.say("feel_today", "unsure")
    talker.answer("home_likes", key="skip", skip="1")
    sending.send(store, talker.visit, "yes", [], "no")
    page = staff_browser(app, store, cast.officer).open(f"/desk/reviews/{cast.sam.review_id}").text
    shown = {
        re.sub(r"<[^>]+>", "", part.partition("</p>")[0]).strip(): part.partition("</p>")[2]
        for part in re.findall(r'<p class="q" dir="auto">(.*?)</div>', page, re.DOTALL)
    }
    assert list(shown) == [
        "How do you feel today?",
        "What do you like about where you live?",
        "Are you happy or not happy where you live?",
    ]
    unsure, skipped, stopped = shown.values()
    assert "I don’t know" in unsure
    assert "Skipped" in skipped
    assert "Stopped here: not answered, and not skipped" in stopped
    assert "Skipped" not in unsure + stopped
    assert "Stopped" not in unsure + skipped
    assert "1 of 3 answered" in page
    talk = where(store, talker.visit).talk
    with store.reading(cast.authority_id) as tx:
        finals = list_finals(tx, talk.id)
    assert {key: (final.state, final.options) for key, final in finals.items()} == {
        "feel_today": ("answered", "unsure"),
        "home_likes": ("skipped", ""),
    }


def test_names_and_pictures_stay_out_of_the_final_rows(talker: Talker, store: Store, cast: Cast) -> None:
    reach(talker, "review_people")
    talker.say("review_people", words="", fields={"who-dad": "not", "name-1": "Uncle I hate", "wish-1": "not"})
    talker.say("week_drawing", words="i hate it when they shout", fields={"drawing": DRAWING})
    sending.send(store, talker.visit, "yes", [], "no")
    with store.reading(cast.authority_id) as tx:
        finals = list_finals(tx, where(store, talker.visit).talk.id)
    people, drawing = finals["review_people"], finals["week_drawing"]
    assert (people.state, people.options, people.mood, people.themes) == ("answered", "", "", ())
    assert (drawing.state, drawing.options, drawing.mood) == ("answered", "", "negative")
