"""After a deed, go to a page: POST, 303, GET."""

from typing import Any

from flask import redirect, url_for
from werkzeug.wrappers import Response


def go(endpoint: str, **values: Any) -> Response:
    """See Other, to a view."""
    return go_to(url_for(endpoint, **values))


def go_to(address: str) -> Response:
    """See Other, to an address of our own."""
    return redirect(address, 303)
