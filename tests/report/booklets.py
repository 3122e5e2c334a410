"""Tiny booklets for tests, made by hand."""

from consult.booklet.model import Booklet, Option, Question, Section


def booklet(key, audience, *questions):
    return Booklet(key, audience, f"Title of {key}", (Section("s", "A section", tuple(questions)),))


def choice(key, *options, text="How is it?", kind="choice", **more):
    """Options as keys, or as (key, was) pairs."""
    made = (
        Option(one, one.title()) if isinstance(one, str) else Option(one[0], one[0].title(), was=one[1])
        for one in options
    )
    return Question(key, kind, text, options=tuple(made), **more)
