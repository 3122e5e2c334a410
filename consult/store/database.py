"""Transactions: SQLite (WAL, every commit on disk, one writer) or PostgreSQL (row-level security)."""

import datetime as dt
import fcntl
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, CursorResult, Executable, Insert, Row, bindparam, make_url, select
from sqlalchemy.exc import ArgumentError, DBAPIError

from consult.store.clock import Clock, local
from consult.store.engine import make_engine
from consult.store.sealing import AuthorityKeys, Key, Keyring, Unopened
from consult.store.tables import audit_head, authority, fingerprint_key

AnyRow = Row[*tuple[Any, ...]]
T = TypeVar("T")

TROUBLE = (ArgumentError, DBAPIError)
"""What comes of a wrong address, a server that does not answer, a file that cannot be opened."""

_KEYS = (
    select(authority.c.key, authority.c.wrapped_key, audit_head.c.wrapped_key.label("wrapped_audit_key"))
    .join(audit_head, audit_head.c.authority_id == authority.c.id)
    .where(audit_head.c.authority_id == bindparam("authority"))
)
# Rotating holds the row meanwhile; answering, which only refers to it, does not wait for either.
_HOLD_KEYS = select(authority.c.id).where(authority.c.id == bindparam("authority")).with_for_update(read=True)
_FINGERPRINT_KEYS = select(fingerprint_key.c.purpose, fingerprint_key.c.wrapped_key)


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
    known_keys: dict[int, AuthorityKeys] = field(default_factory=dict, repr=False)
    """Authority -> keys, as last read by any transaction of the store."""
    chained: tuple[int, bytes] | None = None
    """How long the authority's audit chain is and its last link, once this transaction has added to it."""
    covering: str = ""
    """Public id of the officer for whom somebody else acts in this transaction; every audit row of it says so."""
    _holds_keys: bool = False

    @property
    def keys(self) -> AuthorityKeys:
        """The authority's keys."""
        return self.known_keys.get(self.authority_id) or self.read_keys()

    @property
    def key(self) -> "UpperKey":
        """The authority's key, under which children's and reviews' keys are wrapped."""
        return UpperKey(self)

    def read_keys(self) -> AuthorityKeys:
        """The authority's keys as they are now. Raises Unopened where the root key is another."""
        row = self.run(_KEYS).one()
        keys = self.keyring.open_authority(row.key, row.wrapped_key, row.wrapped_audit_key)
        self.known_keys[self.authority_id] = keys
        return keys

    def hold_keys(self) -> AuthorityKeys:
        """The same, and nobody rotates them until this transaction ends."""
        if not self._holds_keys:
            self.run(_HOLD_KEYS)
            self.read_keys()
            read_fingerprint_keys(self.keyring, self.connection)
            self._holds_keys = True
        return self.keys

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


class UpperKey:
    """An authority's key at work, though another process may rotate it at any moment.

    What it seals and wraps is always under the newest; what does not open is tried again with the newest.
    """

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def seal(self, text: str, place: str) -> bytes:
        """The text sealed for this place."""
        return self._tx.hold_keys().words.seal(text, place)

    def open(self, sealed: bytes, place: str) -> str:
        """The text again. Raises Unopened."""
        return self._try(lambda key: key.open(sealed, place))

    def wrap_new(self, place: str) -> tuple[Key, bytes]:
        """A fresh key and its wrapping for this place."""
        return self._tx.hold_keys().words.wrap_new(place)

    def unwrap(self, wrapped: bytes, place: str) -> Key:
        """A wrapped key, ready for use. Raises Unopened."""
        return self._try(lambda key: key.unwrap(wrapped, place))

    def _try(self, use: Callable[[Key], T]) -> T:
        try:
            return use(self._tx.keys.words)
        except Unopened:
            return use(self._tx.read_keys().words)


def inserted_id(result: CursorResult[*tuple[Any, ...]]) -> int:
    """The id of the one row just inserted."""
    key = result.inserted_primary_key
    assert key is not None
    number: int = key[0]
    return number


def read_fingerprint_keys(keyring: Keyring, connection: Connection) -> None:
    """Let the keyring learn what card numbers and visits are found by. Raises Unopened."""
    rows = connection.execute(_FINGERPRINT_KEYS)
    keyring.learn({row.purpose: row.wrapped_key for row in rows})


class Store:
    """The open database, its keys and its clock.

    `every_commit`: SQLite waits for the disk at every commit; without, only at checkpoints, so that the last
    commits before a power cut may be lost. For filling a demo, where nobody's words are at stake.
    """

    def __init__(self, url: str, keyring: Keyring, clock: Clock | None = None, *, every_commit: bool = True) -> None:
        self.url = make_url(url)
        self.keyring = keyring
        self.clock = clock or Clock()
        self.engine = make_engine(url, every_commit=every_commit)
        self._known_keys: dict[int, AuthorityKeys] = {}
        self._memory: dict[Any, Any] = {}

    @property
    def lock_path(self) -> Path | None:
        """The file that SQLite's writers queue on; None for PostgreSQL and memory."""
        if self.url.get_backend_name() == "sqlite" and self.url.database:
            return Path(self.url.database + ".lock")
        return None

    def check_keys(self) -> None:
        """Raises Unopened where the root key is not the one that this database was made with."""
        with self.engine.connect() as connection:
            read_fingerprint_keys(self.keyring, connection)

    @contextmanager
    def reading(self, authority_id: int, *, steady: bool = False) -> Iterator[Transaction]:
        """A transaction that only reads. `steady`: all of it sees the same moment.

        It commits all the same: at a rollback psycopg forgets its prepared statements, and PostgreSQL would plan
        every statement of every request again.
        """
        options = {"authority": authority_id, "steady": steady}
        with self.engine.connect().execution_options(**options) as connection, connection.begin():
            yield self._transaction(connection, authority_id)

    @contextmanager
    def writing(self, authority_id: int) -> Iterator[Transaction]:
        """A transaction that commits at its end, or leaves nothing behind when it raises."""
        options = {"authority": authority_id, "writes": True}
        with self.queueing(), self.engine.connect().execution_options(**options) as connection, connection.begin():
            yield self._transaction(connection, authority_id)

    @contextmanager
    def founding(self) -> Iterator[Transaction]:
        """A transaction that no authority owns yet, to add one; founders wait for each other.

        Whoever adds one sets `authority_id`.
        """
        with self.queueing(), self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            if connection.dialect.name != "sqlite":
                connection.exec_driver_sql("LOCK TABLE authority IN SHARE ROW EXCLUSIVE MODE")
            if not self.keyring.knows_fingerprints:
                read_fingerprint_keys(self.keyring, connection)
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

    def wipe_traces(self) -> None:
        """Let no key that was destroyed linger in a table's file (both) or in the log (SQLite).

        PostgreSQL overwrites its own log and what lies in its copies in its own time.
        """
        command = "VACUUM FULL review, child" if self.lock_path is None else "PRAGMA wal_checkpoint(TRUNCATE)"
        with self.queueing(), self.engine.connect().execution_options(bare=True) as connection:
            connection.exec_driver_sql(command)

    def _transaction(self, connection: Connection, authority_id: int) -> Transaction:
        if not self.keyring.knows_fingerprints:
            read_fingerprint_keys(self.keyring, connection)
        now = self.clock.now()
        return Transaction(
            connection, authority_id, now, local(now).date(), self.keyring, self._memory, self._known_keys
        )
