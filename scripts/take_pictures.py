"""Take the pictures of README.md from a fresh demo: `.venv/bin/python scripts/take_pictures.py`."""

import shutil
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

sys.path.insert(0, str(Path(__file__).parents[1]))
from consult.actions.demo import Demo, complete_staff, fill_demo, next_demo_code
from consult.actions.demo.people import PASSWORD
from consult.app import create_app
from consult.settings import ROOT, Settings
from consult.store.staff import find_staff_by_email
from consult.web.house.premises import premises_of
from consult.web.house.staff_sign_in import make_password_hash

PICTURES = ROOT / "docs" / "pictures"
PORT = 8391
BASE = f"http://127.0.0.1:{PORT}"
TABLET = {"width": 768, "height": 1024}
DESK = {"width": 1280, "height": 800}


def open_demo(instance: Path) -> tuple[Demo, str]:
    """Serve a fresh demo in the background; a code that lets its manager in."""
    app = create_app(Settings({"CONSULT_DEMO": "1"}, instance))
    with app.app_context():
        store = premises_of(app).store
        demo = fill_demo(store, make_password_hash(PASSWORD))
        complete_staff(store, make_password_hash(PASSWORD))
    with store.engine.connect() as connection:
        manager = find_staff_by_email(connection, demo.staff[1].email)
    assert manager is not None
    server = make_server("127.0.0.1", PORT, app, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return demo, next_demo_code(store, manager)


def come_in(browser: Browser, number: str) -> Page:
    """A child at the first question."""
    page = browser.new_page(viewport=TABLET)
    page.goto(f"{BASE}/#{number}")
    page.wait_for_url("**/me")
    page.click("button[value=yes]")
    page.check("input[value=fox]")
    page.click(".go .btn")
    for picture in ("sun", "boat", "key"):
        page.check(f"input[value={picture}]")
    page.click(".go .btn")
    page.goto(f"{BASE}/talk/start") if "/start" not in page.url else None
    page.click("form[action='/talk/begin'] .btn >> nth=0")
    page.check("input[value=alone]")
    page.click(".go .btn")
    return page


def main() -> None:
    """Take them all."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        demo, code = open_demo(Path(folder))
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        for name, card in zip(("child", "young-person"), demo.cards, strict=True):
            page = come_in(browser, card.number)
            page.locator("input[name=a]").nth(1).check()
            page.click(".go .btn >> nth=0")
            page.wait_for_load_state("networkidle")
            page.evaluate("scrollTo(0, 0)")
            page.screenshot(path=PICTURES / f"{name}.png")
        page = browser.new_page(viewport=DESK)
        page.goto(f"{BASE}/staff/sign-in")
        page.fill("#email", demo.staff[1].email)
        page.fill("#password", demo.staff[1].password)
        page.click("button[name=submit]")
        page.fill("#code", code)
        page.click("form .btn")
        page.goto(f"{BASE}/voice")
        page.screenshot(path=PICTURES / "report.png")


if __name__ == "__main__":
    main()
