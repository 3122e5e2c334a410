"""Every row of every authority as lines of text, the same from both databases.

First a line about the backup, then `table owner [values]` a row, last `end 0 {table: [rows, digest]}`.
"""

import base64
import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, bindparam, select

from consult.store.backup_file import BadBackup
from consult.store.database import Store
from consult.store.engine import name_owner
from consult.store.migrate import head, revision_of
from consult.store.tables import METADATA, OUTSIDE, authority

END = "end"
AT_ONCE = 1000
"""Rows fetched from the database at a time."""


@dataclass
class Tally:
    """How many rows a table has, and one digest of all of them, in whatever order the database gives them."""

    hashes: list[bytes] = field(default_factory=list, repr=False)

    def add(self, row: str) -> None:
        """Count one row, as a line writes it."""
        self.hashes.append(hashlib.sha256(row.encode()).digest())

    def sum_up(self) -> list[Any]:
        """Rows, and their digest in hex, as JSON gives them back."""
        return [len(self.hashes), hashlib.sha256(b"".join(sorted(self.hashes))).hexdigest()]


Tallies = dict[str, list[Any]]
"""Table -> rows and digest."""


def list_lines(store: Store) -> Iterator[str]:
    """A whole backup, as everything was at one moment. Raises BadBackup while the database has another schema."""
    tallies = _tallies()
    with store.engine.connect().execution_options(steady=True) as connection, connection.begin():
        revision = revision_of(connection)
        if revision != head():
            raise BadBackup("moved_on", revision or "")
        yield json.dumps({"made_at": store.clock.now().isoformat(), "revision": revision})
        for table, owner, row in _list_rows(connection):
            tallies[table.name].add(row)
            yield f"{table.name} {owner} {row}"
    yield f"{END} 0 {json.dumps(_sum_up(tallies))}"


def tally_rows(connection: Connection) -> Tallies:
    """What a backup of this database would say of each table."""
    tallies = _tallies()
    for table, _owner, row in _list_rows(connection):
        tallies[table.name].add(row)
    return _sum_up(tallies)


def _list_rows(connection: Connection) -> Iterator[tuple[Table, int, str]]:
    """Table, owner (0 where none owns the table), the row; tables stand after those that they refer to."""
    owners = connection.execute(select(authority.c.id).order_by(authority.c.id)).scalars().all()
    for table in METADATA.sorted_tables:
        if table.name in OUTSIDE:
            yield from ((table, 0, row) for row in _list_rows_of(connection, table, 0))
            continue
        for owner in owners:
            name_owner(connection, owner)
            yield from ((table, owner, row) for row in _list_rows_of(connection, table, owner))


def _list_rows_of(connection: Connection, table: Table, owner: int) -> Iterator[str]:
    statement = select(table)
    if owner:
        statement = statement.where(table.c.authority_id == bindparam("authority"))
    rows = connection.execute(statement, {"authority": owner}, execution_options={"yield_per": AT_ONCE})
    return (json.dumps(list(row), default=_encode) for row in rows)


def _encode(value: Any) -> str:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _tallies() -> dict[str, Tally]:
    return {name: Tally() for name in METADATA.tables}


def _sum_up(tallies: dict[str, Tally]) -> Tallies:
    return {name: tally.sum_up() for name, tally in sorted(tallies.items())}
