"""Bring a database to the newest shape, or tell what shape it has."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, insert, select, text
from sqlalchemy.pool import NullPool

from consult.store.database import Store
from consult.store.staff import ROLES
from consult.store.tables import role

_FOLDER = str(Path(__file__).parent / "migrations")
_LOCK = 7_206_551
"""PostgreSQL advisory lock, so that two starts at once wait for each other."""


def migrate(store: Store, revision: str = "head") -> None:
    """Upgrade to a revision; does nothing when already there. Two starts at once are safe."""
    _move(store, revision, up=True)


def downgrade(store: Store, revision: str) -> None:
    """Go back to a revision."""
    _move(store, revision, up=False)


def head() -> str | None:
    """The newest revision in the code."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def _move(store: Store, revision: str, *, up: bool) -> None:
    engine = create_engine(store.url, poolclass=NullPool, hide_parameters=True)
    sqlite = engine.dialect.name == "sqlite"
    with store.queueing(), engine.connect().execution_options(migrating=True) as connection:
        if sqlite:
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            connection.commit()
        else:
            connection.execute(text("SELECT pg_advisory_lock(:lock)"), {"lock": _LOCK})
            connection.commit()
        current = MigrationContext.configure(connection).get_current_revision()
        if current != (head() if revision == "head" else revision):
            config = _config()
            config.attributes["connection"] = connection
            (command.upgrade if up else command.downgrade)(config, revision)
            connection.commit()
        if up and revision == "head":
            _add_roles(connection)
        if not sqlite:
            connection.execute(text("SELECT pg_advisory_unlock(:lock)"), {"lock": _LOCK})
            connection.commit()
    engine.dispose()


def _add_roles(connection: Connection) -> None:
    known = set(connection.execute(select(role.c.name)).scalars())
    for name in ROLES:
        if name not in known:
            connection.execute(insert(role), {"name": name})
    connection.commit()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", _FOLDER.replace("%", "%%"))
    return config
