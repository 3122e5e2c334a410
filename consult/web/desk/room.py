"""The desk with all its views."""

from consult.web.desk import alerts, children, filing, keying, messages, papers, passing_on, reviews
from consult.web.desk.blueprint import room

__all__ = ["alerts", "children", "filing", "keying", "messages", "papers", "passing_on", "reviews", "room"]
