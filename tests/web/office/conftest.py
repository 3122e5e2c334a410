"""Whoever looks after people and retention, and whoever looks at what they do."""

from collections.abc import Callable

import pytest
from flask import Flask

from consult.store.database import Store
from consult.store.staff import Staff, add_staff
from tests.fixtures.cast import Cast
from tests.web.browsing import Browser, staff_browser

Hire = Callable[..., Staff]


@pytest.fixture
def hire(store: Store, cast: Cast) -> Hire:
    """A further person of the first authority, with these roles."""

    def add(name: str, *roles: str) -> Staff:
        with store.writing(cast.authority_id) as tx:
            return add_staff(tx, f"{name.split(maxsplit=1)[0].lower()}@larkshire.example", name, roles, None)

    return add


@pytest.fixture
def tess(hire: Hire) -> Staff:
    """The only administrator."""
    return hire("Tess Hill", "administrator")


@pytest.fixture
def administrator(app: Flask, store: Store, tess: Staff) -> Browser:
    """Her browser."""
    return staff_browser(app, store, tess)


@pytest.fixture
def auditor(app: Flask, store: Store, hire: Hire) -> Browser:
    """The auditor's browser."""
    return staff_browser(app, store, hire("Nils Berg", "auditor"))
