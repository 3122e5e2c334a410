"""What children choose around the questions: how it looks, and who sits beside them."""

from flask import render_template, request

from consult.actions import choosing, entering, talking
from consult.actions.choosing import LOOKS, SIZES
from consult.actions.refusals import Refused
from consult.store.children import Looks
from consult.web.house.going import go, go_to
from consult.web.house.premises import the_store
from consult.web.house.visit import keep_visit
from consult.web.talk.blueprint import Page, room
from consult.web.talk.choosing_pages import ForHelperPage, HelperPage, LooksPage
from consult.web.talk.filling import person_at
from consult.web.talk.first_and_last import band_of
from consult.web.talk.sitting import going_on, the_visit, waiting_now


@room.get("/looks")
def looks() -> Page:
    """Make it mine."""
    seat, _waiting = waiting_now()
    chosen = seat.looks
    page = LooksPage(
        person=person_at(seat, band_of(seat)),
        look=chosen.look,
        size=chosen.text_size,
        words_only=chosen.words_only,
        pictures_off=chosen.pictures_off,
        back=going_on(),
    )
    return render_template("talk/looks.html", page=page)


@room.post("/looks")
def choose_looks() -> Page:
    """Keep it with the child."""
    form = request.form
    look, size = form.get("look", ""), form.get("size", "")
    chosen = Looks(
        look if look in LOOKS else "", size if size in SIZES else "", "words_only" in form, "pictures_off" in form
    )
    choosing.choose_looks(the_store(), the_visit(), form.get("avatar", ""), chosen)
    return go_to(going_on())


@room.get("/helper")
def helper() -> Page:
    """Is somebody helping?"""
    return _helper_page()


@room.post("/helper")
def say_helper() -> Page:
    """Say so, and go on. Alone again after a helper asks for the pictures first."""
    said = request.form.get("helper", "")
    try:
        talking.say_who_helps(the_store(), the_visit(), said)
    except Refused as refusal:
        if refusal.reason != "pictures_first":
            return _helper_page(refusal.reason), 422
        keep_visit(entering.lock(the_store(), the_visit(), said))
        return go("door.pictures")
    return go_to(going_on()) if said == "alone" else go("talk.for_helper")


@room.get("/for-helper")
def for_helper() -> Page:
    """What helpers are asked to do."""
    seat, _waiting = waiting_now()
    return render_template("talk/for_helper.html", page=ForHelperPage(person_at(seat, band_of(seat)), going_on()))


def _helper_page(note: str = "") -> str:
    seat, _waiting = waiting_now()
    page = HelperPage(person_at(seat, band_of(seat)), seat.helper, going_on(), note)
    return render_template("talk/helper.html", page=page)
