"""While an officer is away: who stands in, and for whom."""

import datetime as dt
from collections.abc import Mapping, Sequence

from flask import flash, render_template
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from consult.actions import covering
from consult.actions.refusals import Refused
from consult.store.cover import Cover
from consult.web.desk.away_pages import Away, Standing
from consult.web.desk.blueprint import Page, room
from consult.web.house.forms import StaffForm, day, text
from consult.web.house.going import go
from consult.web.house.guard import officer
from consult.web.house.premises import the_store

FIELDS = {"no_colleague": "colleague", "days_past": "from_day"}
"""Where a refusal stands; the others beside the last day."""


class AwayForm(StaffForm):
    """Who, and for which days."""

    colleague = text(_l("Choose a colleague."), 24)
    from_day = day(_l("Write the first day on which you are away."))
    to_day = day(_l("Write the last day on which you are away."))


@room.route("/away", methods=["GET", "POST"])
def away() -> Page:
    """Name a colleague."""
    form = AwayForm()
    if not form.is_submitted():
        return render_template("desk/away.html", page=_page({"from_day": the_store().clock.today().isoformat()}, {}))
    faults = {} if form.validate() else form.faults
    if not faults:
        try:
            covering.add_cover(the_store(), officer(), form.colleague.given, form.from_day.given, form.to_day.given)
        except Refused as refusal:
            faults = {FIELDS.get(refusal.reason, "to_day"): _say(refusal.reason)}
        else:
            flash(_("Agreed. On these days your colleague sees and does what you may."))
            return go("desk.away")
    return render_template("desk/away.html", page=_page(form.values, faults)), 422


@room.post("/away/<cover_id>/end")
def end_away(cover_id: str) -> Response:
    """Back again, or agreed by mistake."""
    covering.end_cover(the_store(), officer(), cover_id)
    flash(_("Ended. Your colleague sees nothing of yours any more."))
    return go("desk.away")


def standings(found: Sequence[Cover], today: dt.date, *, by: bool) -> tuple[Standing, ...]:
    """`by`: name whoever stands in; else for whom."""
    return tuple(
        Standing(
            each.public_id,
            (each.covered_by if by else each.officer).name,
            each.from_day,
            each.to_day,
            each.from_day <= today,
        )
        for each in found
    )


def _page(values: Mapping[str, str], errors: Mapping[str, str]) -> Away:
    store = the_store()
    found, today = covering.read_away(store, officer()), store.clock.today()
    return Away(
        standings(found.by, today, by=True),
        standings(found.covering, today, by=False),
        tuple((each.public_id, each.name) for each in found.colleagues),
        values,
        errors,
    )


def _say(reason: str) -> str:
    words = {
        "no_colleague": _("This person is not a reviewing officer here. Choose another."),
        "days_turned": _("This day is before the first one."),
        "days_past": _("This day is over. Begin today or later."),
        "too_far": _("This is more than a year ahead. Check the year."),
        "days_taken": _("A colleague is named for some of these days already. End that first."),
    }
    return str(words[reason])
