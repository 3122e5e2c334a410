"""What waits to be sent is mentioned, and no button leads to a page that says no."""

import datetime as dt

from flask import Flask

from consult.actions import anytime, entering, talking
from consult.store.clock import FixedClock
from consult.store.database import Store
from tests.actions.deeds import come_in, list_invitations, say, send_all
from tests.fixtures.apps import sit_down
from tests.fixtures.cast import Cast
from tests.web.browsing import Browser, Talker

BEGUN = "You began to tell us something."
GO_ON = 'name="booklet" value="complain">Go on: '
DECLINE = "I don’t want to do this"


def test_a_begun_complaint_stands_on_the_own_page_until_it_is_sent(app: Flask, store: Store, cast: Cast) -> None:
    visit = come_in(store, cast.sam)
    sam = Browser(app)
    sit_down(sam.client, visit)
    anytime.begin_anytime(store, visit, "complain")
    assert BEGUN not in sam.open("/talk/mine").text, "a tile that was only pressed is nothing begun"
    sam.open("/talk/1")
    assert sam.send("/talk/1", skip="1", key="k").location == "/talk/2#q"
    assert BEGUN not in sam.open("/talk/mine").text, "and so is a skip"
    sam.open("/talk/2")
    assert sam.send("/talk/2", words="they took my phone", key="k").status_code == 303
    page = sam.open("/talk/mine").text
    assert BEGUN in page
    assert GO_ON in page
    assert "they took my phone" not in page
    on = sam.send("/talk/tell", booklet="complain")
    assert on.location.startswith("/talk/")
    sam.open("/talk/check")
    assert sam.send("/talk/send").status_code == 303
    assert BEGUN not in sam.open("/talk/mine").text


def test_beside_somebody_it_is_not_mentioned(app: Flask, store: Store, cast: Cast) -> None:
    visit = come_in(store, cast.sam)
    anytime.begin_anytime(store, visit, "complain")
    say(store, visit, "complaint_words", words="they took my phone")
    sam = Browser(app)
    sit_down(sam.client, visit)
    assert BEGUN in sam.open("/talk/mine").text, "the control"
    talking.say_who_helps(store, visit, "carer")
    assert BEGUN not in sam.open("/talk/mine").text


def test_no_can_be_said_only_where_it_is_taken(app: Flask, store: Store, cast: Cast, clock: FixedClock) -> None:
    (invited,) = list_invitations(store, cast.authority_id, cast.sam)
    start = f"/talk/start/{invited.public_id}"
    sam = Talker(app, store, cast.sam)
    assert DECLINE in sam.open(start).text, "the control"
    clock.moment += dt.timedelta(days=1)
    sit_down(sam.client, entering.enter_without_pictures(store, entering.enter_with_card(store, cast.sam.card)))
    assert DECLINE not in sam.open(start).text, "the pictures were forgotten"
    maya = Talker(app, store, cast.maya)
    send_all(store, maya.visit)
    (invited,) = list_invitations(store, cast.authority_id, cast.maya)
    assert DECLINE not in maya.open(f"/talk/start/{invited.public_id}").text, "it is sent"


def test_every_page_of_sentences_can_be_read_out(app: Flask, store: Store, cast: Cast) -> None:
    sam = Talker(app, store, cast.sam)
    (invited,) = list_invitations(store, cast.authority_id, cast.sam)
    addresses = ["mine", "looks", "helper", "help", "1", "check", f"start/{invited.public_id}"]
    silent = [each for each in addresses if 'class="pill listen"' not in sam.open(f"/talk/{each}").text]
    assert silent == []
