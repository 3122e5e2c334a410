"""Who may open what. A room that is not named here is closed to everybody."""

import datetime as dt

from flask import Flask, abort, g, make_response, render_template, request, session
from flask_security import logout_user
from werkzeug.wrappers import Response

from consult.actions.refusals import Ended
from consult.actions.signing_in import is_awake
from consult.store import visits
from consult.store.staff import ROLES, Staff, StaffSeat, find_staff_seat
from consult.web.house.going import go
from consult.web.house.premises import the_store
from consult.web.house.visit import current_visit

OPEN = frozenset({"about", "door", "gallery", "staff_door", "staff_organisation", "staff_passkey"})
"""Rooms without a sign-in: the doors look after their own steps, `about` holds nothing of anybody."""
OPEN_VIEWS = frozenset(
    {"asset", "health", "ready", "metrics", "favicon", "security.login", "talk.post_letter", "talk.worker"}
)
"""Of the sign-in library only its one page; of a talk what a tablet needs after the visit, without a cookie."""
WORTH_KEEPING = 20
"""Letters from which on words (not a key or a token) are given back to be copied."""
CHILD = "talk"
"""The room of whoever came in with a card; its actions fetch the seat themselves, in their own transaction."""
STAFF: dict[str, frozenset[str]] = {
    "desk": frozenset({"officer"}),
    "voice": frozenset({"officer", "manager"}),
    "office": frozenset(),
    "me": frozenset(ROLES),
}
"""Room -> roles of which one is enough; none where each view says so itself."""
VIEWS: dict[str, frozenset[str]] = {
    "office.alerts": frozenset({"manager"}),
    "office.recordings": frozenset({"manager"}),
    "office.keep_recording": frozenset({"manager"}),
    "office.remove_recording": frozenset({"manager"}),
    "office.hear_recording": frozenset({"manager"}),
    "office.import_": frozenset({"manager"}),
    "office.settings": frozenset({"manager", "administrator"}),
    "office.people": frozenset({"administrator"}),
    "office.add_person": frozenset({"administrator"}),
    "office.person": frozenset({"administrator"}),
    "office.hand_over": frozenset({"manager", "administrator"}),
    "office.children": frozenset({"manager", "administrator"}),
    "office.child": frozenset({"manager", "administrator"}),
    "office.merge": frozenset({"manager"}),
    "office.reassign": frozenset({"manager"}),
    "office.break_glass": frozenset({"manager"}),
    "office.retention": frozenset({"administrator"}),
    "office.destroy": frozenset({"administrator"}),
    "office.audit": frozenset({"auditor"}),
    "office.check_audit": frozenset({"auditor"}),
}
"""View -> roles in place of its room's. Files that come in hold children's words: no administrator imports."""
SENSITIVE = frozenset(
    {
        "me",
        "office.add_person",
        "office.break_glass",
        "office.destroy",
        "office.hand_over",
        "office.merge",
        "office.person",
        "office.retention",
        "office.settings",
    }
)
"""Rooms and views that open only to whoever proved a short while ago who they are."""
FRESH = dt.timedelta(minutes=15)
"""So long a proof counts for opening a sensitive page, and as long again for sending its form."""


def roles_for(endpoint: str) -> frozenset[str]:
    """The roles of which one opens this view of a staff room; empty where nobody may."""
    return VIEWS.get(endpoint) or STAFF.get(endpoint.partition(".")[0], frozenset())


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
        if seat is None or not is_awake(seat, tx):
            return None
        g.staff_visit = seat
        g.proved_for = tx.now - seat.started_at
        touch = tx.now - seat.seen_at >= visits.TOUCH
    if touch:
        with store.writing(visit.authority_id) as tx:
            visits.touch_visit(tx, seat.visit_id)
    return seat if seat.stage == visits.STAFF else None


def ask_to_sign_in(wanted: str | None = None) -> Response:
    """To the sign-in form, or to the step after the password; `wanted`: the path to go on to."""
    half_way: StaffSeat | None = g.get("staff_visit")
    if half_way is not None:
        return _ask_for(NEXT_STEP[half_way.stage], wanted)
    # The visit may have ended while the sign-in library still knows the person: its form would send them back here.
    logout_user()
    return go("security.login", next=wanted)


NEXT_STEP = {
    visits.STAFF_CODE: "staff_door.code",
    visits.STAFF_SETUP: "staff_door.set_up",
    visits.STAFF: "staff_door.code",
}
"""Stage of a visit -> the step that leads in."""


def prove_again_for(wanted: str) -> Response | None:
    """To the page that asks for a code, where the last proof is too old for something sensitive; then to `wanted`."""
    lasts = FRESH if request.method == "GET" else 2 * FRESH
    return None if g.proved_for <= lasts else _ask_for("staff_door.code", wanted)


def _ask_for(step: str, wanted: str | None) -> Response:
    if wanted:
        session["staff_wanted"] = wanted
    return go(step)


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
        roles = roles_for(request.endpoint)
        if not roles:
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
        return prove_again_for(request.path) if {room, request.endpoint} & SENSITIVE else None
