"""All of somebody's reviews go to another officer."""

from flask import flash, render_template, request
from flask_babel import gettext as _
from flask_babel import ngettext

from consult.actions import handing_over
from consult.actions.handing_over import Load
from consult.actions.refusals import NotThere, Refused
from consult.web.house.going import go
from consult.web.house.guard import officer
from consult.web.house.premises import the_store
from consult.web.office.blueprint import Page, room
from consult.web.office.children_pages import HandOverPage


@room.route("/hand-over", methods=["GET", "POST"])
def hand_over() -> Page:
    """First say how much goes over; the second press does it."""
    if request.method == "GET":
        return render_template("office/hand_over.html", page=_page())
    store, values = the_store(), {name: request.form.get(name, "") for name in ("from_id", "to_id")}
    try:
        if "sure" not in request.form:
            load = handing_over.check_hand_over(store, officer(), values["from_id"], values["to_id"])
            return render_template("office/hand_over.html", page=_page(values, load=load))
        load = handing_over.hand_over(store, officer(), values["from_id"], values["to_id"])
    except NotThere:
        faults = {"from_id": str(_("Choose whose reviews go over."))}
        return render_template("office/hand_over.html", page=_page(values, faults)), 422
    except Refused as refusal:
        return render_template("office/hand_over.html", page=_page(values, _say(refusal.reason))), 422
    flash(_("Handed over: %(much)s.", much=how_much(load)))
    return go("office.hand_over")


def how_much(load: Load) -> str:
    """Such as “23 children, 41 reviews”."""
    children = ngettext("%(num)d child", "%(num)d children", load.children)
    reviews = ngettext("%(num)d review", "%(num)d reviews", load.reviews)
    return f"{children}, {reviews}"


def _page(
    values: dict[str, str] | None = None, errors: dict[str, str] | None = None, load: Load | None = None
) -> HandOverPage:
    having, officers = handing_over.list_hands(the_store(), officer())
    names = {each.staff.public_id: each.staff.name for each in having} | {
        each.public_id: each.name for each in officers
    }
    given = values or {}
    much = load or Load(0, 0, 0)
    return HandOverPage(
        tuple((each.staff.public_id, each.staff.name) for each in having),
        tuple((each.public_id, each.name) for each in officers),
        names.get(given.get("from_id", ""), "") if load else "",
        names.get(given.get("to_id", ""), "") if load else "",
        much.children,
        much.reviews,
        much.ahead,
        given,
        errors or {},
    )


def _say(reason: str) -> dict[str, str]:
    words = {
        "no_colleague": {"to_id": _("Choose a reviewing officer.")},
        "same_officer": {"to_id": _("This is the same person. Choose another.")},
        "nothing_to_hand_over": {"from_id": _("This person has no reviews.")},
    }
    return {name: str(sentence) for name, sentence in words[reason].items()}
