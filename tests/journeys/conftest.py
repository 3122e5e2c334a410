"""Journeys run on SQLite only; whatever a page complains of in a console fails its journey."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from jinja2 import FileSystemBytecodeCache
from playwright.sync_api import Browser, BrowserContext, Page

import consult
from consult.store.clock import FixedClock
from consult.store.database import Store
from consult.store.sealing import Keyring
from tests.fixtures.apps import settings_for
from tests.fixtures.browser import MAC, NAMES, serving
from tests.fixtures.cast import Cast, Invited, add_invited
from tests.fixtures.passwords import give_password
from tests.fixtures.stores import NOON, ROOT_KEY, Database
from tests.journeys.sizes import TABLET

OpenPage = Callable[..., Page]
PATIENCE_MS = 10_000


@pytest.fixture
def database_kind() -> str:
    """What a browser sees does not depend on the database."""
    return "sqlite"


@pytest.fixture
def child(store: Store, cast: Cast) -> Invited:
    """Eight years old."""
    return add_invited(store, cast.officer, "R-300", "Ava", dt.date(2018, 5, 4))


@pytest.fixture
def young(store: Store, cast: Cast) -> Invited:
    """Sixteen years old."""
    return add_invited(store, cast.officer, "R-400", "Owen", dt.date(2010, 2, 9))


@pytest.fixture
def passwords(app: Flask, store: Store, cast: Cast) -> None:
    """The officer and the manager can use the sign-in form."""
    give_password(app, store, cast.officer)
    give_password(app, store, cast.manager)


@pytest.fixture(scope="session")
def gallery(
    sqlite_template: Database, compiled: FileSystemBytecodeCache, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Flask]:
    """An application for those tests that only look at samples, and so can share it."""
    store = Store(sqlite_template.url, Keyring(ROOT_KEY), FixedClock(NOON))
    app = consult.create_app(settings_for(sqlite_template, tmp_path_factory.mktemp("gallery")), store=store)
    app.jinja_env.bytecode_cache = compiled
    yield app
    store.engine.dispose()


@pytest.fixture(scope="session")
def gallery_address(gallery: Flask) -> Iterator[str]:
    """Where the gallery is served."""
    with serving(gallery) as address:
        yield address


@pytest.fixture
def open_sample(browser: Browser, gallery_address: str) -> Iterator[OpenPage]:
    """As `open_page`, on the gallery's application."""
    yield from _open_pages(browser, gallery_address)


@pytest.fixture(scope="module")
def keeping_browser(browser: Browser) -> Iterator[Browser]:
    """A browser that keeps pages for its Back button, as people's browsers do."""
    path = next((found for name in NAMES if (found := shutil.which(name))), MAC)
    keeping = browser.browser_type.launch(
        executable_path=path, args=["--no-sandbox"], ignore_default_args=["--disable-back-forward-cache"]
    )
    yield keeping
    keeping.close()


@pytest.fixture
def open_page(browser: Browser, live: str) -> Iterator[OpenPage]:
    """Opens pages in windows of their own: `open_page(size, scripts=False)`."""
    yield from _open_pages(browser, live)


def _open_pages(browser: Browser, address: str) -> Iterator[OpenPage]:
    opened: list[BrowserContext] = []
    complaints: list[str] = []

    def open_one(size: dict[str, int] = TABLET, *, scripts: bool = True, by: Browser = browser, **more: Any) -> Page:
        context = by.new_context(
            viewport=size,  # type: ignore[arg-type]
            base_url=address,
            locale="en-GB",
            java_script_enabled=scripts,
            **more,
        )
        opened.append(context)
        context.set_default_timeout(PATIENCE_MS)
        context.on("weberror", lambda fault: complaints.append(str(fault.error)))
        context.on("console", lambda line: complaints.append(line.text) if _is_fault(line) else None)
        return context.new_page()

    yield open_one
    for each in opened:
        each.close()
    assert not complaints, complaints


def _is_fault(line: Any) -> bool:
    # A page that answers 422 to a faulty form is no fault of the page.
    return line.type == "error" and "Failed to load resource" not in line.text
