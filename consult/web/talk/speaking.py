"""In which language the child's pages are."""

from flask import render_template, request

from consult.actions import choosing
from consult.web.house.going import go_to
from consult.web.house.language import offer
from consult.web.house.premises import the_store
from consult.web.talk.blueprint import Page, room
from consult.web.talk.choosing_pages import LanguagePage
from consult.web.talk.filling import person_at
from consult.web.talk.first_and_last import band_of
from consult.web.talk.sitting import going_on, the_visit, waiting_now


@room.get("/language")
def language() -> Page:
    """The languages that there are here, by their own names."""
    seat, _waiting = waiting_now()
    page = LanguagePage(person_at(seat, band_of(seat)), offer(seat.languages), going_on())
    return render_template("talk/language.html", page=page)


@room.post("/language")
def choose_language() -> Page:
    """Keep it with the child, and go on where they were."""
    choosing.choose_language(the_store(), the_visit(), request.form.get("language", ""))
    return go_to(going_on())
