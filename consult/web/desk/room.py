"""The desk with all its views."""

from consult.web.desk import alerts, away, children, correcting, filing, keying, messages, papers, passing_on, reviews
from consult.web.desk.blueprint import room

__all__ = [
    "alerts",
    "away",
    "children",
    "correcting",
    "filing",
    "keying",
    "messages",
    "papers",
    "passing_on",
    "reviews",
    "room",
]
