"""The desk with all its views."""

from consult.web.desk import children, reviews
from consult.web.desk.blueprint import room

__all__ = ["children", "reviews", "room"]
