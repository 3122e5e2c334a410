"""Coming in with a passkey: the device checks the person, so it is both steps in one."""

import json

from flask import Blueprint, render_template, request
from flask_babel import gettext as _
from webauthn import generate_authentication_options
from webauthn.helpers import base64url_to_bytes
from webauthn.helpers.structs import UserVerificationRequirement
from werkzeug.wrappers import Response

from consult.actions import passkeys
from consult.actions.refusals import Refused
from consult.web.house.going import go_to
from consult.web.house.passkeys import keep_challenge, passkey_host, passkey_origin, take_challenge
from consult.web.house.premises import the_store
from consult.web.house.staff_ways import take_wanted
from consult.web.house.visit import keep_visit

room = Blueprint("staff_passkey", __name__, url_prefix="/staff/passkey")


@room.post("/ask")
def ask() -> Response:
    """What a device is asked to prove."""
    return keep_challenge(
        generate_authentication_options(rp_id=passkey_host(), user_verification=UserVerificationRequirement.REQUIRED)
    )


@room.post("")
def enter() -> Response | tuple[str, int]:
    """A device proves it."""
    answer = request.form.get("answer", "")
    try:
        inside = passkeys.enter(
            the_store(), passkey_origin(), passkey_host(), take_challenge(), _credential(answer), answer
        )
    except Refused:
        sentence = _("This passkey is not known here, or it took too long. Use your password.")
        return render_template("door/staff_refused.html", sentence=sentence), 422
    wanted = take_wanted()
    keep_visit(inside)
    return go_to(wanted)


def _credential(answer: str) -> bytes:
    """Which passkey answers."""
    try:
        return base64url_to_bytes(str(json.loads(answer)["rawId"]))
    except (ValueError, KeyError, TypeError):
        raise Refused("not_proved") from None
