"""What axe finds on a page as it stands."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = (Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
REASONED = {("color-contrast", '.msg > .words[dir="auto"]')}
"""What axe could not decide and somebody has looked at: (rule, where); the reasons are in docs/accessibility.md."""
# From the top: what has gone beneath the row with "Stop and hide" cannot be decided, and cannot be seen either.
RUN = """() => {
  const place = scrollY;
  scrollTo(0, 0);
  return axe.run(document, {resultTypes: ["violations", "incomplete"]}).then(({violations, incomplete}) => {
    const spread = (all) => all.flatMap(({id, nodes}) => nodes.map(({target}) => [id, target[0]]));
    scrollTo(0, place);
    return [spread(violations), spread(incomplete)];
  });
}"""


def find_complaints(page: Page, *, undecided_too: bool = True) -> list[str]:
    """Every violation, and what is undecided and not reasoned about; one line each: rule, and where."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE)
    violations, undecided = ([(rule, where) for rule, where in each] for each in _run(page))
    open_ones = [f"axe cannot decide {rule}: {where}" for rule, where in undecided if (rule, where) not in REASONED]
    return [f"{rule}: {where}" for rule, where in violations] + (open_ones if undecided_too else [])


def _run(page: Page) -> Any:
    return page.evaluate(RUN)
