"""The log: a line of JSON each for requests and for what went wrong. No address, no query, no name, no words."""

import datetime as dt
import json
import logging
from typing import Any

log = logging.getLogger("consult.requests")


def tell_request(route: str, method: str, status: int, seconds: float) -> None:
    """One line for a request. `route`: the name of its page in the code."""
    if log.isEnabledFor(logging.INFO):
        says = {"route": route, "method": method, "status": status, "ms": round(seconds * 1000, 1)}
        log.info("request", extra={"request": says})


class JsonLine(logging.Formatter):
    """A record as a line of JSON.

    Only our own messages are told as they are. Others' (gunicorn names the address of a request that failed) are
    told without what was filled into them, and not at all where that was done beforehand.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        at = dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds")
        line: dict[str, Any] = {"at": at, "level": record.levelname.lower()}
        asked = getattr(record, "request", None)
        if asked is not None:
            return json.dumps(line | asked)
        line |= {"from": record.name, "says": _message(record)}
        if record.exc_info and record.exc_info[0]:
            line["kind"] = record.exc_info[0].__name__
        return json.dumps(line)


def _message(record: logging.LogRecord) -> str:
    if record.name.partition(".")[0] == "consult":
        return record.getMessage()
    return str(record.msg) if record.args else "(not told here: it may hold an address)"


def logging_config(*, requests: bool) -> dict[str, Any]:
    """For gunicorn's `logconfig_dict`: all that is told, as JSON on standard output. `requests`: these as well."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": JsonLine}},
        "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "json", "stream": "ext://sys.stdout"}},
        "root": {"level": "WARNING", "handlers": ["lines"]},
        "loggers": {
            "consult.requests": {"level": "INFO" if requests else "WARNING"},
            "gunicorn.error": {"level": "WARNING", "handlers": ["lines"], "propagate": False},
        },
    }
