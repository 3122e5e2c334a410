"""An old tablet on a slow line: what it fetches stays within the budget."""

import pytest

from scripts.measure_weight import describe, measure
from tests.fixtures.cast import Invited
from tests.journeys.conftest import OpenPage

TO_FIRST_QUESTION = 64_000
REQUESTS = 6
LATER_QUESTION = 4_000


@pytest.mark.parametrize("who", ["child", "young"])
def test_the_way_to_the_first_question_is_light(
    who: str, open_page: OpenPage, live: str, request: pytest.FixtureRequest
) -> None:
    invited: Invited = request.getfixturevalue(who)
    weight = measure(open_page(), live, invited.card)
    figures = describe(who, weight)
    assert sum(weight.to_first.values()) <= TO_FIRST_QUESTION, figures
    assert len(weight.question) <= REQUESTS, weight.question
    assert len(weight.later) >= 14
    assert max(weight.later) <= LATER_QUESTION, figures
