"""Somebody's seat in a browser, for tests that are not about coming in."""

from flask import Flask
from playwright.sync_api import BrowserContext

from consult.store.visits import VisitKey


def give_cookie(context: BrowserContext, app: Flask, address: str, visit: VisitKey) -> None:
    """Let the browser in without the card."""
    signer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
    held = signer.dumps({"visit": [visit.authority_id, visit.token]})
    context.add_cookies([{"name": app.config["SESSION_COOKIE_NAME"], "value": held, "url": address}])
