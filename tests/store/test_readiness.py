"""Ready is whether the database takes what is written, not whether it answers."""

import pytest
from sqlalchemy import text

from consult.store.database import Store
from consult.store.readiness import is_ready


def test_a_database_that_only_reads_is_not_ready(store: Store, database_kind: str) -> None:
    assert is_ready(store)
    only_reading, as_before = {
        "sqlite": ("PRAGMA query_only = ON", "PRAGMA query_only = OFF"),
        "postgresql": ("SET default_transaction_read_only = on", "SET default_transaction_read_only = off"),
    }[database_kind]
    with store.engine.connect() as connection:  # the pool's only one, which the next transaction gets
        connection.execution_options(bare=True).execute(text(only_reading))
    assert not is_ready(store)
    with store.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM role")).scalar_one() > 0, "it answers all the same"
    with store.engine.connect() as connection:
        connection.execution_options(bare=True).execute(text(as_before))
    assert is_ready(store)


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_a_database_that_is_gone_is_not_ready(store: Store) -> None:
    store.engine.dispose()
    path = store.lock_path
    assert path is not None
    path.with_name("consult.db").rename(path.with_name("elsewhere.db"))
    assert not is_ready(store), "a new and empty file in its place has no roles"
