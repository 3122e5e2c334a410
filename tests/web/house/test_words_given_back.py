"""Staff who were away too long get back what they typed, and nothing is done."""

import datetime as dt

from consult.store.clock import FixedClock
from consult.store.database import Store
from tests.actions.test_anytime import message_id, tell
from tests.fixtures.cast import Cast
from tests.web.browsing import staff_browser
from tests.web.shelves import look

WORDS = "we asked about Max <b>twice</b> this week"


def test_a_reply_typed_too_long_comes_back(app, store: Store, cast: Cast, clock: FixedClock) -> None:
    tell(store, cast.sam)
    desk = staff_browser(app, store, cast.officer)
    address = f"/desk/messages/{message_id(store, cast)}"
    assert desk.open(address).status_code == 200
    before = look(store)
    clock.moment += dt.timedelta(minutes=61)
    page = desk.send(address, words=WORDS)
    assert page.status_code == 409
    assert "we asked about Max &lt;b&gt;twice&lt;/b&gt; this week" in page.text
    assert look(store) == before


def test_a_form_without_words_goes_to_the_door(app, store: Store, cast: Cast, clock: FixedClock) -> None:
    desk = staff_browser(app, store, cast.officer)
    desk.open("/desk")
    clock.moment += dt.timedelta(minutes=61)
    assert desk.send("/desk/search", q="R-100").location.startswith("/staff/sign-in")
