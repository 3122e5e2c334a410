"""Where the system chooses the colours, a picked answer still looks picked."""

import pytest

from tests.journeys.conftest import OpenPage

BORDERS = """() => [...document.querySelectorAll(".opt input")].map((input) => {
  const {borderTopWidth, borderTopColor} = getComputedStyle(input.nextElementSibling);
  return [input.checked, `${borderTopWidth} ${borderTopColor}`];
})"""


@pytest.mark.parametrize("band", ["u11", "t11"])
@pytest.mark.parametrize("kind", ["choice", "choices", "pictures", "faces", "steps", "scale"])
def test_a_picked_answer_has_another_border(band: str, kind: str, open_sample: OpenPage) -> None:
    page = open_sample(forced_colors="active")
    page.goto(f"/gallery/{band}-ask-{kind}-again")
    borders = page.evaluate(BORDERS)
    picked = {border for checked, border in borders if checked}
    others = {border for checked, border in borders if not checked}
    assert picked
    assert others
    assert not picked & others
