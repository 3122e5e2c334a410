"""Walking over a page with the Tab key."""

from playwright.sync_api import Page

WAYS = """() => {
  const all = [...document.querySelectorAll("a[href], button, input, textarea, select, summary, audio[controls]")];
  const first = (one) => one.type !== "radio"
    || one === ([...document.getElementsByName(one.name)].find((each) => each.checked)
      ?? document.getElementsByName(one.name)[0]);
  window.ways = all.filter((one) => one.type !== "hidden" && !one.disabled && one.tabIndex >= 0
    && one.checkVisibility({visibilityProperty: true}) && first(one));
  // A note may have taken the focus: Tab is to start where the page starts.
  const start = document.createElement("i");
  start.tabIndex = -1;
  document.body.prepend(start);
  start.focus();
  start.remove();
  return window.ways.length;
}"""
RING = """() => {
  const here = document.activeElement;
  const shown = here.matches(".opt input") ? here.nextElementSibling : here;
  const {outlineWidth, outlineStyle} = getComputedStyle(shown);
  return outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
}"""
HERE = """() => {
  const here = document.activeElement;
  const {top, bottom} = here.getBoundingClientRect();
  return {place: window.ways.indexOf(here), seen: bottom > 0 && top < innerHeight,
    name: `${here.tagName.toLowerCase()} "${(here.textContent.trim() || here.name || "").slice(0, 40)}"`};
}"""


def has_ring(page: Page) -> bool:
    """Whether what has the focus shows it."""
    shown: bool = page.evaluate(RING)
    return shown


def find_unreached(page: Page) -> list[str]:
    """Controls that Tab does not reach in the order of the page, or that do not show that they have the focus."""
    found = []
    for place in range(page.evaluate(WAYS)):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here["place"] != place:
            return [*found, f"Tab number {place + 1} leads to {here['name']}"]
        if not here["seen"] or not has_ring(page):
            found.append(f"the focus cannot be seen on {here['name']}")
    return found
