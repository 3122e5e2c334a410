"""The application. Start reading here."""

from flask import Flask

from consult.settings import ROOT, Settings
from consult.web.house import assets, gallery, headers, language


def create_app(settings: Settings | None = None) -> Flask:
    """Build the application; the database is opened at its first use."""
    settings = settings or Settings.from_environment()
    app = Flask("consult", template_folder=str(ROOT / "templates"), static_folder=None)
    app.config["SECRET_KEY"] = settings.secret_key
    assets.install(app)
    headers.install(app)
    language.install(app)
    gallery.install(app)
    return app
