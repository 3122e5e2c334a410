"""“Finish here and send”: what was not reached is neither skipped nor counted; the officer sees where it stopped."""

from flask import Flask

from consult.store.database import Store
from consult.store.finals import list_finals
from tests.actions.deeds import where
from tests.fixtures.cast import Cast
from tests.web.browsing import Talker, staff_browser


def test_three_ways_of_not_answering_stay_three(app: Flask, store: Store, cast: Cast) -> None:
    sam = Talker(app, store, cast.sam)
    assert "Finish here and send" not in sam.ask("feel_today").text, "nothing is said yet"
    sam.answer("feel_today", "unsure", key="one")
    sam.answer("home_likes", skip="1", key="two")
    page = sam.ask("happy_home")
    assert '<a class="pill" href="/talk/check">Finish here and send</a>' in page.text
    check = sam.open("/talk/check")
    assert "You stopped at question 3 of 11." in check.text
    assert "Amira sees where you stopped." in check.text
    assert f'href="/talk/{sam.place("happy_home")}">Go on with the questions' in check.text
    assert sam.send("/talk/send", read_out="yes", quote="no").location == "/talk/done"

    with store.reading(cast.authority_id) as tx:
        finals = list_finals(tx, where(store, sam.visit).talk.id)
    assert {name: (final.state, final.options) for name, final in finals.items()} == {
        "feel_today": ("answered", "unsure"),
        "home_likes": ("skipped", ""),
    }, "a question that was not reached has no row, so no report counts it as asked"
    read = staff_browser(app, store, cast.officer).open(f"/desk/reviews/{cast.sam.review_id}").text
    assert read.count("Stopped here: not answered, and not skipped") == 1


def test_at_the_end_nothing_is_said_about_stopping(app: Flask, store: Store, cast: Cast) -> None:
    sam = Talker(app, store, cast.sam)
    while (waiting := where(store, sam.visit).walk.waiting) is not None:
        sam.answer(waiting.key, skip="1", key=waiting.key)
    assert "You stopped at question" not in sam.open("/talk/check").text


def test_someone_beside_the_child_reads_nothing_of_it(app: Flask, store: Store, cast: Cast) -> None:
    sam = Talker(app, store, cast.sam)
    sam.say("feel_today", "good")
    sam.open("/talk/helper")
    sam.send("/talk/helper", helper="carer")
    assert "You stopped at question" not in sam.open("/talk/check").text
