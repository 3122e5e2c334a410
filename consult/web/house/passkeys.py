"""Challenges for passkeys: kept in the signed cookie until they are answered, once and within ten minutes."""

from urllib.parse import urlsplit

from flask import abort, current_app, session
from webauthn import options_to_json
from webauthn.helpers.structs import PublicKeyCredentialCreationOptions, PublicKeyCredentialRequestOptions
from werkzeug.wrappers import Response

from consult.actions.passkeys import LASTS
from consult.actions.refusals import Refused
from consult.web.house.premises import premises_of, the_store
from consult.web.house.staff_ways import passkeys_fit


def passkey_origin() -> str:
    """Where passkeys are used. Not there (404) where browsers make none."""
    if not passkeys_fit():
        abort(404)
    return premises_of(current_app).settings.base_url


def passkey_host() -> str:
    """For whom passkeys are made: the name of this service."""
    return urlsplit(passkey_origin()).hostname or ""


def keep_challenge(options: PublicKeyCredentialCreationOptions | PublicKeyCredentialRequestOptions) -> Response:
    """What the browser needs; the challenge in it is remembered."""
    session["passkey"] = [options.challenge.hex(), the_store().clock.now().timestamp()]
    return Response(options_to_json(options), mimetype="application/json")


def take_challenge() -> bytes:
    """The challenge that was asked a short while ago. Raises Refused not_proved."""
    challenge, asked = session.pop("passkey", None) or ("", 0.0)
    if the_store().clock.now().timestamp() - asked > LASTS.total_seconds():
        raise Refused("not_proved")
    return bytes.fromhex(challenge)
