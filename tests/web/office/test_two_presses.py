"""What cannot be taken back lightly is shown first, done at the second press; words show only behind the glass."""

import datetime as dt

from flask import Flask

from consult.actions import covering
from consult.actions.recording import add_child
from consult.store.database import Store
from tests.actions.deeds import Watch, begin, send_all
from tests.fixtures.cast import Cast
from tests.web.browsing import box_on, faults_on, staff_browser

WORDS = "zebra under the bridge"
TODAY = dt.date(2026, 11, 21)


def test_hand_over_says_how_much_first(app: Flask, store: Store, cast: Cast) -> None:
    browser, watch = staff_browser(app, store, cast.manager), Watch(store, cast.authority_id)
    browser.open("/office/hand-over")
    chosen = {"from_id": cast.officer.public_id, "to_id": cast.colleague.public_id}
    page = browser.send("/office/hand-over", **chosen)
    assert "2 children, 2 reviews" in page.text
    assert watch.deeds == []
    done = browser.follow(browser.send("/office/hand-over", sure="1", **chosen))
    assert "Handed over: 2 children, 2 reviews." in done.text
    assert watch.deeds == ["hand_over"]


def test_merging_shows_both_first(app: Flask, store: Store, cast: Cast) -> None:
    add_child(store, cast.officer, "R-300", "Sammy", dt.date(2017, 3, 2), dt.date(2027, 3, 1), "second")
    browser, address = staff_browser(app, store, cast.manager), f"/office/children/{cast.sam.child_id}/merge"
    watch = Watch(store, cast.authority_id)
    browser.open(address)
    assert faults_on(browser.send(address, ref="R-200")).keys() == {"ref"}
    assert "Sammy" in browser.send(address, ref="R-300").text
    assert watch.deeds == []
    assert browser.send(address, ref="R-300", sure="1").status_code == 303
    assert watch.deeds == ["merge_children"]


def test_a_date_of_birth_says_which_reviews_move_first(app: Flask, store: Store, cast: Cast) -> None:
    browser, address = staff_browser(app, store, cast.officer), f"/desk/children/{cast.sam.child_id}/correct"
    watch = Watch(store, cast.authority_id)
    browser.open(address)
    page = browser.send(address, do="birth", date_of_birth="2015-03-02")
    assert "The review of 8 December 2026 moves from under 11 to 11 and over." in page.text
    assert watch.deeds == []
    assert browser.send(address, do="birth", date_of_birth="2015-03-02", sure="1").status_code == 303
    assert watch.deeds == ["correct_birth"]


def test_the_glass(app: Flask, store: Store, cast: Cast) -> None:
    send_all(store, begin(store, cast.sam), WORDS)
    browser, address = staff_browser(app, store, cast.manager), f"/office/children/{cast.sam.child_id}/words"
    for where in (f"/office/children/{cast.sam.child_id}", address):
        assert WORDS not in browser.open(where).text
    short = browser.send(address, because="I must")
    assert (short.status_code, box_on(short)) == (422, "I must")
    page = browser.follow(browser.send(address, because="The court asks today what Sam said."))
    assert WORDS in page.text
    assert "<form" not in page.text.split("<main")[1]
    assert (
        "Ruth Okafor opened what Sam sent"
        in staff_browser(app, store, cast.officer).open(f"/desk/reviews/{cast.sam.review_id}").text
    )


def test_a_covered_review_says_whose_it_is(app: Flask, store: Store, cast: Cast) -> None:
    covering.add_cover(store, cast.officer, cast.colleague.public_id, TODAY, TODAY)
    browser = staff_browser(app, store, cast.colleague)
    desk = browser.open("/desk").text
    assert "You stand in for Amira Hassan today." in desk
    assert desk.count("For Amira Hassan") == 2
    assert "This is a review of Amira Hassan." in browser.open(f"/desk/reviews/{cast.sam.review_id}").text
    assert "Amira Hassan</b>" not in staff_browser(app, store, cast.officer).open("/desk").text
