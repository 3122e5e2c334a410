"""How gunicorn serves the app: `gunicorn --config python:consult.serving`.

What decided each figure is in docs/measured.md. GUNICORN_CMD_ARGS overrides any of them.
"""

import gc
import shutil
import tempfile
from typing import Any

from flask import Flask

from consult.app import create_app
from consult.settings import BadSetting, Settings
from consult.store.row_security import passes_by
from consult.web.house.logs import logging_config
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
    with premises.store.engine.connect() as connection:
        if not asked_for_demo and passes_by(connection):
            raise BadSetting(
                "DATABASE_URL signs in as a role that sees every authority's rows. Give it one without SUPERUSER and "
                "BYPASSRLS, as docs/running-it.md says."
            )
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


def on_exit(server: Any) -> None:
    """The counts of this run go with it."""
    shutil.rmtree(_counts, ignore_errors=True)


_counts = tempfile.mkdtemp(prefix="consult-metrics-")
wsgi_app = "consult.serving:serve()"
preload_app = True
bind = _address()
workers = 2
worker_class = "sync"
timeout = 30
graceful_timeout = 20
# Workers count their requests together here; gunicorn puts it into the environment before the app is built.
raw_env = [f"PROMETHEUS_MULTIPROC_DIR={_counts}"]
# gunicorn's own log of requests would hold addresses, which can name a review: consult/web/house/logs.py tells them.
accesslog = None
loglevel = "warning"
logconfig_dict = logging_config(requests=not Settings.from_environment().environment.get("CONSULT_DEMO"))
limit_request_line = 2048
limit_request_fields = 60
