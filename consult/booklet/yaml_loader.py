"""YAML as strictly as a booklet needs it: text, whole numbers, true and false, and no tricks."""

import re

import yaml

LARGEST = 1_000_000
"""Bytes of a booklet file."""

_DEEPEST = 20
_MOST_NODES = 75_000
_TRUE_OR_FALSE = "tag:yaml.org,2002:bool"
_WHOLE_NUMBER = "tag:yaml.org,2002:int"
_PLAIN_TEXT = "tag:yaml.org,2002:str"


class NotYaml(ValueError):
    """The text cannot be read as YAML. `line`: 1-based."""

    def __init__(self, sentence: str, line: int | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.line = line


class _StrictLoader(yaml.SafeLoader):
    """Knows `true`, `false` and whole numbers; everything else is text.

    Anchors, aliases and tags are refused: an alias in an alias grows without end.
    """

    yaml_implicit_resolvers = {}  # noqa: RUF012 - PyYAML's own name and type
    depth = 0
    nodes = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        line = event.start_mark.line + 1
        if getattr(event, "anchor", None):
            raise NotYaml("Anchors (&) and aliases (*) are not used here. Write the words out, or put quotes.", line)
        if getattr(event, "tag", None):
            raise NotYaml("Tags (!) are not used here. Leave it out, or put quotes around the words.", line)
        if self.depth >= _DEEPEST:
            raise NotYaml("This is nested too deep.", line)
        self.nodes += 1
        if self.nodes > _MOST_NODES:
            raise NotYaml("The file has more entries than any booklet needs.", line)
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


_StrictLoader.add_implicit_resolver(_TRUE_OR_FALSE, re.compile("^(?:true|false)$"), list("tf"))
_StrictLoader.add_implicit_resolver(_WHOLE_NUMBER, re.compile("^[0-9]{1,4}$"), list("0123456789"))


def compose(text: str) -> yaml.Node:
    """The one document in the text, as nodes with their lines. Raises NotYaml."""
    if len(text.encode(errors="surrogatepass")) > LARGEST:
        raise NotYaml("The file is larger than 1 MB. A booklet is far smaller.")
    try:
        node = _StrictLoader(text).get_single_node()
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise NotYaml("There is a character here that cannot be seen or stored. Delete it.", line) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        sentence = f"This cannot be read: {error.problem}. Often a quote, a space or a bracket is missing here."
        raise NotYaml(sentence, mark.line + 1 if mark else None) from None
    except NotYaml:
        raise
    except (ValueError, OverflowError):
        # an escape such as "\UFFFFFFFF" names no character; PyYAML leaves it to chr() to say so
        raise NotYaml("An escape in double quotes names a character that does not exist.") from None
    if node is None:
        raise NotYaml("The file is empty.")
    return node


def is_text(node: yaml.Node) -> bool:
    """Whether the node is words: plain or quoted text, or a plain number."""
    return isinstance(node, yaml.ScalarNode) and node.tag in {_PLAIN_TEXT, _WHOLE_NUMBER}


def is_whole_number(node: yaml.Node) -> bool:
    """Whether the node is a number written without quotes."""
    return node.tag == _WHOLE_NUMBER


def is_true_or_false(node: yaml.Node) -> bool:
    """Whether the node is `true` or `false` written without quotes."""
    return node.tag == _TRUE_OR_FALSE
