"""Consult: looked-after children talk before their review; see docs/architecture.md."""

from typing import Any


def __getattr__(name: str) -> Any:
    # Pure rooms (consult.booklet, consult.report …) must load without Flask,
    # and `flask --app consult` must still find the factory.
    if name == "create_app":
        from consult.app import create_app

        return create_app
    raise AttributeError(name)
