"""One child in the office: whose reviews they are, and a child who was entered twice."""

from collections.abc import Mapping
from dataclasses import replace

from flask import flash, render_template, request
from flask_babel import gettext as _

from consult.actions import handing_over, merging
from consult.actions.refusals import Refused
from consult.booklet.answers import clean
from consult.store import children as kept
from consult.store.reviews import Review, age_on
from consult.web.desk.pages import Child
from consult.web.house.going import go
from consult.web.house.guard import officer, signed_in
from consult.web.house.premises import the_store
from consult.web.office.blueprint import Page, room
from consult.web.office.children_pages import ChildPage, FindPage, MergePage, ReviewLine

LONGEST_REF = 60


@room.route("/children", methods=["GET", "POST"])
def children() -> Page:
    """By reference; a POST, so that none stands in an address."""
    if request.method == "GET":
        return render_template("office/children.html", page=FindPage())
    ref = clean(request.form.get("ref", "")).strip()[:LONGEST_REF]
    found = handing_over.find_by_ref(the_store(), officer(), ref) if ref else None
    if found is not None:
        return go("office.child", child_id=found.public_id)
    fault = _("Nobody has this reference. Check it letter by letter.") if ref else _("Write the child’s reference.")
    return render_template("office/children.html", page=FindPage({"ref": ref}, {"ref": str(fault)})), 422


@room.get("/children/<child_id>")
def child(child_id: str) -> Page:
    """Who has which review."""
    return render_template("office/child.html", page=_child_page(child_id))


@room.post("/children/<child_id>/reassign")
def reassign(child_id: str) -> Page:
    """One review goes to another officer."""
    try:
        handing_over.reassign(
            the_store(), officer(), child_id, request.form.get("review", ""), request.form.get("to", "")
        )
    except Refused:
        errors = {"to": str(_("Choose a reviewing officer."))}
        return render_template("office/child.html", page=replace(_child_page(child_id), errors=errors)), 422
    flash(_("The review has another officer."))
    return go("office.child", child_id=child_id)


@room.route("/children/<child_id>/merge", methods=["GET", "POST"])
def merge(child_id: str) -> Page:
    """First say what becomes one; the second press does it."""
    store = the_store()
    found = handing_over.look_at_child(store, officer(), child_id).child
    page = MergePage(child_of(found))
    if request.method == "GET":
        return render_template("office/merge.html", page=page)
    ref = clean(request.form.get("ref", "")).strip()[:LONGEST_REF]
    try:
        if "sure" not in request.form:
            twice = merging.find_twice(store, officer(), child_id, ref)
            page = MergePage(
                child_of(twice.kept),
                child_of(twice.gone),
                tuple(twice.kept_days),
                tuple(twice.gone_days),
                {"ref": twice.gone.ref},
            )
            return render_template("office/merge.html", page=page)
        merging.merge(store, officer(), child_id, ref)
    except Refused as refusal:
        page = replace(page, values={"ref": ref}, errors={"ref": _say(refusal.reason)})
        return render_template("office/merge.html", page=page), 422
    flash(_("They are one now."))
    return go("office.child", child_id=child_id)


def child_of(found: kept.Child) -> Child:
    """A child as pages show it, with today's age."""
    age = age_on(the_store().clock.today(), found.date_of_birth)
    return Child(found.public_id, found.ref, found.first_name, age, found.avatar)


def _child_page(child_id: str) -> ChildPage:
    looked = handing_over.look_at_child(the_store(), officer(), child_id)
    officers = handing_over.list_hands(the_store(), officer())[1]
    ids = {each.id: each.public_id for each in officers}
    return ChildPage(
        child_of(looked.child),
        tuple(_line(each, ids, looked.names) for each in looked.reviews),
        tuple((each.public_id, each.name) for each in officers),
        looked.child.left_on,
        "manager" in signed_in().roles,
    )


def _line(review: Review, ids: Mapping[int, str], names: Mapping[int, str]) -> ReviewLine:
    number = review.officer_id or 0
    name = names.get(number, review.officer_as_written)
    return ReviewLine(review.public_id, review.day, review.held_on is not None, ids.get(number, ""), name)


def _say(reason: str) -> str:
    words = {
        "unknown_ref": _("Nobody has this reference. Check it letter by letter."),
        "same_child": _("This is the child you keep. Write the other reference."),
        "other_birth": _("Their dates of birth differ. If they are one child, the officer puts the date right first."),
        "same_day": _("Both have a review on the same day. Ask the officer to move one of them first."),
        "before_birth": _("A review of the other child is before this child’s date of birth. Put that right first."),
    }
    return str(words[reason])
