"""People: who works here, in which roles, and how they get in."""

from collections.abc import Callable

from flask import current_app, flash, render_template, request, url_for
from flask_babel import gettext as _

from consult.actions import staffing
from consult.actions.refusals import NotThere, Refused
from consult.actions.scope import actor
from consult.booklet.answers import clean
from consult.store.second_factor import LINK_LASTS
from consult.store.staff import ROLES, Person, Staff, list_people
from consult.web.house.going import go
from consult.web.house.guard import officer
from consult.web.house.premises import premises_of, the_store
from consult.web.office.blueprint import Page, room
from consult.web.office.people_pages import LinkPage, Listed, PeoplePage, PersonPage
from consult.web.office.role_words import list_roles, say_people_fault


@room.get("/people")
def people() -> Page:
    """Everybody of the authority."""
    names = {role.key: role.name for role in list_roles()}
    listed = [
        Listed(each, ", ".join(names[key] for key in ROLES if key in each.roles))
        for each in sorted(_everybody(), key=lambda each: not each.active)
    ]
    return render_template("office/people.html", page=PeoplePage(tuple(listed)))


@room.route("/people/new", methods=["GET", "POST"])
def add_person() -> Page:
    """Somebody new, and the link for them."""
    if request.method == "GET":
        return render_template("office/add_person.html", page=PersonPage(list_roles()))
    values = {name: " ".join(clean(request.form.get(name, "")).split()) for name in ("email", "name")}
    ticked = _ticked()
    try:
        added, token = staffing.add_person(
            the_store(), officer().authority_id, actor(officer()), values["email"], values["name"], ticked
        )
    except Refused as refusal:
        faults = say_people_fault(refusal.reason)
        page = PersonPage(list_roles(), frozenset(ticked), values=values, errors=faults)
        return render_template("office/add_person.html", page=page), 422
    return _show_link(added, token, new=True)


@room.route("/people/<person_id>", methods=["GET", "POST"])
def person(person_id: str) -> Page:
    """One person: other roles, off, on, a new link. One address, so that a fresh proof leads back to a page."""
    found = next((each for each in _everybody() if each.staff.public_id == person_id), None)
    if found is None:
        raise NotThere
    if request.method == "GET":
        return _person_page(found, found.roles)
    deed = _DEEDS.get((request.form.get("do", ""), found.active))
    if deed is None:
        raise Refused("changed_meanwhile")
    try:
        return deed(found.staff)
    except Refused as refusal:
        ticked = frozenset(_ticked()) if "roles" in request.form else found.roles
        return _person_page(found, ticked, say_people_fault(refusal.reason)), 422


def _change_roles(who: Staff) -> Page:
    staffing.change_roles(the_store(), who.authority_id, actor(officer()), who.public_id, _ticked())
    flash(_("%(name)s has these roles now and signs in again.", name=who.name), "success")
    return go("office.people")


def _switch_off(who: Staff) -> Page:
    staffing.disable(the_store(), who.authority_id, actor(officer()), who.public_id)
    flash(_("%(name)s is switched off and signed out everywhere.", name=who.name), "success")
    return go("office.people")


def _switch_on(who: Staff) -> Page:
    return _show_link(who, staffing.enable(the_store(), who.authority_id, actor(officer()), who.public_id))


def _reset(who: Staff) -> Page:
    return _show_link(who, staffing.reset(the_store(), who.authority_id, actor(officer()), who.public_id))


_DEEDS: dict[tuple[str, bool], Callable[[Staff], Page]] = {
    ("roles", True): _change_roles,
    ("off", True): _switch_off,
    ("on", False): _switch_on,
    ("reset", True): _reset,
}
"""What the page's buttons say, and whether the person is switched on -> what is done."""


def _everybody() -> list[Person]:
    with the_store().reading(officer().authority_id) as tx:
        return list_people(tx)


def _ticked() -> list[str]:
    return request.form.getlist("roles")


def _person_page(found: Person, held: frozenset[str], faults: dict[str, str] | None = None) -> str:
    own = found.staff.id == officer().id
    page = PersonPage(list_roles(), held, found, own, errors=faults or {})
    return render_template("office/person.html", page=page)


def _show_link(who: Staff, token: str, *, new: bool = False) -> str:
    # Drawn at once, in answer to the form: a redirect would have to carry the token in an address or a cookie.
    address = premises_of(current_app).settings.base_url + url_for("staff_door.link", token=token)
    hours = int(LINK_LASTS.total_seconds() // 3600)
    return render_template("office/link.html", page=LinkPage(who.name, who.public_id, address, hours, new))
