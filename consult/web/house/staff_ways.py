"""Which ways in this service offers its staff here, and where somebody wanted to go when they were asked to sign in."""

from urllib.parse import urlsplit

from flask import current_app, request, session, url_for

from consult.web.house.premises import premises_of


def passkeys_fit() -> bool:
    """Whether browsers make passkeys for this address: https or localhost, and opened under the name that is set."""
    server = urlsplit(premises_of(current_app).settings.base_url)
    secure = server.scheme == "https" or server.hostname == "localhost"
    return secure and request.host == server.netloc


def organisation_on() -> bool:
    """Whether staff may come in through their organisation."""
    return premises_of(current_app).settings.organisation is not None


def take_wanted() -> str:
    """Where to go on; to be asked before the visit is kept, which forgets it."""
    return str(session.get("staff_wanted") or url_for("door.staff"))
