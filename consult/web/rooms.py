"""Every room of the house."""

from flask import Flask

from consult.web.about.room import room as about
from consult.web.desk.room import room as desk
from consult.web.door.room import room as door
from consult.web.door.staff_me import room as me
from consult.web.door.staff_organisation import room as staff_organisation
from consult.web.door.staff_passkeys import room as staff_passkey
from consult.web.door.staff_room import room as staff_door
from consult.web.office.room import room as office
from consult.web.talk.room import room as talk
from consult.web.voice.room import room as voice


def install(app: Flask) -> None:
    """Open them."""
    for room in (door, staff_door, staff_passkey, staff_organisation, me, about, talk, desk, voice, office):
        app.register_blueprint(room)
