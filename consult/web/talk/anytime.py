"""The child's own page, what can be told from it, and “I don’t feel safe”."""

from flask import render_template, request

from consult.actions import alerting, anytime
from consult.store.alerts import find_cover
from consult.web.house.going import go, go_to
from consult.web.house.hiding import lock
from consult.web.house.language import speak
from consult.web.house.premises import the_store
from consult.web.talk.blueprint import Page, room
from consult.web.talk.own_filling import alerted_page, home_page
from consult.web.talk.sitting import last_here, standing_now, the_visit, waiting_now, where_to


@room.get("/")
def home() -> Page:
    """Where a child comes in: a single booklet that waits opens at once, else the own page."""
    seat, waiting = waiting_now()
    to_do = [each for each in waiting if each.open and each.state in {"new", "begun"}]
    if len(waiting) == 1 and to_do and not seat.hides_past:
        return go("talk.start", invitation=to_do[0].invitation.public_id)
    return mine()


@room.get("/mine")
def mine() -> Page:
    """The child's own page."""
    own = anytime.open_own_page(the_store(), the_visit())
    speak(own.seat.speaks)
    return render_template("talk/home.html", page=home_page(own, last_here(own.seat)))


@room.post("/tell")
def tell() -> Page:
    """Begin something that can be told at any time."""
    anytime.begin_anytime(the_store(), the_visit(), request.form.get("booklet", ""))
    return go_to(where_to(standing_now()))


@room.post("/not-safe")
def alert() -> Page:
    """Tell at once that it is not safe."""
    if not alerting.raise_alert(the_store(), the_visit(), request.form.get("words", "")):
        return lock("told_away")
    return go("talk.alerted")


@room.get("/not-safe")
def alerted() -> Page:
    """Who gets it, and when it is read."""
    seat, _waiting = waiting_now()
    with the_store().reading(the_visit().authority_id) as tx:
        cover = find_cover(tx)
    return render_template("talk/alerted.html", page=alerted_page(seat, cover))
