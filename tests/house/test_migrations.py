"""Migrations go up, down and up again with data in the tables, and end where the code is."""

import threading
from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import func, inspect, select

from consult.store.database import Store
from consult.store.migrate import downgrade, head, migrate
from consult.store.sealing import Keyring
from consult.store.staff import ROLES
from consult.store.tables import METADATA, role
from tests.actions.deeds import begin, send_all
from tests.fixtures.cast import gather
from tests.fixtures.stores import ROOT_KEY


@pytest.fixture
def empty(empty_url: str) -> Iterator[Store]:
    """A store without tables."""
    opened = Store(empty_url, Keyring(ROOT_KEY))
    yield opened
    opened.engine.dispose()


def list_tables(store: Store) -> set[str]:
    """Tables that are there, Alembic's own left out."""
    return set(inspect(store.engine).get_table_names()) - {"alembic_version"}


def count_rows(store: Store) -> dict[str, int]:
    """Table -> rows."""
    with store.engine.connect() as connection:
        counted = {
            name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in METADATA.tables.items()
        }
    return counted


def test_the_models_are_what_migrations_make(empty: Store) -> None:
    migrate(empty)
    with empty.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []
        assert context.get_current_revision() == head()


def test_up_down_and_up_again_with_data(empty: Store, offending: list[str]) -> None:
    migrate(empty)
    cast = gather(empty)
    send_all(empty, begin(empty, cast.sam))
    before = count_rows(empty)
    assert all(before.values()), "the control: every table holds something"
    migrate(empty)
    assert count_rows(empty) == before

    downgrade(empty, "0001")
    assert "review" in list_tables(empty)
    assert "answer" not in list_tables(empty)
    migrate(empty)
    after = count_rows(empty)
    assert (after["child"], after["review"], after["answer"]) == (before["child"], before["review"], 0)

    downgrade(empty, "base")
    assert list_tables(empty) == set()
    migrate(empty)
    assert list_tables(empty) == set(METADATA.tables)
    offending.clear()


def test_two_starts_at_once(empty_url: str) -> None:
    faults: list[Exception] = []

    def start() -> None:
        store = Store(empty_url, Keyring(ROOT_KEY))
        try:
            migrate(store)
        except Exception as fault:
            faults.append(fault)
        finally:
            store.engine.dispose()

    threads = [threading.Thread(target=start) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    store = Store(empty_url, Keyring(ROOT_KEY))
    with store.engine.connect() as connection:
        names = list(connection.execute(select(role.c.name).order_by(role.c.name)).scalars())
    store.engine.dispose()
    assert names == sorted(ROLES)
