"""A booklet as YAML text, always laid out in the same way."""

import json
import re
from collections.abc import Iterator
from typing import Any

from consult.booklet.document import to_document
from consult.booklet.model import Booklet

_PLAIN = re.compile(r"[a-z][a-z0-9_-]*")
_READ_AS_SOMETHING_ELSE = {"true", "false", "yes", "no", "on", "off", "y", "n", "null"}
_ESCAPED = re.compile("[^\x09\x0a\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_QUOTED_ITEMS = {"headline", "is", "was"}


def write_yaml(booklet: Booklet) -> str:
    """The booklet file. Reading it back gives an equal booklet; nothing depends on the order of writing."""
    document = to_document(booklet)
    lines = [f"{name}: {_text(name, document[name])}" for name in ("key", "audience", "title")]
    lines.append("sections:" if document["sections"] else "sections: []")
    for section in document["sections"]:
        lines += [f"  - key: {_text('key', section['key'])}", f"    title: {_quoted(section['title'])}"]
        lines.append("    questions:" if section["questions"] else "    questions: []")
        for question in section["questions"]:
            lines += _question_lines(question)
    return "\n".join(lines) + "\n"


def _question_lines(question: dict[str, Any]) -> Iterator[str]:
    lead = "      - "
    for name, value in question.items():
        if name == "options":
            yield f"{lead}options:"
            yield from (f"          - {_flow('options', option)}" for option in value)
        else:
            yield f"{lead}{name}: {_flow(name, value)}"
        lead = "        "


def _flow(name: str, value: Any) -> str:
    """The value on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        # an option's key is quoted like its text
        names = {key: "text" if (name, key) == ("options", "key") else key for key in value}
        return "{" + ", ".join(f"{key}: {_flow(names[key], each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(name, each) for each in value) + "]"
    return _text(name, value)


def _text(name: str, value: str | int) -> str:
    """Names plain, sentences and option keys quoted: `yes` and `7` are other things to other readers."""
    if isinstance(value, int):
        return str(value)
    if name in {"title", "text", "hint"} | _QUOTED_ITEMS:
        return _quoted(value)
    if _PLAIN.fullmatch(value) and value not in _READ_AS_SOMETHING_ELSE:
        return value
    return _quoted(value)


def _quoted(text: str) -> str:
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
