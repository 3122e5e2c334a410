"""The order of asking when somebody sits beside the child: what is about that person comes last."""

from collections.abc import Collection
from dataclasses import replace

from consult.booklet.model import Booklet, Section

ABOUT_CARERS = frozenset({"carers"})


def put_last(booklet: Booklet, themes: Collection[str]) -> Booklet:
    """The same booklet with questions of these themes, and what follows from them, at its end."""
    last = _keys_about(booklet, set(themes))
    kept = [_part(section, last, inside=False) for section in booklet.sections]
    moved = [_part(section, last, inside=True) for section in booklet.sections]
    return replace(booklet, sections=tuple(section for section in (*kept, *moved) if section.questions))


def _keys_about(booklet: Booklet, themes: set[str]) -> set[str]:
    about: set[str] = set()
    parent_moves = False
    for question in booklet:
        if not question.only_if:
            parent_moves = bool(themes & set(question.themes))
        if parent_moves or any(condition.question in about for condition in question.only_if):
            about.add(question.key)
    return about


def _part(section: Section, keys: set[str], *, inside: bool) -> Section:
    return replace(section, questions=tuple(each for each in section.questions if (each.key in keys) == inside))
