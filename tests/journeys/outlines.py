"""What a screen reader is told of each page, kept in `aria/` and compared.

To keep a page's new outline: delete its file, run the test, which writes it anew and fails once, and read it.
"""

from difflib import unified_diff
from pathlib import Path

from playwright.sync_api import Page

KEPT = Path(__file__).with_name("aria")


def find_changes(page: Page, name: str) -> list[str]:
    """How a page's outline differs from the one that was read and kept."""
    told = page.locator("body").aria_snapshot() + "\n"
    kept = KEPT / f"{name}.yml"
    if not kept.exists():
        kept.write_text(told, encoding="utf-8")
        return ["its outline was not kept yet: read what was written"]
    before = kept.read_text(encoding="utf-8")
    return list(unified_diff(before.splitlines(), told.splitlines(), "kept", "told", n=0, lineterm=""))
