"""Figures for a monitor: requests by page and status, and how long they took. Nothing of anybody."""

from flask import Flask, Response, abort
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest, values
from prometheus_client.multiprocess import MultiProcessCollector

from consult.web.house.monitors import may_watch
from consult.web.house.premises import premises_of

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
"""Seconds; the last ones show who waits."""


class Metrics:
    """What is counted. `folder`: where several processes keep their counts together; blank for one alone."""

    def __init__(self, folder: str) -> None:
        if folder:
            # Chosen by the library when it was loaded, which is before gunicorn says that there will be workers.
            values.ValueClass = values.get_value_class()  # type: ignore[no-untyped-call]
        own = CollectorRegistry()
        self._requests = Counter("consult_requests", "Requests answered.", ["route", "status"], registry=own)
        self._seconds = Histogram(
            "consult_request_seconds", "How long answering took.", ["route"], registry=own, buckets=BUCKETS
        )
        self._registry, self._folder = own, folder

    def count(self, route: str, status: int, seconds: float) -> None:
        """One request that was answered."""
        self._requests.labels(route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def show(self) -> bytes:
        """All counts of all processes, as Prometheus reads them."""
        registry = self._registry
        if self._folder:
            registry = CollectorRegistry()
            MultiProcessCollector(registry, self._folder)  # type: ignore[no-untyped-call]
        return generate_latest(registry)


def install(app: Flask) -> None:
    """`/metrics`, for monitors only."""
    kept = app.extensions["consult.metrics"] = Metrics(premises_of(app).settings.metrics_folder)

    @app.get("/metrics", endpoint="metrics")
    def metrics() -> Response:
        if not may_watch():
            abort(404)
        return Response(kept.show(), content_type=CONTENT_TYPE_LATEST)


def metrics_of(app: Flask) -> Metrics:
    """The counts of an application."""
    metrics: Metrics = app.extensions["consult.metrics"]
    return metrics
