"""The kinds of question. To add one: a class here, `templates/components/kind_<name>.html`
(asking), `templates/components/said_<name>.html` (showing), `paper_<name>.html` beside them (printing),
`templates/components/staff/key_<name>.html` (keying in from paper) and `tests/examples/<name>.yaml`."""

from consult.booklet.kinds.choice import Choice
from consult.booklet.kinds.choices import Choices
from consult.booklet.kinds.drawing import Drawing
from consult.booklet.kinds.faces import Faces
from consult.booklet.kinds.kind import Kind
from consult.booklet.kinds.people import People
from consult.booklet.kinds.scale import Scale
from consult.booklet.kinds.steps import Steps
from consult.booklet.kinds.words import Words

KINDS: dict[str, Kind] = {
    kind.name: kind for kind in (Choice(), Choices(), Faces(), Steps(), Scale(), Words(), People(), Drawing())
}

__all__ = ["KINDS", "Kind"]
