"""Keying in what a child wrote on paper."""

from collections.abc import Mapping

from flask import flash, render_template, request
from flask_babel import gettext as _

from consult.actions.keying_in import REPLACEABLE, NotSound, Paper, find_paper, key_in_paper
from consult.actions.keying_in_messages import key_in_message
from consult.actions.paper_twin import Twin
from consult.actions.refusals import Refused
from consult.booklet.answers import Given
from consult.booklet.model import Booklet
from consult.web.desk.blueprint import Page, room
from consult.web.desk.forms import KeyInForm
from consult.web.desk.paper_filling import key_in_page
from consult.web.desk.papers import edition_in
from consult.web.desk.refusal_words import say_refusal, say_typing_fault
from consult.web.house.going import go
from consult.web.house.guard import officer
from consult.web.house.premises import the_store


@room.route("/reviews/<review_id>/key-in", methods=["GET", "POST"])
def key_in(review_id: str) -> Page:
    """One long form with the whole booklet."""
    booklet, number = edition_in(request.values.get("edition", ""))
    try:
        twin, obstacle = find_paper(the_store(), officer(), review_id, booklet, number, _language())
    except Refused as refusal:
        flash(say_refusal(refusal.reason), "error")
        return go("desk.review", review_id=review_id)
    if obstacle and obstacle not in REPLACEABLE:
        flash(say_refusal(obstacle), "error")
        return go("desk.review", review_id=review_id)
    if request.method == "GET":
        today = the_store().clock.today().isoformat()
        values = {"written_on": today, "helped_by": "unknown"}
        return render_template("desk/key_in.html", page=key_in_page(twin, values=values, replaces=obstacle))
    return _keep(review_id, twin, obstacle)


def _keep(review_id: str, twin: Twin, obstacle: str) -> Page:
    form = KeyInForm()
    given = _given(twin.edition.booklet)
    held_back = frozenset(request.form.getlist("held_back"))
    errors = {} if form.validate() else form.faults
    faults: Mapping[str, str] = {}
    if not errors:
        paper = Paper(
            booklet=twin.edition.booklet.key,
            edition=twin.edition.number,
            written_on=form.written_on.given,
            given=given,
            helped_by=form.helped_by.data,
            read_out=form.read_out.data,
            held_back=held_back,
            quote=form.quote.data,
            replace=request.form.get("replace") == "yes",
            language=twin.wording.language,
        )
        try:
            (key_in_message if twin.anytime else key_in_paper)(the_store(), officer(), review_id, paper)
        except NotSound as refusal:
            faults = {key: say_typing_fault(code) for key, code in refusal.faults.items()}
        except Refused as refusal:
            errors = {_field(refusal.reason): say_refusal(refusal.reason)}
        else:
            flash(_("The message is in.") if twin.anytime else _("The paper booklet is in."))
            return go("desk.messages") if twin.anytime else go("desk.review", review_id=review_id)
    page = key_in_page(
        twin, values=form.values, given=given, held_back=held_back, errors=errors, faults=faults, replaces=obstacle
    )
    return render_template("desk/key_in.html", page=page), 422


def _language() -> str:
    return request.values.get("language", "")


def _field(reason: str) -> str:
    if reason in REPLACEABLE:
        return "replace"
    return {"paper_in_future": "written_on", "some_without_numbers": "read_out"}.get(reason, "answers")


def _given(booklet: Booklet) -> dict[str, Given]:
    """What the form holds for each question; its fields are named `<question>:<field>`."""
    typed: dict[str, dict[str, str]] = {}
    for name in request.form:
        question, mark, field = name.partition(":")
        if mark and booklet.find(question) is not None:
            typed.setdefault(question, {})[field] = request.form[name]
    return {
        question: Given(
            picked=tuple(request.form.getlist(f"{question}:a")),
            words=fields.get("words", ""),
            fields={name: value for name, value in fields.items() if name not in {"a", "words"}},
        )
        for question, fields in typed.items()
    }
