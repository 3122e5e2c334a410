"""The pages on which children choose, and what becomes of the choice."""

import re

from consult.actions import talking
from consult.store.database import Store
from tests.actions.deeds import second_booklet, talk_through
from tests.fixtures.apps import sit_down
from tests.fixtures.cast import Cast
from tests.web.browsing import Talker, note_on


def test_beginning_asks_who_is_there_first(app, store: Store, cast: Cast) -> None:
    sam = Talker(app, store, cast.sam)
    page = sam.open("/talk/")
    start = sam.follow(page)
    invitation = re.search(r'name="invitation" value="([^"]+)"', start.text)[1]
    began = sam.send("/talk/begin", invitation=invitation)
    assert began.location.endswith("/talk/helper")
    asked = sam.follow(began)
    assert "Is someone helping you?" in asked.text
    assert note_on(sam.send("/talk/helper")) == "Please pick one of these."
    assert "/talk/1" in sam.send("/talk/helper", helper="alone").location


def test_a_helper_reads_what_is_asked_of_them_and_sees_nothing_said_before(app, store: Store, cast: Cast) -> None:
    sam = Talker(app, store, cast.sam)
    key = sam.reach_words()
    sam.say(key, words="zebra words")
    shown = sam.open("/talk/check").text
    assert "zebra words" in shown, "the control: alone, the words are there"
    told = sam.follow(sam.send("/talk/helper", helper="carer"))
    assert "Don’t choose." in told.text
    for address in ("/talk/check", "/talk/help", f"/talk/{sam.place(key)}", "/talk/"):
        assert "zebra words" not in sam.open(address).text
    again = sam.send("/talk/helper", helper="alone")
    assert again.location.endswith("/pictures")
    assert sam.open("/talk/check").status_code == 303


def test_looks_change_every_page_and_nonsense_changes_nothing(app, store: Store, cast: Cast) -> None:
    sam = Talker(app, store, cast.sam)
    sam.open("/talk/looks")
    fields = {"avatar": "owl", "look": "dusk", "size": "largest", "words_only": "1", "pictures_off": "1"}
    assert sam.send("/talk/looks", **fields).status_code == 303
    page = sam.ask("feel_today").text
    assert 'class="largest"' in page
    assert re.search(r'<body class="u11 dusk wordsonly plain-pages"', page)
    sam.open("/talk/looks")
    sam.send("/talk/looks", avatar="dragon", look="pink", size="9")
    page = sam.ask("feel_today").text
    assert re.search(r'<body class="u11">', page)
    assert "av-dragon" not in sam.open("/talk/").text


def test_last_time_stands_above_the_answers_and_one_press_keeps_it(app, store: Store, cast: Cast) -> None:
    visit = second_booklet(store, cast)
    sam = Talker(app, store, cast.maya)
    sam.visit = visit
    sit_down(sam.client, visit)
    assert "Last time you said" not in sam.ask("feel_today").text, "the control: not before saying who is there"
    talking.say_who_helps(store, visit, "alone")
    page = sam.ask("feel_today")
    assert "Last time you said" in page.text
    sam.answer("feel_today", same="1")
    assert sam.said("feel_today").picked == ("good",)


def test_a_ticked_answer_is_offered_as_kept_back_on_the_check_page(app, store: Store, cast: Cast) -> None:
    sam = Talker(app, store, cast.sam)
    sam.ask("feel_today")
    sam.answer("feel_today", "good", private="1")
    talk_through(store, sam.visit)
    check = sam.open("/talk/check").text
    assert re.search(r'name="read_out"[^>]*value="some" checked', check)
    assert re.search(r'name="held_back"[^>]*value="feel_today" checked', check)


def test_what_was_chosen_comes_back_when_something_is_missing(app, store: Store, cast: Cast) -> None:
    sam = Talker(app, store, cast.sam)
    talk_through(store, sam.visit)
    sam.open("/talk/check")
    page = sam.send("/talk/send", read_out="yes", share_advocate="some", only_advocate="feel_today")
    assert page.status_code == 422
    assert re.search(r'name="share_advocate"[^>]*value="some" checked', page.text)
    assert re.search(r'name="only_advocate"[^>]*value="feel_today" checked', page.text)
