"""Bring a database to the newest shape, or tell what shape it has."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, insert, select, text

from consult.store.database import Store
from consult.store.engine import make_plain_engine
from consult.store.row_security import lift, separate
from consult.store.sealing import Keyring
from consult.store.staff import ROLES
from consult.store.tables import role

_FOLDER = str(Path(__file__).parent / "migrations")
_LOCK = 7_206_551
"""PostgreSQL advisory lock, so that two starts at once wait for each other."""


class NewerDatabase(Exception):
    """A newer Consult has changed the tables into a shape that this one does not know."""


def migrate(store: Store, revision: str = "head") -> None:
    """Upgrade to a revision, all or nothing; does nothing when already there. Two starts at once are safe.

    Raises Unopened where a script needs keys and the root key is another, and NewerDatabase.
    """
    _move(store, revision, up=True)


def downgrade(store: Store, revision: str) -> None:
    """Go back to a revision."""
    _move(store, revision, up=False)


def head() -> str | None:
    """The newest revision in the code."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def revision_of(connection: Connection) -> str | None:
    """The revision that a database is at."""
    return MigrationContext.configure(connection).get_current_revision()


def _move(store: Store, revision: str, *, up: bool) -> None:
    engine = make_plain_engine(store.url)
    sqlite = engine.dialect.name == "sqlite"
    with store.queueing(), engine.connect().execution_options(migrating=True) as connection:
        if not sqlite:
            connection.execute(text("SELECT pg_advisory_lock(:lock)"), {"lock": _LOCK})
            connection.commit()
        with connection.begin():
            _run_scripts(connection, store.keyring, revision, up=up)
            if up and revision == "head":
                _add_roles(connection)
                separate(connection)
        if not sqlite:
            connection.execute(text("SELECT pg_advisory_unlock(:lock)"), {"lock": _LOCK})
            connection.commit()
    engine.dispose()


def _run_scripts(connection: Connection, keyring: Keyring, revision: str, *, up: bool) -> None:
    current = revision_of(connection)
    if current == (head() if revision == "head" else revision):
        return
    config = _config()
    known = {None, *(each.revision for each in ScriptDirectory.from_config(config).walk_revisions())}
    if current not in known:
        raise NewerDatabase
    lift(connection)
    config.attributes.update(connection=connection, keyring=keyring)
    (command.upgrade if up else command.downgrade)(config, revision)


def _add_roles(connection: Connection) -> None:
    known = set(connection.execute(select(role.c.name)).scalars())
    for name in ROLES:
        if name not in known:
            connection.execute(insert(role), {"name": name})


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", _FOLDER.replace("%", "%%"))
    return config
