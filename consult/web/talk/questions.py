"""One question a page: every turn is POST, 303, GET."""

from flask import render_template, request

from consult.actions import talking
from consult.actions.last_time import find_last_time
from consult.actions.refusals import Refused
from consult.booklet.answers import Given, NotAnAnswer
from consult.web.house.going import go, go_to
from consult.web.house.premises import the_store
from consult.web.house.visit import forget_visit
from consult.web.talk.blueprint import Page, room
from consult.web.talk.filling import ask_page
from consult.web.talk.sitting import question_at, standing_now, the_visit, where_to


@room.get("/<int:place>")
def ask(place: int) -> Page:
    """One question."""
    standing = standing_now()
    question = question_at(standing, place)
    if not standing.walk.reaches(question.key):
        return go_to(where_to(standing))
    with the_store().reading(the_visit().authority_id) as tx:
        last_time = find_last_time(tx, standing, question)
    page = ask_page(standing, question, saved=bool(standing.lines), last_time=last_time)
    return render_template("talk/ask.html", page=page)


@room.post("/<int:place>")
def answer(place: int) -> Page:
    """Keep the answer, or that it was skipped, then go on."""
    form = request.form
    given = Given(tuple(form.getlist("a")), form.get("words", ""), form.to_dict())
    key = form.get("key", "")
    try:
        if "skip" in form:
            kept = talking.skip(the_store(), the_visit(), place, key)
        elif "same" in form:
            kept = talking.answer_the_same(the_store(), the_visit(), place, key)
        else:
            kept = talking.answer(the_store(), the_visit(), place, given, key, private="private" in form)
    except NotAnAnswer as refusal:
        return _ask_again(place, refusal.fault, given), 422
    except Refused as refusal:
        return _ask_again(place, refusal.reason, given), 409
    if not kept.fresh:
        forget_visit()
        return go("door.card", note="saved_away")
    if kept.next_place is None:
        return go("talk.check")
    return go("talk.ask", place=kept.next_place, _anchor="q")


def _ask_again(place: int, note: str, given: Given) -> str:
    standing = standing_now()
    question, waiting = question_at(standing, place), standing.walk.waiting
    if note == "not_this_question" and waiting is not None and not given.words.strip():
        page = ask_page(standing, waiting, note=note)
    else:
        page = ask_page(standing, question, note=note, given=given)
    return render_template("talk/ask.html", page=page)
