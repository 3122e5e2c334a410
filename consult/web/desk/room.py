"""The desk with all its views."""

from consult.web.desk import children, keying, papers, passing_on, reviews
from consult.web.desk.blueprint import room

__all__ = ["children", "keying", "papers", "passing_on", "reviews", "room"]
