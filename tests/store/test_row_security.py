"""PostgreSQL shows nobody another authority's rows, however a statement forgets to ask."""

import random
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from sqlalchemy import insert, select, text, update
from sqlalchemy.exc import DBAPIError

from consult.store import engine as engines
from consult.store.database import Store
from consult.store.migrate import migrate
from consult.store.row_security import passes_by
from consult.store.tables import METADATA, OUTSIDE, child, visit
from tests.fixtures.cast import Cast, add_invited
from tests.store.tampering import tampering

TRANSACTIONS, THREADS = 10_000, 8
EVERY_CHILD = select(child.c.authority_id)
"""What a programmer's slip looks like: no word about whose children."""


class BrokenOff(Exception):
    """A deed that fails in the middle."""


@pytest.fixture
def database_kind() -> str:
    return "postgresql"


@pytest.fixture(autouse=True)
def _forgetting_on_purpose(offending: list[str]) -> Iterator[None]:
    yield
    offending.clear()


@pytest.fixture
def both(store: Store, cast: Cast) -> tuple[int, int]:
    """Two authorities with a child each at least."""
    add_invited(store, cast.stranger, "R-900", "Otto", cast.sam.born)
    return cast.authority_id, cast.stranger.authority_id


def count_crossings(store: Store, both: tuple[int, int], transactions: int) -> int:
    """Rows seen by somebody whose they are not, over many transactions that share a pool of connections."""
    crossings, lock = 0, threading.Lock()

    def work(seed: int) -> None:
        nonlocal crossings
        chance, seen = random.Random(seed), 0
        for _ in range(transactions // THREADS):
            mine = chance.choice((*both, None))
            with suppress(BrokenOff):
                seen += _look(store, mine, chance)
        with lock:
            crossings += seen

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(work, range(THREADS)))
    return crossings


def _look(store: Store, mine: int | None, chance: random.Random) -> int:
    """One transaction for an authority, or before any is known; some break off in the middle."""
    if mine is None:
        with store.engine.connect() as connection:
            return len(connection.execute(EVERY_CHILD).all())
    with (store.writing if chance.random() < 0.3 else store.reading)(mine) as tx:
        owners = tx.connection.execute(EVERY_CHILD).scalars().all()
        assert mine in owners, "the own children are there"
        if chance.random() < 0.1:
            raise BrokenOff
    return sum(owner != mine for owner in owners)


def test_ten_thousand_pooled_transactions_cross_no_border(store: Store, both: tuple[int, int]) -> None:
    assert count_crossings(store, both, TRANSACTIONS) == 0


def test_the_control_naming_the_authority_for_the_session_crosses(
    store: Store, both: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    tell = engines._tell
    monkeypatch.setattr(engines, "_tell", lambda connection, words: tell(connection, words.replace("LOCAL ", "")))
    assert count_crossings(store, both, 400) > 0


def test_every_owned_table_is_behind_a_policy_and_no_other(store: Store) -> None:
    statement = text(
        "SELECT relname, relrowsecurity AND relforcerowsecurity, "
        "(SELECT count(*) FROM pg_policy WHERE polrelid = pg_class.oid) FROM pg_class "
        "WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'alembic_version'"
    )
    with store.engine.connect() as connection:
        found = {name: (forced, policies) for name, forced, policies in connection.execute(statement)}
        assert not passes_by(connection)
    assert found == {name: (False, 0) if name in OUTSIDE else (True, 1) for name in METADATA.tables}


def test_tests_run_as_a_role_that_passes_by_nothing_and_its_administrator_does(store: Store) -> None:
    with tampering(store) as connection:
        assert passes_by(connection), "the control"
        assert len(set(connection.execute(EVERY_CHILD).scalars())) == 1


def test_writing_into_another_authority_is_refused(store: Store, both: tuple[int, int]) -> None:
    ours, theirs = both
    now = store.clock.now()
    row = {"token_hash": b"x", "stage": "card", "helper": "", "hides_past": False, "started_at": now, "seen_at": now}
    with pytest.raises(DBAPIError, match="row-level security"), store.writing(ours) as tx:
        tx.connection.execute(insert(visit), row | {"authority_id": theirs})
    with store.writing(ours) as tx:
        moved = tx.connection.execute(update(child).where(child.c.authority_id == theirs).values(avatar="fox"))
    assert moved.rowcount == 0


def test_a_policy_that_somebody_switched_off_is_back_after_the_next_start(store: Store, both: tuple[int, int]) -> None:
    with tampering(store) as connection:
        connection.execute(text("ALTER TABLE child DISABLE ROW LEVEL SECURITY"))
    with store.reading(both[0]) as tx:
        assert set(tx.connection.execute(EVERY_CHILD).scalars()) == set(both), "the control"
    store.engine.dispose()
    migrate(store)
    with store.reading(both[0]) as tx:
        assert set(tx.connection.execute(EVERY_CHILD).scalars()) == {both[0]}
