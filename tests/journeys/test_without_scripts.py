"""Where no script runs, every page of a child fits and nothing on it is dead."""

from tests.journeys.conditions import BRIEFLY, find_faults_under
from tests.journeys.conftest import OpenPage
from tests.journeys.pages import pages_of

DEAD = """() => [...document.querySelectorAll("button[type=button], form:not([method=post]), [onclick]")]
  .filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 80))"""


def test_every_page_fits_and_all_its_buttons_are_alive(open_sample: OpenPage) -> None:
    page = open_sample(scripts=False)
    faults = []
    for name in pages_of("u11", "door"):
        page.goto(f"/gallery/{name}")
        dead = [f"does nothing without a script: {each}" for each in page.evaluate(DEAD)]
        # axe itself is a script.
        fits = find_faults_under(page, (condition for condition in BRIEFLY if not condition.axe))
        faults += [f"{name}: {fault}" for fault in (*dead, *fits)]
    assert not faults, "\n".join(faults)


def test_a_dead_button_is_seen(open_sample: OpenPage) -> None:
    page = open_sample(scripts=False)
    page.set_content("<button type=button>Read to me</button>")
    assert page.evaluate(DEAD)
