"""Ways out: hidden at once, or locked until the secret pictures are tapped again."""

from flask import request, session
from werkzeug.wrappers import Response

from consult.actions import entering
from consult.actions.refusals import Ended
from consult.web.house.going import go
from consult.web.house.premises import the_store
from consult.web.house.visit import current_visit, forget_visit, keep_visit

FIELD = "hide"
"""The button "Stop and hide", in whichever form it stands."""
AWAY = "away"
"""Its value when a page was left open for so long that it locks itself."""


def is_hiding() -> bool:
    """Whether somebody wants this screen to show nothing now, whatever else goes wrong."""
    return request.method == "POST" and FIELD in request.form


def end_visit() -> None:
    """Whoever is in is not any more."""
    visit = current_visit()
    if visit is not None:
        entering.leave(the_store(), visit)
    forget_visit()


def hide() -> Response:
    """Signed out, on a page that tells nothing."""
    end_visit()
    return show_today()


def show_today() -> Response:
    """The page that tells nothing; this browser forgets who was in."""
    session.clear()
    response = go("door.today")
    # Chromium honours this over https. Not "storage": letters that wait for the internet are sealed, and stay.
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def lock(note: str = "away") -> Response:
    """To the secret pictures; after them the child is back where this request was. `note`: of the door."""
    visit = current_visit()
    if visit is None:
        return go("door.card", note="signed_out")
    try:
        keep_visit(entering.lock(the_store(), visit))
    except Ended:
        forget_visit()
        return go("door.card", note="signed_out")
    if request.method == "GET":
        session["wanted"] = request.path
    return go("door.pictures", note=note or None)
