"""Every room of the house."""

from flask import Flask

from consult.web.about.room import room as about
from consult.web.desk.room import room as desk
from consult.web.door.room import room as door
from consult.web.office.room import room as office
from consult.web.talk.room import room as talk
from consult.web.voice.room import room as voice


def install(app: Flask) -> None:
    """Open them."""
    for room in (door, about, talk, desk, voice, office):
        app.register_blueprint(room)
