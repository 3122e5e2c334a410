"""A kind of question is one class, two small templates and one example."""

import pytest

from consult.booklet.kinds import KINDS
from tests.house.files import ROOT, TEMPLATES, find

EXAMPLES = "".join(path.read_text(encoding="utf-8") for path in find(ROOT / "tests" / "examples", "*.yaml"))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_has_all_its_pieces(kind: str) -> None:
    assert KINDS[kind].name == kind
    assert (ROOT / "consult" / "booklet" / "kinds" / f"{kind}.py").is_file()
    assert (TEMPLATES / "components" / f"kind_{kind}.html").is_file()
    assert (TEMPLATES / "components" / f"said_{kind}.html").is_file()
    assert (ROOT / "tests" / "examples" / f"{kind}.yaml").is_file()
    assert f"kind: {kind}\n" in EXAMPLES


def test_no_piece_is_left_of_a_kind_that_is_gone() -> None:
    for piece in ("kind", "said"):
        for path in (TEMPLATES / "components").glob(f"{piece}_*.html"):
            assert path.stem.removeprefix(f"{piece}_") in KINDS
