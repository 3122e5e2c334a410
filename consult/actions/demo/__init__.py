"""A made-up authority, so that every page has something to show."""

from consult.actions.demo.codes import complete_staff, next_demo_code
from consult.actions.demo.fill import Demo, DemoCard, SignIn, fill_demo, find_demo

__all__ = ["Demo", "DemoCard", "SignIn", "complete_staff", "fill_demo", "find_demo", "next_demo_code"]
