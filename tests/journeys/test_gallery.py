"""Every page of staff in its states, on every size; the gallery's own list. Children's pages: test_pages_*.py."""

import re

from consult.web.house import samples_child, samples_office, samples_staff
from tests.journeys.conftest import OpenPage
from tests.journeys.eye import find_faults
from tests.journeys.sizes import STAFF_SIZES


def test_every_sample_of_staff_is_accessible_and_fits(open_sample: OpenPage) -> None:
    page = open_sample()
    found = {}
    for name in sorted([*samples_staff.samples(), *samples_office.samples()]):
        page.goto(f"/gallery/{name}")
        faults = find_faults(page, STAFF_SIZES, undecided_too=False)
        if faults:
            found[name] = faults
    assert not found


def test_the_index_leads_to_every_sample(open_sample: OpenPage) -> None:
    page = open_sample()
    page.goto("/gallery/")
    links = {re.sub(r".*/", "", link.get_attribute("href") or "") for link in page.locator("a").all()}
    assert {*samples_child.samples(), *samples_staff.samples(), *samples_office.samples()} <= links
