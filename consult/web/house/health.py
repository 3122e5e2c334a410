"""Whether the service is up, and whether it can do its work."""

from flask import Flask, abort, redirect
from sqlalchemy import text
from werkzeug.wrappers import Response

from consult.store.readiness import is_ready
from consult.web.house.assets import asset_url
from consult.web.house.monitors import may_watch
from consult.web.house.premises import the_store


def install(app: Flask) -> None:
    """`/health` for anybody, `/ready` for monitors as it writes, and the icon that browsers ask for by its old name."""

    @app.get("/health", endpoint="health")
    def health() -> dict[str, str]:
        with the_store().engine.connect() as connection:
            connection.execute(text("SELECT 1"))
        return {"status": "ok"}

    @app.get("/ready", endpoint="ready")
    def ready() -> tuple[dict[str, str], int]:
        if not may_watch():
            abort(404)
        return ({"status": "ready"}, 200) if is_ready(the_store()) else ({"status": "not ready"}, 503)

    @app.get("/favicon.ico", endpoint="favicon")
    def favicon() -> Response:
        return redirect(asset_url(app, "art/favicon.svg"))
