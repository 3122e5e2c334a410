"""Whether the database takes what is written, in the shape that this code knows."""

from sqlalchemy import update

from consult.store.database import TROUBLE, Store
from consult.store.migrate import head, revision_of
from consult.store.tables import role

_WRITE = update(role).values(name=role.c.name)
"""Writes some rows anew as they were: a full disk or a copy that may only be read says no."""


def is_ready(store: Store) -> bool:
    """Try it, in a transaction of its own that commits."""
    try:
        with (
            store.queueing(),
            store.engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            written = connection.execute(_WRITE).rowcount
            return written > 0 and revision_of(connection) == head()
    except (*TROUBLE, OSError):
        return False
