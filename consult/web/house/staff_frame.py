"""What surrounds every staff page: who is signed in, where they may go, whether all this is made up."""

from types import SimpleNamespace
from typing import Any

from flask import Flask, current_app, g, request, url_for
from flask_babel import gettext as _

from consult.store.alerts import count_unseen
from consult.store.database import TROUBLE
from consult.store.messages import count_unread
from consult.store.staff import StaffSeat
from consult.web.house.errors import is_staff_side
from consult.web.house.guard import roles_for
from consult.web.house.premises import premises_of, the_store

WITHIN = {
    "desk.message": "desk.messages",
    "desk.answer": "desk.messages",
    "office.add_person": "office.people",
    "office.break_glass": "office.children",
    "office.child": "office.children",
    "office.hand_over": "office.children",
    "office.merge": "office.children",
    "office.person": "office.people",
    "office.destroy": "office.retention",
}
"""View -> the place in the navigation under which it stands, where that is not its room's first."""


def install(app: Flask) -> None:
    """Give templates of the staff side their frame."""

    @app.context_processor
    def frame() -> dict[str, Any]:
        if not is_staff_side() and request.endpoint not in {"door.staff_leave", "door.staff"}:
            return {}
        seat: StaffSeat | None = g.get("staff_seat")
        demo = seat.demo if seat else _has_demo()
        return {
            "authority": SimpleNamespace(demo=demo),
            "nav": _nav(seat) if seat else (),
            "staff_name": seat.staff.first_name if seat else "",
            "home_url": url_for("door.staff"),
        }


def _has_demo() -> bool:
    try:
        return premises_of(current_app).has_demo
    except TROUBLE:
        return False  # a page that says the database is away must not need it


def _nav(seat: StaffSeat) -> list[tuple[str, str, bool, int]]:
    places = (
        (_("Desk"), "desk.desk"),
        (_("Messages"), "desk.messages"),
        (_("Voice"), "voice.read"),
        (_("Not safe"), "office.alerts"),
        (_("Children"), "office.children"),
        (_("People"), "office.people"),
        (_("Settings"), "office.settings"),
        (_("Recordings"), "office.recordings"),
        (_("Import"), "office.import_"),
        (_("Retention"), "office.retention"),
        (_("Audit"), "office.audit"),
    )
    waiting = _waiting(seat)
    return [
        (label, url_for(endpoint), _is_here(endpoint), waiting.get(endpoint, 0))
        for label, endpoint in places
        if roles_for(endpoint) & seat.roles
    ]


def _waiting(seat: StaffSeat) -> dict[str, int]:
    """Endpoint -> how much waits there unread."""
    try:
        with the_store().reading(seat.staff.authority_id) as tx:
            counts = {}
            if "officer" in seat.roles:
                counts["desk.messages"] = count_unread(tx, seat.staff.id)
            if "manager" in seat.roles:
                counts["office.alerts"] = count_unseen(tx)
            return counts
    except TROUBLE:
        return {}  # a page that says the database is away must not need it


def _is_here(endpoint: str) -> bool:
    here = WITHIN.get(request.endpoint or "", request.endpoint)
    if here == "desk.messages":
        return endpoint == here
    return here == endpoint or (endpoint in {"desk.desk", "voice.read"} and _room(endpoint))


def _room(endpoint: str) -> bool:
    return request.blueprint == endpoint.partition(".")[0]
