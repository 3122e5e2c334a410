"""Migrations go up, down and up again with data in the tables, and end where the code is."""

import datetime as dt
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Column, Connection, func, insert, inspect, select

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


def fill_empty_tables(store: Store, offending: list[str]) -> None:
    """One row of anything in every table that the cast left empty."""
    with store.engine.connect().execution_options(writes=True) as connection, connection.begin():
        for table in METADATA.sorted_tables:
            if connection.execute(select(func.count()).select_from(table)).scalar_one():
                continue
            row = {column.name: _anything(connection, column) for column in table.c if not column.primary_key}
            connection.execute(insert(table), row)
    offending.clear()


def _anything(connection: Connection, column: Column[Any]) -> Any:
    for key in column.foreign_keys:
        return connection.execute(select(func.min(key.column))).scalar_one()
    kind = getattr(column.type, "impl", column.type).python_type
    if kind is dt.datetime:
        return dt.datetime(2026, 11, 21, tzinfo=dt.UTC)
    return {bytes: b"x", str: "x"}.get(kind, kind())


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
    fill_empty_tables(empty, offending)
    before = count_rows(empty)
    assert all(before.values()), "the control: every table holds something"
    migrate(empty)
    assert count_rows(empty) == before

    downgrade(empty, "0002")
    assert "reading" not in list_tables(empty)
    migrate(empty)
    kept = ("child", "review", "conversation", "answer", "final_answer", "visit", "audit")
    assert {name: count_rows(empty)[name] for name in kept} == {name: before[name] for name in kept}

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
