"""A translation's file (docs/booklets.md): YAML text to a translation, with every fault and its line."""

import re
from dataclasses import dataclass, field

import yaml

from consult.booklet.answers import clean
from consult.booklet.check import LONGEST_TEXT
from consult.booklet.faults import Fault
from consult.booklet.model import Booklet
from consult.booklet.translation import STATES, Sentence, Translation, compare
from consult.booklet.yaml_loader import NotYaml, compose, is_text

_FIELDS = ("booklet", "language", "state", "title", "sections", "questions")
_TAG = re.compile("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?")
_ENGLISH = "en"


def read_translation(text: str, booklet: Booklet) -> tuple[Translation | None, list[Fault]]:
    """The translation of `booklet` in the text of a file and no faults, or None and every fault by line.

    Missing and stale sentences are no faults: they stay English until they are mended.
    """
    try:
        root = compose(text)
    except NotYaml as error:
        return None, [Fault("", error.sentence, error.line)]
    reader = _Reader()
    found = reader.translation(root)
    if not reader.faults:
        reader.check(found, booklet)
    reader.faults.sort(key=lambda fault: fault.line or 0)
    return (None if reader.faults else found), reader.faults


@dataclass
class _Reader:
    """Reads nodes into sentences by path. Where one is wrong it notes a fault and goes on."""

    faults: list[Fault] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)
    sentences: dict[str, Sentence] = field(default_factory=dict)

    def translation(self, root: yaml.Node) -> Translation:
        fields = self._mapping(root, "", _FIELDS, needed=("booklet", "language", "state"))
        if "title" in fields:
            self._sentence(fields["title"], "title")
        for key, node in self._named(fields, "sections"):
            self._sentence(node, f"sections.{key}")
        for key, node in self._named(fields, "questions"):
            self._question(node, f"questions.{key}")
        names = {name: self._text(fields[name], name) if name in fields else "" for name in _FIELDS[:3]}
        return Translation(names["booklet"], names["language"], names["state"], self.sentences)

    def check(self, found: Translation, booklet: Booklet) -> None:
        if found.booklet != booklet.key:
            self._note("booklet", f"This translates “{found.booklet}”; the booklet beside it is “{booklet.key}”.")
        if not _TAG.fullmatch(found.language) or found.language == _ENGLISH:
            self._note("language", f"“{found.language}” is no language tag other than English, such as pl or ar.")
        if found.state not in STATES:
            self._note("state", f"“{found.state}” is no state. Write {' or '.join(STATES)}.")
        for path in compare(booklet, found).unknown:
            self._note(path, "The booklet does not say this. Look at the key.")

    def _question(self, node: yaml.Node, path: str) -> None:
        fields = self._mapping(node, path, ("text", "hint", "options"))
        for name in ("text", "hint"):
            if name in fields:
                self._sentence(fields[name], f"{path}.{name}")
        for key, option in self._named(fields, "options", path):
            self._sentence(option, f"{path}.options.{key}")

    def _sentence(self, node: yaml.Node, path: str) -> None:
        fields = self._mapping(node, path, ("en", "to"), needed=("en", "to"))
        if {"en", "to"} <= set(fields):
            self.sentences[path] = Sentence(*(self._text(fields[name], f"{path}.{name}") for name in ("en", "to")))

    def _named(self, fields: dict[str, yaml.Node], name: str, path: str = "") -> list[tuple[str, yaml.Node]]:
        where = f"{path}.{name}" if path else name
        return list(self._mapping(fields[name], where, None).items()) if name in fields else []

    def _mapping(
        self, node: yaml.Node, path: str, known: tuple[str, ...] | None, needed: tuple[str, ...] = ()
    ) -> dict[str, yaml.Node]:
        """Name -> value; notes names that are doubled, missing or not `known` (None: any)."""
        self.lines[path] = node.start_mark.line + 1
        if not isinstance(node, yaml.MappingNode):
            self._note(path, f"Write this as fields with names{': ' + ', '.join(known) if known else ''}.")
            return {}
        fields: dict[str, yaml.Node] = {}
        for name_node, value in node.value:
            name = str(name_node.value) if isinstance(name_node, yaml.ScalarNode) else "?"
            where = f"{path}.{name}" if path else name
            self.lines[where] = name_node.start_mark.line + 1
            if name in fields:
                self._note(where, f"“{name}” stands here twice. Keep one.")
            elif known is not None and name not in known:
                self._note(where, f"There is no field “{name}” here. The fields are {', '.join(known)}.")
            else:
                fields[name] = value
        for name in needed:
            if name not in fields:
                self._note(path, f"“{name}” is missing.")
        return fields

    def _text(self, node: yaml.Node, path: str) -> str:
        self.lines[path] = node.start_mark.line + 1
        words = str(node.value) if is_text(node) else ""
        if not words.strip():
            self._note(path, "Write words here; put “true” and “false” in quotes where they are words.")
        elif len(words) > LONGEST_TEXT:
            self._note(path, f"This has {len(words)} characters; {LONGEST_TEXT} are allowed.")
        elif clean(words) != words:
            self._note(path, "There is a character here that cannot be seen or stored. Delete it.")
        return words

    def _note(self, path: str, sentence: str) -> None:
        self.faults.append(Fault(path, sentence, self.lines.get(path)))
