"""Every kind of question can be printed, and keyed in from paper."""

import pytest

from consult.booklet.kinds import KINDS
from tests.house.files import TEMPLATES

SHARED = {"box", "cover", "end", "fact", "facts_t11", "facts_u11", "lines", "picks", "question"}
"""What paper templates share; all others belong to a kind."""


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_stands_on_paper_and_is_keyed_in(kind: str) -> None:
    assert (TEMPLATES / "components" / f"paper_{kind}.html").is_file()
    assert (TEMPLATES / "components" / "staff" / f"key_{kind}.html").is_file()


def test_no_paper_is_left_of_a_kind_that_is_gone() -> None:
    printed = {path.stem.removeprefix("paper_") for path in (TEMPLATES / "components").glob("paper_*.html")}
    keyed = {path.stem.removeprefix("key_") for path in (TEMPLATES / "components" / "staff").glob("key_*.html")}
    assert printed == set(KINDS) | SHARED
    assert keyed == set(KINDS) | {"picks", "question", "text"}
