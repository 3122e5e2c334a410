"""The bare page that Consult is measured against: CSRF, SQLAlchemy, one template, one insert."""

import os

from flask import Flask, redirect, render_template_string, request
from flask_wtf import CSRFProtect
from sqlalchemy import Column, Engine, Integer, MetaData, Table, Text, create_engine, event, insert, select
from werkzeug.wrappers import Response

METADATA = MetaData()
SAID = Table("said", METADATA, Column("id", Integer, primary_key=True), Column("words", Text, nullable=False))
PAGE = """<!doctype html><title>Question</title><p>{{ words }}</p>
<form method="post"><input type="hidden" name="csrf_token" value="{{ csrf_token() }}">
<input name="words"><button>This is my answer</button></form>"""
PLACES = 10


def create_app() -> Flask:
    """One page to ask, one to save."""
    app = Flask("bare")
    app.config["SECRET_KEY"] = "bench"  # noqa: S105
    CSRFProtect(app)
    engine = _open(os.environ["DATABASE_URL"])

    @app.get("/talk/<int:place>")
    def ask(place: int) -> str:
        with engine.connect() as connection:
            row = connection.execute(select(SAID.c.words).order_by(SAID.c.id.desc()).limit(1)).first()
        return render_template_string(PAGE, words=row.words if row else "")

    @app.post("/talk/<int:place>")
    def save(place: int) -> Response:
        with engine.begin() as connection:
            connection.execute(insert(SAID).values(words=request.form["words"]))
        return redirect(f"/talk/{place % PLACES + 1}", 303)

    return app


def make_tables(url: str) -> None:
    """An empty database for it."""
    engine = _open(url)
    METADATA.create_all(engine)
    engine.dispose()


def _open(url: str) -> Engine:
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _keep_on_disk)
    return engine


def _keep_on_disk(connection: object, _record: object) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=10000"):
        connection.execute(f"PRAGMA {pragma}")  # type: ignore[attr-defined]
