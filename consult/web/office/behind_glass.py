"""Break the glass: a manager reads one child's words, with a reason, for an hour."""

from flask import render_template, request
from flask_babel import gettext as _

from consult.actions import break_glass as glass
from consult.actions import handing_over
from consult.actions.refusals import Refused
from consult.booklet.answers import clean
from consult.store.clock import local
from consult.web.desk.filling import sent_booklet
from consult.web.house.going import go
from consult.web.house.guard import officer
from consult.web.house.premises import the_store
from consult.web.office.blueprint import Page, room
from consult.web.office.children import child_of
from consult.web.office.children_pages import BehindPage, BehindPart, ReasonPage


@room.route("/children/<child_id>/words", methods=["GET", "POST"])
def break_glass(child_id: str) -> Page:
    """The reason is asked first; while it lasts the same address shows the words."""
    store = the_store()
    if request.method == "GET" and glass.find_opening(store, officer(), child_id) is not None:
        return render_template(
            "office/behind_glass.html", page=_behind(glass.read_behind_glass(store, officer(), child_id))
        )
    child = child_of(handing_over.look_at_child(store, officer(), child_id).child)
    if request.method == "GET":
        return render_template("office/break_glass.html", page=ReasonPage(child))
    because = clean(request.form.get("because", ""))
    try:
        glass.break_glass(store, officer(), child_id, because)
    except Refused as refusal:
        page = ReasonPage(child, {"because": because}, {"because": _say(refusal.reason)})
        return render_template("office/break_glass.html", page=page), 422
    return go("office.break_glass", child_id=child_id)


def _behind(found: glass.Behind) -> BehindPage:
    told = (BehindPart(None, tuple(map(sent_booklet, found.told))),) if found.told else ()
    reviews = (BehindPart(review.day, tuple(map(sent_booklet, booklets))) for review, booklets in found.reviews)
    return BehindPage(child_of(found.child), local(found.opening.ends_at), (*reviews, *told))


def _say(reason: str) -> str:
    words = {
        "reason_short": _("Write a sentence that somebody else understands: at least 20 letters."),
        "reason_long": _("This is too long. At most 1,000 letters fit."),
    }
    return str(words[reason])
