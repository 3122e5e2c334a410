"""One question a page: every turn is POST, 303, GET."""

from contextlib import suppress

from flask import render_template, request
from werkzeug.wrappers import Response

from consult.actions import drafting, talking
from consult.actions.last_time import find_last_time
from consult.actions.refusals import Away, Ended, NotThere, Refused
from consult.actions.standing import stand
from consult.booklet.answers import Given, NotAnAnswer
from consult.web.house.going import go, go_to
from consult.web.house.hiding import AWAY, FIELD, hide, is_hiding, lock
from consult.web.house.premises import the_store
from consult.web.talk.blueprint import Page, room
from consult.web.talk.filling import ask_page
from consult.web.talk.sitting import question_at, sitting, standing_now, the_visit, where_to


@room.get("/<int:place>")
def ask(place: int) -> Page:
    """One question."""
    with sitting() as (tx, seat):
        standing = stand(tx, seat)
        question = question_at(standing, place)
        if not standing.takes(question.key):
            return go_to(where_to(standing))
        last_time = find_last_time(tx, standing, question)
    draft = drafting.find_draft(standing, question)
    page = ask_page(
        standing,
        question,
        saved=bool(standing.lines),
        last_time=last_time,
        given=draft,
        note=drafting.fault_of(question, draft) if draft else "",
        private=draft is not None and "private" in draft.fields,
    )
    return render_template("talk/ask.html", page=page)


@room.post("/<int:place>")
def answer(place: int) -> Page:
    """Keep the answer, or that it was skipped, then go on; or stop and hide."""
    form = request.form
    given = Given(tuple(form.getlist("a")), form.get("words", ""), form.to_dict())
    key = form.get("key", "")
    if is_hiding():
        return _stop(place, given, key)
    try:
        if "skip" in form:
            kept = talking.skip(the_store(), the_visit(), place, key)
        elif "same" in form:
            kept = talking.answer_the_same(the_store(), the_visit(), place, key, private="private" in form)
        else:
            kept = talking.answer(the_store(), the_visit(), place, given, key, private="private" in form)
    except NotAnAnswer as refusal:
        try:
            return _ask_again(place, refusal.fault, given), 422
        except Away:
            drafting.keep_draft(the_store(), the_visit(), place, given)
            return lock("saved_away")
    except Refused as refusal:
        return _ask_again(place, refusal.reason, given), 409
    if not kept.fresh:
        return lock("saved_away")
    if kept.next_place is None:
        return go("talk.check")
    return go("talk.ask", place=kept.next_place, _anchor="q")


def _stop(place: int, given: Given, key: str) -> Response:
    """Keep what was typed, as an answer if it is one, and show nothing any more."""
    with suppress(NotThere, Ended):
        try:
            talking.keep_typed(the_store(), the_visit(), place, given, key, private="private" in request.form)
        except (NotAnAnswer, Refused):
            drafting.keep_draft(the_store(), the_visit(), place, given)
    return lock() if request.form[FIELD] == AWAY else hide()


def _ask_again(place: int, note: str, given: Given) -> str:
    standing = standing_now()
    question, waiting = question_at(standing, place), standing.walk.waiting
    if note == "not_this_question" and waiting is not None and not given.words.strip():
        page = ask_page(standing, waiting, note=note)
    else:
        page = ask_page(standing, question, note=note, given=given, private="private" in request.form)
    return render_template("talk/ask.html", page=page)
