"""Every component and page in its states, on every size."""

import re

import pytest

from consult.web.house import samples_child, samples_staff
from tests.journeys.conftest import OpenPage
from tests.journeys.eye import find_faults
from tests.journeys.sizes import CHILD_SIZES, STAFF_SIZES

SIDES = {"children": (samples_child.samples, CHILD_SIZES), "staff": (samples_staff.samples, STAFF_SIZES)}


@pytest.mark.parametrize("side", SIDES)
def test_every_sample_is_accessible_and_fits(side: str, open_page: OpenPage) -> None:
    page = open_page()
    samples, sizes = SIDES[side]
    found = {}
    for name in sorted(samples()):
        page.goto(f"/gallery/{name}")
        faults = find_faults(page, sizes)
        if faults:
            found[name] = faults
    assert not found


def test_the_index_leads_to_every_sample(open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/gallery/")
    links = {re.sub(r".*/", "", link.get_attribute("href") or "") for link in page.locator("a").all()}
    assert {*samples_child.samples(), *samples_staff.samples()} <= links
