"""Who may open what. A room that is not named here is closed to everybody."""

from flask import Flask, abort, g, make_response, render_template, request
from flask_security import logout_user
from werkzeug.wrappers import Response

from consult.actions.refusals import Ended
from consult.store import visits
from consult.store.staff import Staff, StaffSeat, find_staff_seat
from consult.web.house.going import go
from consult.web.house.premises import the_store
from consult.web.house.visit import current_visit

OPEN = frozenset({"door", "gallery"})
"""Rooms without a sign-in: `door` looks after its own steps."""
OPEN_VIEWS = frozenset({"asset", "health", "favicon", "security.login"})
"""Of the sign-in library only its one page."""
WORTH_KEEPING = 20
"""Letters from which on words (not a key or a token) are given back to be copied."""
CHILD = "talk"
"""The room of whoever came in with a card; its actions fetch the seat themselves, in their own transaction."""
STAFF: dict[str, frozenset[str]] = {
    "desk": frozenset({"officer"}),
    "voice": frozenset({"officer", "manager"}),
    "office": frozenset({"manager"}),
}
"""Room -> roles of which one is enough."""


def signed_in() -> StaffSeat:
    """The member of staff whom the guard let in."""
    seat: StaffSeat = g.staff_seat
    return seat


def officer() -> Staff:
    """The same, as a person."""
    return signed_in().staff


def find_staff() -> StaffSeat | None:
    """Who is signed in as staff, still awake; keeps the visit alive."""
    visit = current_visit()
    if visit is None:
        return None
    store = the_store()
    with store.reading(visit.authority_id) as tx:
        seat = find_staff_seat(tx, visit.token)
        if seat is None or tx.now - seat.seen_at > visits.IDLE[visits.STAFF]:
            return None
        touch = tx.now - seat.seen_at >= visits.TOUCH
    if touch:
        with store.writing(visit.authority_id) as tx:
            visits.touch_visit(tx, seat.visit_id)
    return seat


def ask_to_sign_in(wanted: str | None = None) -> Response:
    """To the sign-in form; `wanted`: the path to go on to."""
    # The visit may have ended while the sign-in library still knows the person: its form would send them back here.
    logout_user()
    return go("security.login", next=wanted)


def words_typed() -> list[str]:
    """Longer texts of a form that came after its visit had ended, so that they can be given back."""
    typed = request.form.values() if request.method == "POST" else ()
    return [text for text in typed if " " in text.strip() and len(text) >= WORTH_KEEPING]


def install(app: Flask) -> None:
    """Ask at every request."""

    @app.before_request
    def ask() -> Response | None:
        room = request.blueprint
        if request.endpoint in OPEN_VIEWS or room in OPEN or request.endpoint is None:
            return None
        if room == CHILD:
            if current_visit() is None:
                raise Ended
            return None
        roles = STAFF.get(room or "")
        if roles is None:
            abort(403)
        seat = find_staff()
        if seat is None:
            words = words_typed()
            if words:
                return make_response(render_template("errors/staff_not_saved.html", words=words), 409)
            return ask_to_sign_in(request.path if request.method == "GET" else None)
        if not seat.roles & roles:
            abort(403)
        g.staff_seat = seat
        return None
