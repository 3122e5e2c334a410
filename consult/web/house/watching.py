"""Every request as a line in the log and a count: its page by name, never its address, nobody's words or number."""

from time import perf_counter
from typing import Any

from flask import Flask, Response, g, request, request_finished, request_started

from consult.web.house import logs, metrics


def install(app: Flask) -> None:
    """Watch all requests."""
    metrics.install(app)
    request_started.connect(_begin, app)
    request_finished.connect(_end, app)


def _begin(_app: Flask, **_more: Any) -> None:
    g.began = perf_counter()


def _end(app: Flask, response: Response, **_more: Any) -> None:
    seconds, route = perf_counter() - g.get("began", perf_counter()), request.endpoint or "none"
    logs.tell_request(route, request.method, response.status_code, seconds)
    metrics.metrics_of(app).count(route, response.status_code, seconds)
