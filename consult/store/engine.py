"""Connections: how each database is opened, and what it is told when a transaction begins."""

import os
from typing import Any

from sqlalchemy import URL, Connection, Engine, Executable, create_engine, event, make_url, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

READS_STEADILY = "ISOLATION LEVEL REPEATABLE READ"


def make_engine(url: str, *, every_commit: bool = True) -> Engine:
    """An engine whose transactions name the authority they are for (PostgreSQL) or queue as writers (SQLite).

    Execution options: `authority` its number, `writes`, `steady` (every statement sees the same moment),
    `bare` (no transaction at all).
    """
    database = make_url(url).database
    if url.startswith("sqlite") and database:
        # Made here, so that only its owner may read it; SQLite gives its log files the same rights.
        os.close(os.open(database, os.O_CREAT | os.O_RDWR, 0o600))
    engine = create_engine(url, pool_pre_ping=False, hide_parameters=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        if not every_commit:
            event.listen(engine, "connect", _hurry_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        event.listen(engine, "connect", _prepare_postgres)
        event.listen(engine, "begin", _begin_postgres)
    return engine


def make_plain_engine(url: URL) -> Engine:
    """An engine for migrations: one transaction, for no authority, in which tables may change."""
    engine = create_engine(url, poolclass=NullPool, hide_parameters=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite_to_migrate)
        event.listen(engine, "begin", _begin_sqlite_to_migrate)
    return engine


def name_owner(connection: Connection, authority_id: int) -> None:
    """From here to its end the transaction is for this authority, as one that began without any."""
    if connection.dialect.name != "sqlite":
        connection.execute(_NAME_OWNER, {"owner": str(authority_id)})


_NAME_OWNER: Executable = text("SELECT set_config('consult.authority', :owner, true)")


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # SQLAlchemy says BEGIN, not the driver
    pragmas = ("busy_timeout=10000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")


def _hurry_sqlite(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA synchronous=NORMAL")


def _prepare_sqlite_to_migrate(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys=OFF")  # tables are made anew and renamed


def _begin_sqlite_to_migrate(connection: Connection) -> None:
    _tell(connection, "BEGIN IMMEDIATE")


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    if not options.get("bare"):
        _tell(connection, "BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")


def _prepare_postgres(connection: Any, _record: Any) -> None:
    connection.autocommit = True  # we say BEGIN, so that naming the authority takes no round trip of its own


def _begin_postgres(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("bare"):
        return
    begin = f"BEGIN {READS_STEADILY}" if options.get("steady") else "BEGIN"
    authority_id = options.get("authority")
    # LOCAL: forgotten at the transaction's end, so that a pooled connection cannot carry it to another authority.
    _tell(connection, begin if authority_id is None else f"{begin}; SET LOCAL consult.authority = '{authority_id:d}'")


def _tell(connection: Connection, command: str) -> None:
    """Straight to the driver: a third of a request's statements are these, not worth a cursor result."""
    driver: Any = connection.connection.driver_connection
    try:
        driver.execute(command)
    except connection.dialect.loaded_dbapi.Error as fault:
        connection.invalidate(fault)
        raise DBAPIError.instance(command, None, fault, connection.dialect.loaded_dbapi.Error) from fault
