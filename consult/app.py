"""The application. Start reading here."""

from flask import Flask
from flask_compress import Compress
from flask_wtf import CSRFProtect

from consult import cli
from consult.settings import ROOT, Settings
from consult.store.database import Store
from consult.web import rooms
from consult.web.house import (
    assets,
    drawings,
    errors,
    gallery,
    guard,
    headers,
    health,
    language,
    premises,
    proxies,
    staff_frame,
    staff_sign_in,
    watching,
)

TWO_MB = 2 * 1024 * 1024
PARTS = (proxies, watching, assets, drawings, headers, language, guard, staff_sign_in, staff_frame, errors, health)
"""Of the house, in the order in which requests meet them."""


def create_app(settings: Settings | None = None, store: Store | None = None) -> Flask:
    """Build the application; the database is opened at its first use, unless an open `store` is given."""
    settings = settings or Settings.from_environment()
    app = Flask("consult", template_folder=str(ROOT / "templates"), static_folder=None)
    app.config.update(
        SECRET_KEY=settings.cookie_key,
        SESSION_COOKIE_NAME="__Host-consult" if settings.secure else "consult",
        SESSION_COOKIE_SECURE=settings.secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        WTF_CSRF_TIME_LIMIT=None,
        MAX_CONTENT_LENGTH=TWO_MB,
        MAX_FORM_MEMORY_SIZE=TWO_MB,
        TESTING=settings.testing,
        PROPAGATE_EXCEPTIONS=False,
        COMPRESS_MIN_SIZE=200,
        COMPRESS_ALGORITHM=["br", "gzip"],
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    CSRFProtect(app)
    Compress(app)
    premises.install(app, settings, store)
    for part in PARTS:
        part.install(app)
    rooms.install(app)
    if settings.testing or app.debug:
        gallery.install(app)
    cli.install(app)
    return app
