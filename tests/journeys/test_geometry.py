"""The eyes that look for what does not fit: each sees its own fault, and none where there is none."""

import pytest
from playwright.sync_api import Page

from tests.journeys.conditions import EVERY, Condition, meet
from tests.journeys.conftest import OpenPage
from tests.journeys.geometry import find_spills
from tests.journeys.sizes import NARROW
from tests.journeys.tabbing import find_unreached

FAULTS = {
    "scrolls sideways": "<p style='inline-size: 150vw'>wide</p>",
    "wider than their box": "<p style='inline-size: 2rem'>Unbreakable</p>",
    "cut off below": "<p style='block-size: .5rem; overflow: hidden'>words</p>",
    "control outside the window": "<a href='/' style='position: absolute; left: -9rem'>Back</a>",
    "words over words": "<p style='margin: 0'>one line</p><p style='margin: -1em 0 0'>another line</p>",
}


@pytest.fixture
def blank(open_sample: OpenPage) -> Page:
    return open_sample(NARROW)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_seen(fault: str, blank: Page) -> None:
    blank.set_content(FAULTS[fault])
    assert any(fault.removeprefix("control ") in found for found in find_spills(blank)), find_spills(blank)


def test_a_page_without_fault_has_none(blank: Page) -> None:
    blank.set_content("<h1>One</h1><p>Some words <a href='/'>and a link</a></p><button>Press</button>")
    assert not find_spills(blank)


def test_a_ring_that_is_missing_and_an_order_that_jumps_are_seen(blank: Page) -> None:
    blank.set_content("<style>a { outline: none }</style><a href='/'>One</a>")
    assert find_unreached(blank) == ['the focus cannot be seen on a "One"']
    blank.set_content("<a href='/'>One</a><a href='/' tabindex=1>Two</a>")
    assert find_unreached(blank)[0].startswith("Tab number")


def test_conditions_hold_in_spite_of_the_content_policy(open_sample: OpenPage) -> None:
    page = open_sample(NARROW)
    page.goto("/gallery/u11-help")
    style = "(name) => getComputedStyle(document.querySelector('main p')).getPropertyValue(name)"
    meet(page, Condition("apart", EVERY[0].size, text="200%", spaced=True, forced=True, dusk=True, mirrored=True))
    assert page.evaluate(style, "letter-spacing") != "normal"
    assert page.evaluate(style, "direction") == "rtl"
    assert page.evaluate("() => getComputedStyle(document.documentElement).fontSize") == "32px"
    assert page.evaluate("() => matchMedia('(forced-colors: active)').matches")
    meet(page, EVERY[0])
    assert page.evaluate(style, "letter-spacing") == "normal"
    assert page.evaluate(style, "direction") == "ltr"
