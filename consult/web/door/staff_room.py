"""Staff on their way in: a code after the password, an app set up, a one-use link. Nobody here is in yet."""

from typing import Any

import segno
from flask import Blueprint, abort, current_app, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from consult.actions import signing_in, staffing
from consult.actions.refusals import Ended, Refused
from consult.store.second_factor import EVERYTHING, Linked, find_linked
from consult.store.staff import find_staff_by_email
from consult.store.visits import STAFF, STAFF_CODE, VisitKey
from consult.web.door.new_password import find_password_faults
from consult.web.door.staff_pages import CodePage, LinkPage, SetUpPage, say_code_fault
from consult.web.house.going import go_to
from consult.web.house.guard import ask_to_sign_in, find_staff, prove_again_for
from consult.web.house.premises import premises_of, the_store
from consult.web.house.staff_mail import can_send, send_link
from consult.web.house.staff_sign_in import make_password_hash
from consult.web.house.staff_ways import organisation_on, passkeys_fit, take_wanted
from consult.web.house.visit import current_visit, keep_visit

room = Blueprint("staff_door", __name__, url_prefix="/staff")
Page = str | tuple[str, int] | Response


@room.app_context_processor
def ways() -> dict[str, Any]:
    """Which ways in templates may offer."""
    return {"passkeys_fit": passkeys_fit, "organisation_on": organisation_on, "mail_on": can_send}


@room.errorhandler(Ended)
def begin_again(_fault: Ended) -> Response:
    """To whatever step this browser's visit is at; to the first where it has none, or one left open too long."""
    find_staff()
    return ask_to_sign_in()


@room.route("/code", methods=["GET", "POST"])
def code() -> Page:
    """The code after the password; and once more before something sensitive."""
    visit = _visit()
    with the_store().reading(visit.authority_id) as tx:
        seat = signing_in.fetch_seat(tx, visit, STAFF_CODE, STAFF)
    again = seat.stage == STAFF
    if request.method == "GET":
        page = CodePage(again, seat.has_codes)
        return render_template("door/staff_code.html", page=page)
    try:
        inside = signing_in.enter_code(the_store(), visit, request.form.get("code", ""))
    except Refused as refusal:
        page = CodePage(again, seat.has_codes, {"code": say_code_fault(refusal.reason)})
        return render_template("door/staff_code.html", page=page), 429 if refusal.reason == "wait" else 422
    wanted = take_wanted()
    keep_visit(inside)
    return go_to(wanted)


@room.route("/set-up", methods=["GET", "POST"])
def set_up() -> Page:
    """An app that makes codes: shown a square, proved by a code."""
    visit = _visit()
    if find_staff() is not None and (asked := prove_again_for(url_for("staff_door.set_up"))):
        return asked
    if request.method == "GET":
        return render_template("door/staff_set_up.html", page=_set_up_page(visit))
    try:
        inside, codes = signing_in.set_up_codes(the_store(), visit, request.form.get("code", ""))
    except Refused as refusal:
        page = _set_up_page(visit, say_code_fault(refusal.reason))
        return render_template("door/staff_set_up.html", page=page), 422
    wanted = take_wanted()
    keep_visit(inside)
    return render_template("door/staff_recovery.html", codes=codes, next_url=wanted)


@room.route("/link/<token>", methods=["GET", "POST"])
def link(token: str) -> Page:
    """A one-use link: a new password, then the second factor."""
    linked = find_linked(the_store(), token)
    if linked is None:
        return render_template("door/staff_link_used.html"), 404
    if request.method == "GET":
        return render_template("door/staff_link.html", page=_link_page(linked, token))
    who, password = linked.staff, request.form.get("password", "")
    faults = find_password_faults(who, password, request.form.get("again", ""))
    if faults:
        return render_template("door/staff_link.html", page=_link_page(linked, token, faults)), 422
    try:
        staffing.set_password(the_store(), who, token, make_password_hash(password))
    except Refused:
        return render_template("door/staff_link_used.html"), 404
    keep_visit(signing_in.go_on(the_store(), who))
    return begin_again(Ended())


@room.route("/forgotten", methods=["GET", "POST"])
def forgotten() -> Page:
    """A link by e-mail, where this service can send any. The answer is the same whoever asks."""
    if not can_send():
        abort(404)
    if request.method == "GET":
        return render_template("door/staff_forgotten.html", sent=False)
    typed = request.form.get("email", "").strip()
    if signing_in.may_ask_for_link(the_store(), typed, request.remote_addr or ""):
        with the_store().engine.connect() as connection:
            who = find_staff_by_email(connection, typed)
        if who and (token := staffing.make_password_link(the_store(), who)):
            send_link(who.email, _address_of(token))
    return render_template("door/staff_forgotten.html", sent=True)


def _visit() -> VisitKey:
    visit = current_visit()
    if visit is None:
        raise Ended
    return visit


def _address_of(token: str) -> str:
    return premises_of(current_app).settings.base_url + url_for("staff_door.link", token=token)


def _set_up_page(visit: VisitKey, fault: str = "") -> SetUpPage:
    who, app = signing_in.show_next_secret(the_store(), visit)
    address = app.to_uri(label=who.email, issuer=request.host.partition(":")[0])
    square = segno.make(address, error="m").svg_inline(omitsize=True, border=2)
    secret = app.pretty_key()
    return SetUpPage(Markup(square), secret, address, {"code": fault} if fault else {})  # noqa: S704 - drawn by segno


def _link_page(linked: Linked, token: str, faults: dict[str, str] | None = None) -> LinkPage:
    offers = organisation_on() and linked.purpose == EVERYTHING
    return LinkPage(token, linked.staff.first_name, offers, faults or {})
