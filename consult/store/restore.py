"""A backup put back into an empty database, and read again row by row."""

import base64
import datetime as dt
import json
from collections.abc import Callable, Iterator
from itertools import groupby, islice
from typing import Any

from sqlalchemy import Connection, Date, LargeBinary, Table, delete, insert, select, text

from consult.store.backup import AT_ONCE, END, Tallies, tally_rows
from consult.store.backup_file import BadBackup
from consult.store.database import Transaction, read_fingerprint_keys
from consult.store.engine import name_owner
from consult.store.migrate import head
from consult.store.tables import METADATA, OUTSIDE, authority
from consult.store.tables.columns import Moment

_DECODERS: dict[type, Callable[[Any], Any]] = {
    LargeBinary: base64.b64decode,
    Moment: dt.datetime.fromisoformat,
    Date: dt.date.fromisoformat,
}
_MOVE_SEQUENCE = text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :highest)")


def restore_lines(tx: Transaction, lines: Iterator[str]) -> tuple[str, Tallies]:
    """Put every row back in a transaction of `Store.founding`; when the backup was made, and what is there now.

    Raises BadBackup, or Unopened where the rows want another root key: then nothing must be committed.
    """
    about = json.loads(next(lines))
    if about["revision"] != head():
        raise BadBackup("other_schema", about["revision"])
    if tx.connection.execute(select(authority.c.id).limit(1)).first() is not None:
        raise BadBackup("not_empty")
    _make_room(tx.connection)
    expected = _fill(tx.connection, lines)
    read_fingerprint_keys(tx.keyring, tx.connection)
    found = tally_rows(tx.connection)
    if found != expected:
        raise BadBackup("not_equal")
    return about["made_at"], found


def _make_room(connection: Connection) -> None:
    """Take away what stands in a database without any authority: roles, fresh keys, tries to sign in."""
    for table in reversed(METADATA.sorted_tables):
        if table.name in OUTSIDE:
            connection.execute(delete(table))


def _fill(connection: Connection, lines: Iterator[str]) -> Tallies:
    """Insert the rows; what the backup says of each table."""
    expected: Tallies = {}
    highest: dict[str, int] = {}
    parts = (line.split(" ", 2) for line in lines)
    for (name, owner), group in groupby(parts, lambda each: (each[0], int(each[1]))):
        rows = (json.loads(values) for _, _, values in group)
        if name == END:
            expected = next(rows)
            continue
        if owner:
            name_owner(connection, owner)
        table = METADATA.tables[name]
        while batch := [_decode(table, row) for row in islice(rows, AT_ONCE)]:
            connection.execute(insert(table), batch)
            highest[name] = max(highest.get(name, 0), *(row.get("id", 0) for row in batch))
    _move_sequences(connection, highest)
    return expected


def _decode(table: Table, values: list[Any]) -> dict[str, Any]:
    """A row as the table's columns want it."""
    return {
        column.name: value if value is None else _DECODERS.get(type(column.type), _as_it_is)(value)
        for column, value in zip(table.c, values, strict=True)
    }


def _as_it_is(value: Any) -> Any:
    return value


def _move_sequences(connection: Connection, highest: dict[str, int]) -> None:
    """Let PostgreSQL number new rows after those that came with their numbers; SQLite does so by itself."""
    if connection.dialect.name == "sqlite":
        return
    for name, number in highest.items():
        if number:
            connection.execute(_MOVE_SEQUENCE, {"name": name, "highest": number})
