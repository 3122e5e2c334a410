"""The conversation with all its views."""

from consult.web.talk import booklets, choices, questions, sounds, speaking
from consult.web.talk.blueprint import room

__all__ = ["booklets", "choices", "questions", "room", "sounds", "speaking"]
