"""Connections and transactions: SQLite (WAL, every commit on disk, one writer) or PostgreSQL."""

import datetime as dt
import fcntl
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, CursorResult, Engine, Executable, Insert, Row, create_engine, event, make_url, select
from sqlalchemy.exc import ArgumentError, DBAPIError

from consult.store.clock import Clock, local
from consult.store.sealing import Key, Keyring
from consult.store.tables import authority

AnyRow = Row[*tuple[Any, ...]]

TROUBLE = (ArgumentError, DBAPIError)
"""What comes of a wrong address, a server that does not answer, a file that cannot be opened."""

_AUTHORITY_KEY = select(authority.c.key, authority.c.wrapped_key)


@dataclass
class Transaction:
    """What store functions work in: a connection, the authority that owns every row touched, and now."""

    connection: Connection
    authority_id: int
    now: dt.datetime
    today: dt.date
    keyring: Keyring
    memory: dict[Any, Any]
    """What never changes once read, shared by all transactions of a store (editions)."""
    _key: Key | None = field(default=None, repr=False)

    @property
    def key(self) -> Key:
        """The authority's key."""
        if self._key is None:
            row = self.connection.execute(_AUTHORITY_KEY.where(authority.c.id == self.authority_id)).one()
            self._key = self.keyring.authority(self.authority_id, row.key, row.wrapped_key)
        return self._key

    def run(self, statement: Executable, **values: Any) -> Any:
        """Execute with the owner bound as `authority`."""
        return self.connection.execute(statement, {"authority": self.authority_id, **values})

    def first(self, statement: Executable, **values: Any) -> AnyRow | None:
        """The first row, or None."""
        row: AnyRow | None = self.run(statement, **values).first()
        return row

    def all(self, statement: Executable, **values: Any) -> Sequence[AnyRow]:
        """Every row."""
        rows: Sequence[AnyRow] = self.run(statement, **values).all()
        return rows

    def add(self, statement: Insert, values: Mapping[str, Any]) -> int:
        """Insert one row owned by the authority; its id."""
        result = self.connection.execute(statement, {"authority_id": self.authority_id, **values})
        return inserted_id(result)


def inserted_id(result: CursorResult[*tuple[Any, ...]]) -> int:
    """The id of the one row just inserted."""
    key = result.inserted_primary_key
    assert key is not None
    number: int = key[0]
    return number


class Store:
    """The open database, its keys and its clock.

    `every_commit`: SQLite waits for the disk at every commit; without, only at checkpoints, so that the last
    commits before a power cut may be lost. For filling a demo, where nobody's words are at stake.
    """

    def __init__(self, url: str, keyring: Keyring, clock: Clock | None = None, *, every_commit: bool = True) -> None:
        self.url = make_url(url)
        self.keyring = keyring
        self.clock = clock or Clock()
        self.engine = _make_engine(url, every_commit)
        self._known_keys: dict[int, Key] = {}
        self._memory: dict[Any, Any] = {}

    @property
    def lock_path(self) -> Path | None:
        """The file that SQLite's writers queue on; None for PostgreSQL and memory."""
        if self.url.get_backend_name() == "sqlite" and self.url.database:
            return Path(self.url.database + ".lock")
        return None

    @contextmanager
    def reading(self, authority_id: int) -> Iterator[Transaction]:
        """A transaction that only reads.

        It commits all the same: at a rollback psycopg forgets its prepared statements, and PostgreSQL would plan
        every statement of every request again.
        """
        with self.engine.connect() as connection, connection.begin():
            yield self._transaction(connection, authority_id)

    @contextmanager
    def writing(self, authority_id: int) -> Iterator[Transaction]:
        """A transaction that commits at its end, or leaves nothing behind when it raises."""
        with self.queueing(), self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield self._transaction(connection, authority_id)

    @contextmanager
    def founding(self) -> Iterator[Transaction]:
        """A transaction that no authority owns yet, to add one; founders wait for each other.

        Whoever adds one sets `authority_id`.
        """
        with self.queueing(), self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            if connection.dialect.name != "sqlite":
                connection.exec_driver_sql("LOCK TABLE authority IN SHARE ROW EXCLUSIVE MODE")
            now = self.clock.now()
            yield Transaction(connection, 0, now, local(now).date(), self.keyring, {})

    @contextmanager
    def queueing(self) -> Iterator[None]:
        """One SQLite writer at a time; its own busy handler sleeps and starves (docs/decisions)."""
        path = self.lock_path
        if path is None:
            yield
            return
        descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    def _transaction(self, connection: Connection, authority_id: int) -> Transaction:
        now = self.clock.now()
        known = self._known_keys.get(authority_id)
        transaction = Transaction(connection, authority_id, now, local(now).date(), self.keyring, self._memory, known)
        if known is None and authority_id:
            self._known_keys[authority_id] = transaction.key
        return transaction


def _make_engine(url: str, every_commit: bool) -> Engine:
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
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # SQLAlchemy says BEGIN, not the driver
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000"):
        connection.execute(f"PRAGMA {pragma}")


def _hurry_sqlite(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA synchronous=NORMAL")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    raw: Any = connection.connection.driver_connection  # a third of a request's statements: not worth a cursor result
    raw.execute("BEGIN IMMEDIATE" if writes else "BEGIN")
