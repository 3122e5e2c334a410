"""Measure how long a child on an old tablet and a slow line waits for a question.

    .venv/bin/python scripts/measure_tablet.py

Serves the application with gunicorn on a throw-away database and talks through it in Chromium, whose
developer tools slow the page's work down six times, hold every request back by 400 ms and let
400 kbit/s through. A time runs from the press (or the address) to the first paint of the page's heading,
which is the question. It includes the answer's POST and the redirect to the next question.
"""

import datetime as dt
import gzip
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from bench import KEY, serving  # noqa: E402
from measure_weight import answer  # noqa: E402

from consult.store.database import Store  # noqa: E402
from consult.store.migrate import migrate  # noqa: E402
from consult.store.sealing import Keyring  # noqa: E402
from consult.web.house.assets import Assets  # noqa: E402
from tests.fixtures.browser import MAC, NAMES  # noqa: E402
from tests.fixtures.cast import add_invited, gather  # noqa: E402

ROUNDS = 3
CPU = 6
BYTES_A_SECOND = 400_000 / 8
LATENCY_MS = 400
SLOW = {
    "offline": False,
    "latency": LATENCY_MS,
    "downloadThroughput": BYTES_A_SECOND,
    "uploadThroughput": BYTES_A_SECOND,
}
BANDS = {"under 11": dt.date(2017, 3, 2), "11 and over": dt.date(2011, 6, 30)}
TABLET = {"width": 768, "height": 1024}
WATCH = """
  addEventListener("click", ({ timeStamp }) => {
    sessionStorage.setItem("pressed", performance.timeOrigin + timeStamp);
  }, true);
  new MutationObserver((_, observer) => {
    const heading = document.querySelector("h1");
    if (!heading) return;
    heading.setAttribute("elementtiming", "heading");
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => { window.painted ??= list.getEntries()[0].renderTime; })
    .observe({ type: "element", buffered: true });
"""
READ = """async () => {
  while (!window.painted) await new Promise((done) => setTimeout(done, 50));
  const [{ redirectEnd, redirectStart, responseStart, responseEnd }] = performance.getEntriesByType("navigation");
  const pressed = Number(sessionStorage.getItem("pressed") ?? performance.timeOrigin);
  sessionStorage.clear();
  const waited = performance.timeOrigin + window.painted - pressed;
  return [waited, redirectEnd - redirectStart, responseStart - redirectEnd, window.painted - responseStart];
}"""


@dataclass(frozen=True)
class Wait:
    """Milliseconds from the press to the paint, and what of it went to the POST, the GET, and its arrival and paint."""

    whole: float
    post: float
    get: float
    rest: float


@dataclass
class Waits:
    """One walk of one child."""

    card: Wait
    first: Wait
    cold: Wait
    later: list[Wait]


def measure(browser: Browser, address: str, card: str) -> Waits:
    """Walk with a new card from the card page to the end of the questions."""
    page = browser.new_context(viewport=TABLET, locale="en-GB").new_page()  # type: ignore[arg-type]
    page.set_default_timeout(60_000)
    tools = slow_down(page)
    page.goto(address)
    at_card = read(page)
    walk_in(page, card)
    first = read(page)
    tools.send("Network.clearBrowserCache")
    page.goto(page.url.partition("#")[0])
    waits = Waits(at_card, first, read(page), [])
    while answer(page):
        waits.later.append(read(page))
    page.context.close()
    return waits


def slow_down(page: Page) -> CDPSession:
    """Make an old tablet on a slow line of this page, and time what it paints."""
    page.add_init_script(WATCH)
    tools = page.context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", SLOW)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": CPU})
    return tools


def walk_in(page: Page, card: str) -> None:
    """From the card page to the first question, alone."""
    page.fill("#number", card)
    for picked, button in (
        ([], "#card .btn"),
        ([], "[value=yes]"),
        (["fox"], ".go .btn"),
        (["sun", "key", "boat"], ".go .btn"),
        ([], "[action$=begin] .btn"),
        (["alone"], ".go .btn"),
    ):
        for value in picked:
            page.check(f"[value={value}]")
        page.click(button)
        page.wait_for_load_state()


def read(page: Page) -> Wait:
    """How long the page that is up was waited for."""
    numbers: list[float] = page.evaluate(READ)
    return Wait(*numbers)


def fill(url: str) -> dict[str, list[str]]:
    """Cards of children who have not begun, for each band."""
    store = Store(url, Keyring(KEY))
    migrate(store)
    officer = gather(store).officer
    cards = {
        band: [add_invited(store, officer, f"{band} {each}", "Sam", born).card for each in range(ROUNDS)]
        for band, born in BANDS.items()
    }
    store.engine.dispose()
    return cards


def line(name: str, waits: list[Wait]) -> str:
    """A row of the table: median and longest in seconds, and of the median wait its three parts."""
    parts: list[Any] = [[getattr(each, part) for each in waits] for part in ("whole", "post", "get", "rest")]
    whole, *shares = ([number / 1000 for number in part] for part in parts)
    split = " + ".join(f"{median(share):.2f}" for share in shares)
    return f"| {name} | {len(waits)} | {median(whole):.2f} | {max(whole):.2f} | {split} |"


def main() -> None:
    """Print the figures of both bands."""
    path = next((found for name in NAMES if (found := shutil.which(name))), MAC)
    print(f"child's JavaScript: {len(gzip.compress(script(), 9, mtime=0)) / 1000:.1f} kB gzipped\n")
    print("| seconds | times | median | longest | POST + GET + arrival and paint |\n| --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        url = f"sqlite:///{folder}/consult.db"
        cards = fill(url)
        with serving(url) as port:
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
            for band, own in cards.items():
                walks = [measure(browser, f"http://localhost:{port}/", card) for card in own]
                print(line(f"{band}: card page, empty cache", [each.card for each in walks]))
                print(line(f"{band}: first question, from the press before it", [each.first for each in walks]))
                print(line(f"{band}: first question, empty cache", [each.cold for each in walks]))
                print(line(f"{band}: next question", [wait for each in walks for wait in each.later]), flush=True)
            browser.close()


def script() -> bytes:
    """What every child's page runs, as it is served."""
    assets = Assets()
    return assets.by_name[assets.url("child.js").removeprefix("/static/")].plain


if __name__ == "__main__":
    main()
