"""Coming in through the organisation's own sign-in: OpenID Connect by Authlib, with PKCE, state and nonce."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.flask_client import OAuth
from flask import Blueprint, abort, current_app, render_template, request, session, url_for
from flask_babel import gettext as _
from joserfc.errors import JoseError
from requests import RequestException
from werkzeug.wrappers import Response

from consult.actions.organisation import Vouched, enter_by_organisation
from consult.actions.refusals import Refused
from consult.settings import Organisation
from consult.store.sign_in_tries import spend
from consult.web.house.going import go_to
from consult.web.house.guard import find_staff
from consult.web.house.premises import premises_of, the_store
from consult.web.house.staff_ways import take_wanted
from consult.web.house.visit import keep_visit

room = Blueprint("staff_organisation", __name__, url_prefix="/staff/organisation")
REPLAYABLE = dt.timedelta(days=1)
"""So long what an organisation sent back is remembered as used; what it holds is worth less long."""
PATIENCE = 10
"""Seconds to wait for the organisation's server."""


@room.get("")
def go_there() -> Response | tuple[str, int]:
    """To the organisation. `link`: a one-use link, whose person signs in this way from now on."""
    again = {"prompt": "login"} if find_staff() is not None else {}
    session["organisation_link"] = request.args.get("link", "")
    try:
        back = premises_of(current_app).settings.base_url + url_for("staff_organisation.back")
        answer: Response = _client().authorize_redirect(back, **again)
    except (AuthlibBaseError, RequestException, ValueError):
        return _refuse("away")
    return answer


@room.get("/back")
def back() -> Response | tuple[str, int]:
    """From the organisation: whoever it vouches for is in, where their tenant and role are known."""
    organisation, link = _organisation(), session.pop("organisation_link", "")
    client, state = _client(), request.args.get("state", "")
    try:
        claims = client.authorize_access_token()["userinfo"]
        if not spend(the_store(), f"organisation:{state}", REPLAYABLE):
            raise Refused("not_vouched")
        inside = enter_by_organisation(the_store(), _read(claims, organisation), link)
    except (AuthlibBaseError, JoseError, RequestException, KeyError, ValueError):
        return _refuse("not_vouched")
    except Refused as refusal:
        return _refuse(refusal.reason)
    wanted = take_wanted()
    keep_visit(inside)
    return go_to(wanted)


def _organisation() -> Organisation:
    organisation = premises_of(current_app).settings.organisation
    if organisation is None:
        abort(404)
    return organisation


def _client() -> Any:
    organisation = _organisation()
    oauth = current_app.extensions.get("authlib.integrations.flask_client") or OAuth(current_app)
    known = oauth.create_client("organisation")
    return known or oauth.register(
        "organisation",
        client_id=organisation.client_id,
        client_secret=organisation.client_secret,
        server_metadata_url=f"{organisation.issuer}/.well-known/openid-configuration",
        client_kwargs={
            "scope": "openid email profile",
            "code_challenge_method": "S256",
            "timeout": PATIENCE,
        },
    )


def _read(claims: Mapping[str, Any], organisation: Organisation) -> Vouched:
    """Who it is, from claims whose signature, audience, time and nonce were checked. Raises Refused."""
    issuer, subject, tenant = (str(claims.get(name) or "") for name in ("iss", "sub", "tid"))
    if issuer.rstrip("/") != organisation.issuer or not subject:
        raise Refused("not_vouched")
    if organisation.tenants and tenant not in organisation.tenants:
        raise Refused("other_tenant")
    held = claims.get(organisation.role_claim) or ()
    named = [held] if isinstance(held, str) else [each for each in held if isinstance(each, str)]
    roles = tuple(dict.fromkeys(organisation.roles[each] for each in named if each in organisation.roles))
    email = str(claims.get("email") or claims.get("preferred_username") or "")
    return Vouched(issuer, subject, email, str(claims.get("name") or ""), roles, organisation.tenants.get(tenant, ""))


def _refuse(reason: str) -> tuple[str, int]:
    words = {
        "away": _("Your organisation’s sign-in does not answer. Try again in a minute, or use your password."),
        "other_tenant": _("You signed in, but your organisation is not one that uses this service."),
        "no_role": _("You signed in, but your organisation has given you no role here. Ask whoever gives out roles."),
        "switched_off": _("Your account here is switched off. Ask an administrator of your service."),
        "email_taken": _(
            "Somebody with your e-mail address signs in with a password here. Ask an administrator for a new link, "
            "open it, and choose your organisation’s sign-in there."
        ),
        "no_email": _("Your organisation did not say your name and e-mail address, which are needed here."),
    }
    other = _("Your organisation did not confirm who you are, or that took too long. Begin again at the sign-in.")
    return render_template("door/staff_refused.html", sentence=words.get(reason, other)), 403
