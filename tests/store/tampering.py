"""Hands that change rows behind the program's back, for whom no policy counts."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, make_url

from consult.store.database import Store
from consult.store.engine import make_plain_engine
from tests.fixtures.postgres import as_administrator


@contextmanager
def tampering(store: Store) -> Iterator[Connection]:
    """A connection of the database's administrator; what it does stays."""
    url = store.url
    if url.get_backend_name() != "sqlite":
        url = make_url(as_administrator(url.render_as_string(hide_password=False))).set(drivername=url.drivername)
    engine = make_plain_engine(url)
    with engine.begin() as connection:
        # Not one of ours: the reader of statements is for the program's own.
        yield connection.execution_options(migrating=True)
    engine.dispose()
