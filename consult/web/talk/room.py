"""The conversation with all its views."""

from consult.web.talk import anytime, booklets, choices, offline, questions, sounds, speaking
from consult.web.talk.blueprint import room

__all__ = ["anytime", "booklets", "choices", "offline", "questions", "room", "sounds", "speaking"]
