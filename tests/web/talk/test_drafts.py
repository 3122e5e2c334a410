"""Stopping with something in the box that is no answer yet: it is there again for the child, and for nobody else."""

import datetime as dt

import pytest
from flask import Flask
from markupsafe import escape

from consult.actions import talking
from consult.store.clock import FixedClock
from consult.store.database import Store
from consult.store.tables import conversation
from tests.actions.deeds import Watch, begin, where
from tests.actions.rows import rows_of
from tests.fixtures.apps import sit_down
from tests.fixtures.cast import Cast, Invited
from tests.web.browsing import Talker, box_on, note_on, staff_browser

TOO_MUCH = "kestrel & <b>heron</b>\n" * 1000


@pytest.fixture
def sam(app: Flask, store: Store, cast: Cast) -> Talker:
    talker = Talker(app, store, cast.sam)
    talker.reach_words()
    return talker


def back_again(talker: Talker, store: Store, who: Invited) -> None:
    """The child comes in again and sits down where it was."""
    talker.visit = begin(store, who)
    sit_down(talker.client, talker.visit)
    talker.open("/talk/help")


def kept_drafts(store: Store, cast: Cast) -> list[bytes]:
    """What is kept on conversations, as the database has it."""
    rows = rows_of(store, conversation, cast.authority_id)
    return [row["drafts_sealed"] for row in rows if row["drafts_sealed"] is not None]


def test_too_many_words_are_back_in_the_box_whole(sam: Talker, store: Store, cast: Cast) -> None:
    watch = Watch(store, cast.authority_id)
    gone = sam.answer("happy_home_more", words=TOO_MUCH, hide="now", private="1")
    assert gone.location == "/today"
    assert watch.deeds == ["keep_draft", "leave"]
    (sealed,) = kept_drafts(store, cast)
    assert b"kestrel" not in sealed
    assert "kestrel" not in str(watch.rows)
    back_again(sam, store, cast.sam)
    page = sam.ask("happy_home_more")
    assert box_on(page) == str(escape(TOO_MUCH))
    assert "All your words are still here." in note_on(page)
    assert 'name="private" value="1" checked' in page.text


def test_it_is_forgotten_once_the_question_is_answered(sam: Talker, store: Store, cast: Cast) -> None:
    sam.answer("happy_home_more", words=TOO_MUCH, hide="now")
    back_again(sam, store, cast.sam)
    assert sam.answer("happy_home_more", skip="1").status_code == 303
    assert where(store, sam.visit).lines["happy_home_more"].answer is None
    assert box_on(sam.ask("happy_home_more")) == str(escape(TOO_MUCH)), "a skip loses nothing"
    sam.answer("happy_home_more", words="short", key="other")
    assert kept_drafts(store, cast) == []
    assert box_on(sam.ask("happy_home_more")) == "short"


def test_a_name_without_a_choice_is_kept(app: Flask, store: Store, cast: Cast) -> None:
    maya = Talker(app, store, cast.maya)
    talk_until(maya, store, "review_people")
    maya.answer("review_people", **{"name-1": "Auntie <Bo>", "who-mum": "come", "hide": "now"})
    back_again(maya, store, cast.maya)
    page = maya.ask("review_people")
    assert 'name="name-1" value="Auntie &lt;Bo&gt;"' in page.text
    assert "Each person needs a name and a choice." in note_on(page)


def test_nothing_in_the_box_keeps_nothing(sam: Talker, store: Store, cast: Cast) -> None:
    watch = Watch(store, cast.authority_id)
    sam.answer("happy_home_more", words=" \n", hide="now")
    assert kept_drafts(store, cast) == []
    assert watch.deeds == ["leave"]


def test_a_question_that_is_gone_keeps_its_words_until_it_is_there_again(sam: Talker, store: Store, cast: Cast) -> None:
    sam.say("happy_home", "yes")
    sam.answer("happy_home_more", words="heron words", hide="now")
    back_again(sam, store, cast.sam)
    sam.answer("happy_home", "no", key="again")
    assert box_on(sam.ask("happy_home_more")) == "heron words"


def test_words_typed_before_a_long_pause_wait_behind_the_pictures(
    sam: Talker, store: Store, cast: Cast, clock: FixedClock
) -> None:
    sam.ask("happy_home_more")
    clock.moment += dt.timedelta(minutes=21)
    gone = sam.answer("happy_home_more", words=TOO_MUCH)
    assert "/pictures" in gone.location
    assert "kestrel" not in sam.follow(gone).text
    back_again(sam, store, cast.sam)
    assert box_on(sam.ask("happy_home_more")) == str(escape(TOO_MUCH))


def test_nobody_else_sees_it(app: Flask, store: Store, cast: Cast) -> None:
    sam = Talker(app, store, cast.sam)
    sam.say("feel_today", "good")
    sam.answer("home_likes", words=TOO_MUCH, hide="now")
    back_again(sam, store, cast.sam)
    assert "kestrel" in sam.ask("home_likes").text, "the control: alone, it is there"
    talking.say_who_helps(store, sam.visit, "carer")
    page = sam.ask("home_likes")
    assert (page.status_code, "kestrel" in page.text) == (200, False)
    desk = staff_browser(app, store, cast.officer)
    for address in ("/desk", f"/desk/reviews/{cast.sam.review_id}"):
        assert "kestrel" not in desk.open(address).text


def talk_until(talker: Talker, store: Store, question: str) -> None:
    """Skip until this question waits."""
    while True:
        page = talker.open("/talk/on")
        if page.location == f"/talk/{talker.place(question)}#q":
            return
        talker.follow(page)
        talker.send(page.location.partition("#")[0], skip="1", key=page.location)
