"""Putting a child's record right: first name, date of birth, that the child has left care."""

from collections.abc import Callable, Mapping, Sequence

from flask import flash, render_template, request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from consult.actions import correcting
from consult.actions.correcting import Shift
from consult.actions.refusals import NotThere, Refused
from consult.store.reviews import age_on
from consult.web.desk.blueprint import Page, room
from consult.web.desk.correcting_pages import Correct, Moved
from consult.web.desk.pages import Child
from consult.web.house.forms import StaffForm, day, text
from consult.web.house.going import go
from consult.web.house.guard import officer
from consult.web.house.premises import the_store


class NameForm(StaffForm):
    """Another first name."""

    first_name = text(_l("Write the first name. It stands on the card and on the child’s pages."), 60)


class BirthForm(StaffForm):
    """Another date of birth."""

    date_of_birth = day(_l("Write the date of birth."))


class LeaveForm(StaffForm):
    """The child has left care."""

    left_on = day(_l("Write the day on which care ended."))


@room.route("/children/<child_id>/correct", methods=["GET", "POST"])
def correct(child_id: str) -> Page:
    """One address for all of them: each form says what it wants done."""
    if request.method == "GET":
        return render_template("desk/correct.html", page=_page(child_id))
    deed = _DEEDS.get(request.form.get("do", ""))
    if deed is None:
        raise NotThere
    return deed(child_id)


def _name(child_id: str) -> Page:
    form = NameForm()
    faults = {} if form.validate() else form.faults
    if not faults:
        try:
            correcting.correct_first_name(the_store(), officer(), child_id, form.first_name.given)
        except Refused as refusal:
            faults = {"first_name": _say(refusal.reason)}
    return _after(child_id, form, faults, _("The first name is put right."))


def _birth(child_id: str) -> Page:
    """First say what changes; the second press does it."""
    form = BirthForm()
    faults = {} if form.validate() else form.faults
    if not faults:
        store, born = the_store(), form.date_of_birth.given
        try:
            if "sure" not in request.form:
                moved = _moved(correcting.foresee_birth(store, officer(), child_id, born))
                page = _page(child_id, {"date_of_birth": born.isoformat()}, moved=moved)
                return render_template("desk/correct.html", page=page)
            correcting.correct_birth(store, officer(), child_id, born)
        except Refused as refusal:
            faults = {"date_of_birth": _say(refusal.reason)}
    return _after(child_id, form, faults, _("The date of birth is put right."))


def _leave(child_id: str) -> Page:
    form = LeaveForm()
    faults = {} if form.validate() else form.faults
    if not faults:
        try:
            correcting.leave_care(the_store(), officer(), child_id, form.left_on.given)
        except Refused as refusal:
            faults = {"left_on": _say(refusal.reason)}
    return _after(child_id, form, faults, _("Written down. The card opens nothing any more."))


def _return(child_id: str) -> Page:
    try:
        correcting.return_to_care(the_store(), officer(), child_id)
    except Refused as refusal:
        flash(_say(refusal.reason), "error")
        return go("desk.correct", child_id=child_id)
    flash(_("Undone. The card opens again."))
    return go("desk.correct", child_id=child_id)


_DEEDS: dict[str, Callable[[str], Page]] = {"name": _name, "birth": _birth, "leave": _leave, "return": _return}


def _after(child_id: str, form: StaffForm, faults: Mapping[str, str], done: str) -> Page:
    if faults:
        return render_template("desk/correct.html", page=_page(child_id, form.values, faults)), 422
    flash(done)
    return go("desk.correct", child_id=child_id)


def _page(
    child_id: str,
    values: Mapping[str, str] | None = None,
    errors: Mapping[str, str] | None = None,
    moved: tuple[Moved, ...] | None = None,
) -> Correct:
    store = the_store()
    who = correcting.read_child(store, officer(), child_id)
    kept = {"first_name": who.first_name, "date_of_birth": who.date_of_birth.isoformat()}
    age = age_on(store.clock.today(), who.date_of_birth)
    return Correct(
        Child(who.public_id, who.ref, who.first_name, age, who.avatar),
        who.date_of_birth,
        who.left_on,
        moved,
        kept | dict(values or {}),
        errors or {},
    )


def _moved(shifts: Sequence[Shift]) -> tuple[Moved, ...]:
    return tuple(
        Moved(each.review.day, each.review.age, each.age, each.review.band, each.band, each.wrong_code)
        for each in shifts
    )


def _say(reason: str) -> str:
    words = {
        "as_before": _("This is what stands here already."),
        "birth_in_future": _("This day is still to come. Check the year."),
        "birth_after_review": _("A review of this child was before this day. Check the year."),
        "adult": _("This would be an adult. Check the year."),
        "left_in_future": _("This day is still to come. Write it down when it is here."),
        "before_birth": _("This day is before the date of birth. Check the year."),
        "left_care": _("It is written down already that this child has left care."),
    }
    return str(words[reason])
