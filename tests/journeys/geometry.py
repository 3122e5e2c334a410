"""What does not fit on a page as it stands: found by measuring boxes, not by eye."""

from playwright.sync_api import Page

LOOK = """() => {
  const found = [];
  const name = (one) => `${one.tagName.toLowerCase()}.${one.className.baseVal ?? one.className} `
    + `"${(one.textContent.trim() || one.name || "").slice(0, 40)}"`;
  const width = document.documentElement.clientWidth;
  const shown = (one) => one.checkVisibility({visibilityProperty: true, opacityProperty: true});
  // Words for screen readers only are clipped to one pixel, and so are meant to be cut off.
  const clipped = (one) => Boolean(one.closest(".vh, .skip")) || getComputedStyle(one).clipPath !== "none";
  const all = [...document.body.querySelectorAll("*")].filter((one) => shown(one) && !clipped(one));
  const lines = [];
  const range = document.createRange();

  if (document.documentElement.scrollWidth > width) found.push("the page scrolls sideways");
  for (const one of all) {
    const words = [...one.childNodes].filter((node) => node.nodeType === 3 && node.data.trim());
    if (!words.length || one.closest("svg")) continue;
    const {overflowX, overflowY, display} = getComputedStyle(one);
    if (display !== "inline" && !["auto", "scroll"].includes(overflowX) && one.scrollWidth > one.clientWidth + 1)
      found.push(`words wider than their box: ${name(one)}`);
    if (!["visible", "auto", "scroll"].includes(overflowY) && one.scrollHeight > one.clientHeight + 1)
      found.push(`words cut off below: ${name(one)}`);
    for (const node of words) {
      range.selectNodeContents(node);
      for (const {left, right, top, bottom} of range.getClientRects())
        // Letters reach a little beyond their line where lines stand close.
        lines.push({one, left: left + 2, right: right - 2, top: top + 5, bottom: bottom - 5});
    }
  }
  for (const one of all.filter((each) => each.matches("a, button, summary, label, textarea, select, input"))) {
    const {left, right, width: wide, height} = one.getBoundingClientRect();
    if (wide && height && (left < -1 || right > width + 1)) found.push(`outside the window: ${name(one)}`);
  }
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  for (const [place, a] of lines.entries()) {
    if (a.left < -1 || a.right > width + 1) found.push(`words outside the window: ${name(a.one)}`);
    for (const b of lines.slice(place + 1))
      if (a.one !== b.one && meet(a, b)) found.push(`words over words: ${name(a.one)} and ${name(b.one)}`);
  }
  return [...new Set(found)];
}"""


def find_spills(page: Page) -> list[str]:
    """Words cut off, beside their box or over one another, controls outside the window, scrolling sideways."""
    found: list[str] = page.evaluate(LOOK)
    return found
