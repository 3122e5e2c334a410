"""Who may ask how the service is."""

import hmac
from ipaddress import ip_address

from flask import current_app, request

from consult.web.house.premises import premises_of


def may_watch() -> bool:
    """A monitor with the token, or one on this machine that no proxy let in."""
    token = premises_of(current_app).settings.monitor_token
    shown = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if token and hmac.compare_digest(shown.encode(), token.encode()):
        return True
    # A proxy on this machine comes from here as well; it says for whom.
    forwarded = {"X-Forwarded-For", "Forwarded", "X-Real-IP"} & set(request.headers.keys())
    return not forwarded and _is_here(request.remote_addr or "")


def _is_here(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
