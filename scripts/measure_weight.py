"""Measure what a child's tablet fetches, from the card page to the first question and at each later one.

    .venv/bin/python scripts/measure_weight.py

Serves the application on a throw-away database and walks through it in Chromium, with an empty
cache. Bytes are counted as they go over the wire, compressed, with their headers.
"""

import base64
import logging
import re
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright
from werkzeug.serving import make_server

sys.path.insert(0, str(Path(__file__).parents[1]))
from consult.app import create_app
from consult.settings import Settings
from consult.store.database import Store
from consult.store.migrate import migrate
from consult.store.sealing import Keyring
from tests.fixtures.browser import MAC, NAMES
from tests.fixtures.cast import gather

KEY = bytes(range(32))


@dataclass
class Weight:
    """Bytes over the wire. `to_first`: by address, from the card page to the first question.

    `question`: addresses that the question page needs with an empty cache. `later`: one number for
    each later question's page; saving the answer before it comes to under 1 kB more.
    """

    to_first: dict[str, int] = field(default_factory=dict)
    question: list[str] = field(default_factory=list)
    later: list[int] = field(default_factory=list)


class Wire:
    """Everything a page fetches: (address, bytes), in order."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._open: dict[str, str] = {}
        self._fetched: list[tuple[str, int]] = []
        session = page.context.new_cdp_session(page)
        session.on("Network.requestWillBeSent", self._starts)
        session.on("Network.requestServedFromCache", lambda event: self._open.pop(event["requestId"], None))
        session.on("Network.loadingFinished", self._ends)
        session.send("Network.enable")
        self.empty_cache = lambda: session.send("Network.clearBrowserCache")

    def take(self) -> list[tuple[str, int]]:
        """What was fetched since the last time, once the page is quiet."""
        self._page.wait_for_load_state("networkidle")
        fetched, self._fetched = self._fetched, []
        return fetched

    def _starts(self, event: dict[str, Any]) -> None:
        if "redirectResponse" in event:
            self._fetched.append(
                (_path(event["redirectResponse"]), int(event["redirectResponse"]["encodedDataLength"]))
            )
        self._open[event["requestId"]] = _path(event["request"])

    def _ends(self, event: dict[str, Any]) -> None:
        address = self._open.pop(event["requestId"], None)
        if address is not None:
            self._fetched.append((address, int(event["encodedDataLength"])))


def measure(page: Page, address: str, card: str) -> Weight:
    """Walk with a new card from the card page to the end of the questions."""
    wire, weight = Wire(page), Weight()
    page.goto(address)
    page.fill("#number", card)
    page.click("#card .btn")
    page.click("[value=yes]")
    page.check("[value=fox]")
    page.click(".go .btn")
    for picture in ("sun", "key", "boat"):
        page.check(f"[value={picture}]")
    page.click(".go .btn")
    page.click("[action$=begin] .btn")
    page.check("[value=alone]")
    page.click(".go .btn")
    page.wait_for_selector("[name=skip]")
    for path, size in wire.take():
        weight.to_first[path] = weight.to_first.get(path, 0) + size
    wire.empty_cache()
    page.reload()
    weight.question = [path for path, _ in wire.take()]
    while page.locator(".ask").count():
        if answer(page):
            # The first is the answer's own POST, which redirects.
            weight.later.append(sum(size for _, size in wire.take()[1:]))
    return weight


def answer(page: Page) -> bool:
    """Answer the question that is up; whether another one follows. The answers that lead to follow-ups are picked."""
    options = page.locator("[name=a]")
    if options.count():
        options.nth(min(1, options.count() - 2)).check()
    elif page.locator(".ask textarea").count() == 0:
        page.locator(".ask [type=radio]").first.check()
    else:
        page.fill("textarea", "I would like to see my brother more often. And the wifi does not work.")
    page.click(".go .btn")
    page.wait_for_load_state()
    return bool(page.locator(".ask").count())


def main() -> None:
    """Print the figures of both bands."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    path = next((found for name in NAMES if (found := shutil.which(name))), MAC)
    with serve() as (address, cards), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for band, card in cards.items():
            page = browser.new_context().new_page()
            print(describe(band, measure(page, address, card)))
        browser.close()


@contextmanager
def serve() -> Iterator[tuple[str, dict[str, str]]]:
    """The application on a database of its own: its address, and a card for each band."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder, 'consult.db')}"
        environment = {
            "DATABASE_URL": url,
            "CONSULT_KEY": base64.b64encode(KEY).decode(),
            "SECRET_KEY": "for measuring",
        }
        store = Store(url, Keyring(KEY))
        migrate(store)
        cast = gather(store)
        app = create_app(Settings(environment, Path(folder), testing=True), store=store)
        server = make_server("127.0.0.1", 0, app, threaded=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", {"under 11": cast.sam.card, "11 and over": cast.maya.card}
        server.shutdown()
        server.server_close()
        store.engine.dispose()


def describe(band: str, weight: Weight) -> str:
    """The figures in words; the limits are kept by tests/journeys/test_weight.py."""
    lines = [
        f"{band}: card page to first question {sum(weight.to_first.values()) / 1000:.1f} kB; "
        f"question page {len(weight.question)} requests; "
        f"later questions {min(weight.later) / 1000:.1f} to {max(weight.later) / 1000:.1f} kB"
    ]
    lines += [f"  {size:>7} {path}" for path, size in weight.to_first.items()]
    return "\n".join(lines)


def _path(request: dict[str, Any]) -> str:
    return re.sub(r"^https?://[^/]*", "", request["url"])


if __name__ == "__main__":
    main()
