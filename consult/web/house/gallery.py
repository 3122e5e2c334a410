"""Every component and page in its states, for development and tests only."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Flask, abort, render_template

from consult.web.house import samples_child, samples_messages, samples_office, samples_offline, samples_staff

room = Blueprint("gallery", __name__, url_prefix="/gallery")
SAMPLES: dict[str, tuple[str, Mapping[str, Any]]] = {}
"""Sample name -> (template, context)."""


@room.get("/")
def index() -> str:
    """Links to every sample."""
    return render_template("gallery.html", names=sorted(SAMPLES))


@room.get("/<name>")
def sample(name: str) -> str:
    """One sample, as a real page."""
    if name not in SAMPLES:
        abort(404)
    template, context = SAMPLES[name]
    return render_template(template, **context)


def install(app: Flask) -> None:
    """Serve the gallery."""
    SAMPLES.update(samples_child.samples())
    SAMPLES.update(samples_offline.samples())
    SAMPLES.update(samples_staff.samples())
    SAMPLES.update(samples_messages.samples())
    SAMPLES.update(samples_office.samples())
    app.register_blueprint(room)
