"""A booklet as a plain document of dicts and lists, shaped as the file is."""

from collections.abc import Mapping
from typing import Any

from consult.booklet.model import Booklet, Condition, Option, Question, Section


def to_document(booklet: Booklet) -> dict[str, Any]:
    """The booklet as JSON-ready dicts and lists; fields left at their default are left out."""
    return {
        "key": booklet.key,
        "audience": booklet.audience,
        "title": booklet.title,
        "sections": [
            {
                "key": section.key,
                "title": section.title,
                "questions": [_from_question(question) for question in section.questions],
            }
            for section in booklet.sections
        ],
    }


def from_document(document: Mapping[str, Any]) -> Booklet:
    """The reverse of `to_document`. Trusts the document: only for what `to_document` wrote."""
    return Booklet(
        key=document["key"],
        audience=document["audience"],
        title=document["title"],
        sections=tuple(
            Section(
                key=section["key"],
                title=section["title"],
                questions=tuple(_to_question(question) for question in section["questions"]),
            )
            for section in document["sections"]
        ),
    )


def _from_question(question: Question) -> dict[str, Any]:
    ages = {"from": question.from_age, "to": question.to_age}
    fields: dict[str, Any] = {
        "key": question.key,
        "kind": question.kind,
        "text": question.text,
        "hint": question.hint,
        "themes": list(question.themes),
        "headline": list(question.headline),
        "for_ages": {end: age for end, age in ages.items() if age is not None},
        "only_if": [{"question": needed.question, "is": list(needed.any_of)} for needed in question.only_if],
        "other": question.other,
        "options": [_from_option(option) for option in question.options],
    }
    return {name: value for name, value in fields.items() if value or name in {"key", "kind", "text"}}


def _from_option(option: Option) -> dict[str, Any]:
    fields = {
        "key": option.key,
        "text": option.text,
        "picture": option.picture,
        "exclusive": option.exclusive,
        "was": list(option.was),
    }
    return {name: value for name, value in fields.items() if value or name in {"key", "text"}}


def _to_question(fields: Mapping[str, Any]) -> Question:
    ages = fields.get("for_ages", {})
    return Question(
        key=fields["key"],
        kind=fields["kind"],
        text=fields["text"],
        hint=fields.get("hint", ""),
        themes=tuple(fields.get("themes", ())),
        headline=tuple(fields.get("headline", ())),
        options=tuple(_to_option(option) for option in fields.get("options", ())),
        only_if=tuple(Condition(needed["question"], tuple(needed["is"])) for needed in fields.get("only_if", ())),
        from_age=ages.get("from"),
        to_age=ages.get("to"),
        other=fields.get("other", False),
    )


def _to_option(fields: Mapping[str, Any]) -> Option:
    return Option(
        key=fields["key"],
        text=fields["text"],
        picture=fields.get("picture", ""),
        exclusive=fields.get("exclusive", False),
        was=tuple(fields.get("was", ())),
    )
