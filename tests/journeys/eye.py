"""Looking at a page as it stands: accessibility, width, heading, title."""

from collections.abc import Iterable, Iterator, Mapping

from playwright.sync_api import Page

from tests.journeys.axe import find_complaints
from tests.journeys.sizes import HALF, NARROW, STAFF_SIZES, TABLET

TOO_WIDE = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
TEXT_SIZE = "(size) => document.documentElement.style.fontSize = size"


def look_at_child(page: Page) -> None:
    """Look at a child's page as it stands."""
    _look(page, (page.viewport_size or TABLET,), undecided_too=True)


def look_at_staff(page: Page) -> None:
    """Look at a page of staff on a laptop and a phone."""
    _look(page, STAFF_SIZES, undecided_too=False)


def do_not_look(page: Page) -> None:
    """For a walk that was looked at before."""


def find_faults(page: Page, sizes: Iterable[Mapping[str, int]], *, undecided_too: bool) -> list[str]:
    """What is wrong with a page, in words; leaves the window in the last of the sizes.

    `undecided_too`: also what axe leaves undecided, which children's pages are to have none of.
    """
    return [*find_structure_faults(page), *_widths(page), *_violations(page, sizes, undecided_too=undecided_too)]


def _look(page: Page, sizes: tuple[Mapping[str, int], ...], *, undecided_too: bool) -> None:
    before = page.viewport_size
    faults = find_faults(page, sizes, undecided_too=undecided_too)
    assert not faults, (page.url, faults)
    if before:
        page.set_viewport_size(before)


def find_structure_faults(page: Page) -> Iterator[str]:
    """A page has one first-level heading and a title."""
    headings = page.locator("h1").count()
    if headings != 1:
        yield f"{headings} first-level headings"
    if not page.title().split(" – ")[0].strip():
        yield "no title"


def _widths(page: Page) -> Iterator[str]:
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    if page.evaluate(TOO_WIDE):
        yield "scrolls sideways at 320 px"
    page.set_viewport_size(HALF)  # type: ignore[arg-type]
    page.evaluate(TEXT_SIZE, "200%")
    if page.evaluate(TOO_WIDE):
        yield "scrolls sideways at 640 px with text twice as large"
    page.evaluate(TEXT_SIZE, "")


def _violations(page: Page, sizes: Iterable[Mapping[str, int]], *, undecided_too: bool) -> Iterator[str]:
    for size in sizes:
        page.set_viewport_size(size)  # type: ignore[arg-type]
        yield from (f"{size['width']} px: {found}" for found in find_complaints(page, undecided_too=undecided_too))
