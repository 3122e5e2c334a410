"""What surrounds every staff page: who is signed in, where they may go, whether all this is made up."""

from types import SimpleNamespace
from typing import Any

from flask import Flask, current_app, g, request, url_for
from flask_babel import gettext as _

from consult.store.database import TROUBLE
from consult.store.staff import StaffSeat
from consult.web.house.errors import is_staff_side
from consult.web.house.premises import premises_of


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
        ("officer", _("Desk"), "desk.desk"),
        ("", _("Voice"), "voice.read"),
        ("manager", _("Settings"), "office.settings"),
        ("manager", _("Recordings"), "office.recordings"),
        ("manager", _("Import"), "office.import_"),
    )
    return [
        (label, url_for(endpoint), request.endpoint == endpoint or _same_room(endpoint), 0)
        for role, label, endpoint in places
        if not role or role in seat.roles
    ]


def _same_room(endpoint: str) -> bool:
    return request.blueprint == endpoint.split(".", maxsplit=1)[0] and request.blueprint in {"desk", "voice"}
