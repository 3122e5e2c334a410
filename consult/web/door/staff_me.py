"""A member of staff's own sign-in: password, app, recovery codes, passkeys. Opens only after a fresh proof."""

from flask import Blueprint, flash, render_template, request, url_for
from flask_babel import gettext as _
from webauthn import generate_registration_options
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)
from werkzeug.wrappers import Response

from consult.actions import passkeys, signing_in, staffing
from consult.actions.refusals import Refused
from consult.booklet.answers import clean
from consult.store.passkeys import list_passkeys
from consult.web.door.new_password import find_password_faults
from consult.web.door.staff_pages import MePage, say_code_fault, say_password_fault
from consult.web.house.going import go
from consult.web.house.guard import signed_in
from consult.web.house.passkeys import keep_challenge, passkey_host, passkey_origin, take_challenge
from consult.web.house.premises import the_store
from consult.web.house.staff_sign_in import is_password_of, make_password_hash
from consult.web.house.visit import keep_visit

room = Blueprint("me", __name__, url_prefix="/staff/me")
Page = str | tuple[str, int] | Response


@room.get("")
def sign_in() -> Page:
    """How this person signs in."""
    return _page()


@room.post("/password")
def change_password() -> Page:
    """A new password; every other device is signed out."""
    who, password = signed_in().staff, request.form.get("password", "")
    faults = find_password_faults(who, password, request.form.get("again", ""))
    if not signing_in.may_try_password(the_store(), who.email, request.remote_addr or ""):
        faults = {"old": say_code_fault("wait")}
    elif not is_password_of(who, request.form.get("old", "")):
        signing_in.count_wrong_password(the_store(), who.email, request.remote_addr or "")
        faults = {"old": say_password_fault("wrong")} | faults
    if faults:
        return _page(faults), 422
    staffing.change_password(the_store(), who, make_password_hash(password))
    keep_visit(signing_in.enter_otherwise(the_store(), who, "new_password"))
    flash(_("Your new password counts from now on."), "success")
    return go("me.sign_in")


@room.post("/recovery-codes")
def renew_recovery_codes() -> Page:
    """New ones, shown once."""
    codes = signing_in.renew_recovery_codes(the_store(), signed_in().staff)
    return render_template("door/staff_recovery.html", codes=codes, next_url=url_for("me.sign_in"))


@room.post("/passkeys/ask")
def ask_for_passkey() -> Response:
    """What the device is asked to make a passkey for."""
    who = signed_in().staff
    with the_store().reading(who.authority_id) as tx:
        known = [PublicKeyCredentialDescriptor(each.credential) for each in list_passkeys(tx, who)]
    options = generate_registration_options(
        rp_id=passkey_host(),
        rp_name="Stepping stones",
        user_name=who.email,
        user_id=who.public_id.encode(),
        user_display_name=who.name,
        exclude_credentials=known,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=UserVerificationRequirement.REQUIRED
        ),
    )
    return keep_challenge(options)


@room.post("/passkeys")
def add_passkey() -> Page:
    """A passkey that the device has made."""
    name = clean(request.form.get("name", "")).strip()
    try:
        answer = request.form.get("answer", "")
        passkeys.add(the_store(), signed_in().staff, passkey_origin(), passkey_host(), take_challenge(), answer, name)
    except Refused:
        flash(_("That did not work. Nothing was added."), "error")
    else:
        flash(_("This passkey counts from now on."), "success")
    return go("me.sign_in")


@room.post("/passkeys/remove")
def remove_passkey() -> Page:
    """A device that was lost or given back."""
    passkeys.remove(the_store(), signed_in().staff, request.form.get("passkey", ""))
    flash(_("This passkey does not count any more."), "success")
    return go("me.sign_in")


def _page(faults: dict[str, str] | None = None) -> str:
    seat = signed_in()
    with the_store().reading(seat.staff.authority_id) as tx:
        held = list_passkeys(tx, seat.staff)
    return render_template("door/staff_me.html", page=MePage(seat.staff.email, seat.has_codes, held, faults or {}))
