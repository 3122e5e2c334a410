"""Migrations go up, down and up again with data in the tables, and end where the code is."""

import datetime as dt
import threading
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Connection, MetaData, func, insert, inspect, select, table, text, update
from sqlalchemy.exc import DBAPIError

from consult.actions.reading import read_review
from consult.actions.verifying import verify_audit
from consult.store.database import Store
from consult.store.engine import make_plain_engine
from consult.store.migrate import downgrade, head, migrate
from consult.store.row_security import lift
from consult.store.sealing import Keyring, Unopened
from consult.store.staff import ROLES
from consult.store.tables import METADATA, child, role
from tests.actions.deeds import begin, come_in, list_audit, send_all
from tests.fixtures.cast import gather
from tests.fixtures.stores import ROOT_KEY
from tests.house.files import PACKAGE
from tests.store.tampering import tampering

MIGRATIONS = PACKAGE / "store" / "migrations"


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
    with tampering(store) as connection:
        counted = {
            name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in METADATA.tables.items()
        }
    return counted


def fill_empty_tables(store: Store) -> None:
    """One row of anything in every table of the database that is still empty."""
    with tampering(store) as connection:
        there = MetaData()
        there.reflect(connection)
        there.remove(there.tables["alembic_version"])
        for table in there.sorted_tables:
            if connection.execute(select(func.count()).select_from(table)).scalar_one():
                continue
            row = {column.name: _anything(connection, column) for column in table.c if column.name != "id"}
            if table.name == "authority":
                row["wrapped_key"] = store.keyring.make_authority_key(row["key"])[1]
            connection.execute(insert(table), row)


def _anything(connection: Connection, column: Column[Any]) -> Any:
    for key in column.foreign_keys:
        return connection.execute(select(func.min(key.column))).scalar_one()
    kind = column.type.python_type
    if kind in (dt.datetime, dt.date):
        return kind(2026, 11, 21)
    return {bytes: b"x", str: "x"}.get(kind, kind())


def test_the_models_are_what_migrations_make(empty: Store) -> None:
    migrate(empty)
    with empty.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []
        assert context.get_current_revision() == head()


def test_up_down_and_up_again_with_data(empty: Store) -> None:
    migrate(empty)
    cast = gather(empty)
    send_all(empty, begin(empty, cast.sam))
    fill_empty_tables(empty)
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


def test_each_goes_up_with_data_down_and_up_again(empty: Store) -> None:
    steps = [each.revision for each in reversed(list(ScriptDirectory(str(MIGRATIONS)).walk_revisions()))]
    migrate(empty, steps[0])
    fill_empty_tables(empty)
    for before, after in pairwise(steps):
        filled = count_there(empty)
        assert all(filled.values()), f"the control: at {before} every table holds something"
        migrate(empty, after)
        now = count_there(empty)
        assert all(now[name] >= count for name, count in filled.items()), f"{after} forward"
        fill_empty_tables(empty)
        downgrade(empty, before)
        assert count_there(empty) == filled, f"{after} back"
        migrate(empty, after)
        fill_empty_tables(empty)
    assert set(count_there(empty)) == set(METADATA.tables)


def count_there(store: Store) -> dict[str, int]:
    """Table of the database -> rows."""
    names = list_tables(store)
    with tampering(store) as connection:
        return {name: connection.execute(select(func.count()).select_from(table(name))).scalar_one() for name in names}


def test_the_version_before_chains_and_keys_comes_up_whole(empty: Store) -> None:
    migrate(empty)
    cast = gather(empty)
    send_all(empty, begin(empty, cast.sam))
    rows = list_audit(empty, cast.authority_id)
    downgrade(empty, "0003")
    assert not {"audit_head", "fingerprint_key"} & list_tables(empty)
    started = Store(empty.url.render_as_string(hide_password=False), empty.keyring)
    migrate(started)
    chain = verify_audit(started, cast.authority_id)
    assert (chain.rows, chain.broken) == (len(rows), None)
    come_in(started, cast.sam)
    assert read_review(started, cast.officer, cast.sam.review_id).booklets
    started.engine.dispose()


def test_one_that_fails_leaves_the_database_as_it_was(empty: Store) -> None:
    migrate(empty, "0003")
    fill_empty_tables(empty)
    before = count_there(empty)
    empty.keyring = Keyring(bytes(32))
    with pytest.raises(Unopened):
        migrate(empty)
    assert count_there(empty) == before
    empty.keyring = Keyring(ROOT_KEY)
    migrate(empty)


def test_under_a_policy_a_migration_fails_loudly_or_sees_every_row(empty: Store) -> None:
    migrate(empty)
    cast = gather(empty)
    engine = make_plain_engine(empty.url)
    with engine.connect().execution_options(migrating=True) as connection:
        change = update(child).values(avatar="fox")
        if engine.dialect.name != "sqlite":
            assert connection.execute(change).rowcount == 0, "the control: it would change nothing, and say nothing"
            connection.execute(text("SET LOCAL row_security = off"))
            with pytest.raises(DBAPIError, match="row-level security"), connection.begin_nested():
                connection.execute(change)
        lift(connection)
        assert connection.execute(change).rowcount == 2
        connection.rollback()
    engine.dispose()
    assert cast.authority_id


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
