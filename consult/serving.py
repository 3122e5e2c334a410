"""How gunicorn serves the app: `gunicorn --config python:consult.serving`.

What decided each figure is in docs/measured.md. GUNICORN_CMD_ARGS overrides any of them.
"""

import gc
from typing import Any

from flask import Flask

from consult.app import create_app
from consult.settings import BadSetting, Settings
from consult.web.house.premises import premises_of


def serve() -> Flask:
    """The app on a migrated database. Ends the process with one plain line where a setting is wrong."""
    settings = Settings.from_environment()
    try:
        return _open(settings)
    except BadSetting as fault:
        raise SystemExit(f"Consult does not start: {fault}") from None


def _open(settings: Settings) -> Flask:
    asked_for_demo = bool(settings.environment.get("CONSULT_DEMO"))
    if not asked_for_demo:
        settings.check_production()
    app = create_app(settings)
    premises = premises_of(app)
    if premises.has_demo and not asked_for_demo:
        raise BadSetting("This database holds the demo, whose sign-ins are public. Set DATABASE_URL to another one.")
    # Workers are forked from here and must not share a connection that was opened before them.
    premises.store.engine.dispose()
    return app


def _address() -> str:
    try:
        return f"127.0.0.1:{Settings.from_environment().port}"
    except BadSetting as fault:
        raise SystemExit(f"Consult does not start: {fault}") from None


def post_worker_init(worker: Any) -> None:
    """What is loaded by now stays, so the collector need not walk it again."""
    gc.freeze()


wsgi_app = "consult.serving:serve()"
preload_app = True
bind = _address()
workers = 2
worker_class = "sync"
timeout = 30
graceful_timeout = 20
# An address can name a review or a booklet, so requests are not logged.
accesslog = None
errorlog = "-"
loglevel = "warning"
limit_request_line = 2048
limit_request_fields = 60
