"""What lies in the database, read past the application, to see that nothing moved."""

import sqlite3
from collections import Counter
from contextlib import closing
from typing import Any

from consult.store.database import Store

Shelves = dict[str, Counter[tuple[Any, ...]]]
MOVES_ANYWAY = {("visit", "seen_at")}


def look(store: Store, *, without: tuple[tuple[str, str], ...] = ()) -> Shelves:
    """Every row of every table but the audit's; `without`: further columns to leave out."""
    left_out = MOVES_ANYWAY | set(without)
    with closing(sqlite3.connect(str(store.url.database))) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        shelves = {}
        for table in tables:
            found = connection.execute(f"SELECT * FROM {table}")
            kept = [n for n, column in enumerate(found.description) if (table, column[0]) not in left_out]
            shelves[table] = Counter(tuple(row[n] for n in kept) for row in found)
    for chain in ("audit", "audit_head"):
        shelves.pop(chain)
    return shelves


def count(store: Store, table: str) -> int:
    """How many rows a table has."""
    with closing(sqlite3.connect(str(store.url.database))) as connection:
        (number,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(number)
