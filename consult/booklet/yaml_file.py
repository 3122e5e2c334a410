"""A booklet file (docs/booklets.md): YAML text to a booklet, with every fault and its line."""

from dataclasses import dataclass, field, replace

import yaml

from consult.booklet.check import check
from consult.booklet.document import from_document, to_document
from consult.booklet.faults import Fault
from consult.booklet.model import Booklet, Condition, Option, Question, Section
from consult.booklet.yaml_loader import NotYaml, compose, is_text, is_true_or_false, is_whole_number
from consult.booklet.yaml_writer import write_yaml

__all__ = ["from_document", "read_yaml", "to_document", "write_yaml"]


def read_yaml(text: str) -> tuple[Booklet | None, list[Fault]]:
    """The booklet in the text of a file and no faults, or None and every fault by line."""
    try:
        root = compose(text)
    except NotYaml as error:
        return None, [Fault("", error.sentence, error.line)]
    reader = _Reader()
    booklet = reader.booklet(root)
    if not isinstance(root, yaml.MappingNode):
        return None, reader.faults
    faults = reader.faults + [
        replace(fault, line=reader.line_of(fault.field)) for fault in check(booklet) if not reader.told(fault.field)
    ]
    faults.sort(key=lambda fault: fault.line or 0)
    return (None if faults else booklet), faults


@dataclass(frozen=True, slots=True)
class _Fields:
    """The named fields of one mapping and where it stands."""

    path: str
    nodes: dict[str, yaml.Node]

    def path_of(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name


@dataclass
class _Reader:
    """Reads nodes into the model. Where a field is wrong it notes a fault and goes on with a blank."""

    faults: list[Fault] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)

    def booklet(self, node: yaml.Node) -> Booklet:
        fields = self._fields(node, "", ("key", "audience", "title", "sections"))
        sections = tuple(self._section(each, path) for path, each in self._items(fields, "sections"))
        return Booklet(self._text(fields, "key"), self._text(fields, "audience"), self._text(fields, "title"), sections)

    def line_of(self, path: str) -> int | None:
        """The line of the field, or of the nearest thing around it."""
        while path not in self.lines:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self.lines[path]

    def told(self, path: str) -> bool:
        """Whether a fault was noted already at, in or around this field."""
        return any(_holds(fault.field, path) or _holds(path, fault.field) for fault in self.faults if fault.field)

    def _section(self, node: yaml.Node, path: str) -> Section:
        fields = self._fields(node, path, ("key", "title", "questions"))
        questions = tuple(self._question(each, where) for where, each in self._items(fields, "questions"))
        return Section(self._text(fields, "key"), self._text(fields, "title"), questions)

    def _question(self, node: yaml.Node, path: str) -> Question:
        optional = ("hint", "themes", "headline", "for_ages", "only_if", "other", "options")
        fields = self._fields(node, path, ("key", "kind", "text"), optional)
        from_age, to_age = self._ages(fields)
        return Question(
            key=self._text(fields, "key"),
            kind=self._text(fields, "kind"),
            text=self._text(fields, "text"),
            hint=self._text(fields, "hint"),
            themes=self._texts(fields, "themes"),
            headline=self._texts(fields, "headline"),
            options=tuple(self._option(each, where) for where, each in self._items(fields, "options")),
            only_if=tuple(self._condition(each, where) for where, each in self._items(fields, "only_if")),
            from_age=from_age,
            to_age=to_age,
            other=self._flag(fields, "other"),
        )

    def _option(self, node: yaml.Node, path: str) -> Option:
        fields = self._fields(node, path, ("key", "text"), ("picture", "exclusive", "was"))
        return Option(
            key=self._text(fields, "key"),
            text=self._text(fields, "text"),
            picture=self._text(fields, "picture"),
            exclusive=self._flag(fields, "exclusive"),
            was=self._texts(fields, "was"),
        )

    def _condition(self, node: yaml.Node, path: str) -> Condition:
        fields = self._fields(node, path, ("question", "is"))
        return Condition(self._text(fields, "question"), self._texts(fields, "is"))

    def _ages(self, question: _Fields) -> tuple[int | None, int | None]:
        if "for_ages" not in question.nodes:
            return None, None
        fields = self._fields(question.nodes["for_ages"], question.path_of("for_ages"), (), ("from", "to"))
        if not fields.nodes and isinstance(question.nodes["for_ages"], yaml.MappingNode):
            self._note(fields.path, question.nodes["for_ages"], "Say from, to or both, as {from: 16}.")
        return self._age(fields, "from"), self._age(fields, "to")

    def _fields(self, node: yaml.Node, path: str, needed: tuple[str, ...], optional: tuple[str, ...] = ()) -> _Fields:
        """The fields of a mapping; notes those that are doubled, unknown or missing."""
        self.lines[path] = node.start_mark.line + 1
        fields = _Fields(path, {})
        if not isinstance(node, yaml.MappingNode):
            self._note(path, node, f"Write this as fields with names: {', '.join(needed + optional)}.")
            return fields
        for name_node, value in node.value:
            name = str(name_node.value) if isinstance(name_node, yaml.ScalarNode) else "?"
            if name in fields.nodes:
                self._note(fields.path_of(name), name_node, f"“{name}” stands here twice. Keep one.")
            elif name not in needed + optional:
                known = ", ".join(needed + optional)
                self._note(fields.path_of(name), name_node, f"There is no field “{name}” here. The fields are {known}.")
            else:
                fields.nodes[name] = value
                self.lines[fields.path_of(name)] = name_node.start_mark.line + 1
        for name in needed:
            if name not in fields.nodes:
                self._note(fields.path_of(name), node, f"“{name}” is missing.")
        return fields

    def _items(self, fields: _Fields, name: str) -> list[tuple[str, yaml.Node]]:
        """The entries of a list, each with its path; an absent list is empty."""
        node = fields.nodes.get(name)
        path = fields.path_of(name)
        if node is None:
            return []
        if not isinstance(node, yaml.SequenceNode):
            self._note(path, node, "Write this as a list: in [ ] with commas, or each on a line after “- ”.")
            return []
        items = [(f"{path}[{number}]", each) for number, each in enumerate(node.value, start=1)]
        self.lines.update((where, each.start_mark.line + 1) for where, each in items)
        return items

    def _texts(self, fields: _Fields, name: str) -> tuple[str, ...]:
        return tuple(self._words(each, where) for where, each in self._items(fields, name))

    def _text(self, fields: _Fields, name: str) -> str:
        node = fields.nodes.get(name)
        return "" if node is None else self._words(node, fields.path_of(name))

    def _words(self, node: yaml.Node, path: str) -> str:
        if is_text(node):
            return str(node.value)
        self._note(path, node, "Write words here; put “true” and “false” in quotes where they are words.")
        return ""

    def _flag(self, fields: _Fields, name: str) -> bool:
        node = fields.nodes.get(name)
        if node is None:
            return False
        if not is_true_or_false(node):
            self._note(fields.path_of(name), node, "Write true or false, without quotes.")
        return bool(node.value == "true")

    def _age(self, fields: _Fields, name: str) -> int | None:
        node = fields.nodes.get(name)
        if node is None:
            return None
        if not is_whole_number(node):
            self._note(fields.path_of(name), node, "Write an age in whole years, without quotes.")
            return None
        return int(node.value)

    def _note(self, path: str, node: yaml.Node, sentence: str) -> None:
        self.faults.append(Fault(path, sentence, node.start_mark.line + 1))


def _holds(outer: str, inner: str) -> bool:
    return inner == outer or inner.startswith((outer + ".", outer + "["))
