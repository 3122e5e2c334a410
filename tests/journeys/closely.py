"""A close look at a child's pages: each is loaded once and met under every condition."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.journeys.axe import AXE
from tests.journeys.conditions import BRIEFLY, EVERY, find_faults_under
from tests.journeys.conftest import OpenPage
from tests.journeys.eye import find_structure_faults
from tests.journeys.outlines import find_changes
from tests.journeys.pages import is_one_of_many, pages_of, samples_of
from tests.journeys.sizes import TABLET
from tests.journeys.tabbing import find_unreached

UNFOLD = "() => document.querySelectorAll('details').forEach((each) => { each.open = true; })"


def find_faults_of(side: str, open_sample: OpenPage) -> list[str]:
    """What is wrong with the samples of a side (u11, t11, door): name, condition, fault."""
    page = open_sample(TABLET)
    page.context.add_init_script(AXE)
    found = []
    for name in samples_of(side):
        page.goto(f"/gallery/{name}")
        found += [f"{name}: {fault}" for fault in _find_faults(page, name)]
    return found


def _find_faults(page: Page, name: str) -> Iterator[str]:
    page.evaluate(UNFOLD)
    yield from find_structure_faults(page)
    yield from find_faults_under(page, BRIEFLY if is_one_of_many(name) else EVERY)
    if name in pages_of("u11", "t11", "door"):
        yield from find_changes(page, name)
        yield from find_unreached(page)
