"""Whether the service is up."""

from flask import Flask, redirect
from sqlalchemy import text
from werkzeug.wrappers import Response

from consult.web.house.assets import asset_url
from consult.web.house.premises import the_store


def install(app: Flask) -> None:
    """`/health` for a monitor, and the icon that browsers ask for by its old name."""

    @app.get("/health", endpoint="health")
    def health() -> dict[str, str]:
        with the_store().engine.connect() as connection:
            connection.execute(text("SELECT 1"))
        return {"status": "ok"}

    @app.get("/favicon.ico", endpoint="favicon")
    def favicon() -> Response:
        return redirect(asset_url(app, "art/favicon.svg"))
