"""Everything held about one child, table by table, opened: for a request to see it (UK GDPR, article 15).

The tables are followed along their foreign keys, so that a table added later is not forgotten.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, LargeBinary, Table, bindparam, or_, select

from consult.store.children import Child, fetch_child_key
from consult.store.database import AnyRow, Transaction
from consult.store.sealing import Key
from consult.store.tables import METADATA, audit, child

Row = Mapping[str, Any]
Opener = Callable[["Keys", AnyRow], tuple[Key, str] | None]
"""The key of a sealed column's row and the place it is sealed for; None once the key is destroyed."""

WAYS = ("child", "card", "review", "conversation", "final_answer")
"""Tables whose rows lead on to others, from the child outwards."""
CREDENTIALS = {
    "audit.fingerprint",
    "card.number_sealed",
    "card_hash.number_hash",
    "child.pictures_mac",
    "child.wrapped_key",
    "conversation.drafts_sealed",
    "letterbox.token_hash",
    "review.wrapped_key",
    "visit.token_hash",
}
"""Columns that only let somebody in, open other columns or guard them, and drafts: held, and not given out."""
WITHHELD = {"break_glass.because_sealed"}
"""Columns that are the auditor's alone to open: a reason may be about the very officer who gives everything out."""
MERGE = "merge_children"
"""The deed that made two children one."""
_MERGED = select(audit.c.detail).where(
    audit.c.authority_id == bindparam("authority"), audit.c.deed == MERGE, audit.c.subject == bindparam("child")
)


class Keys:
    """The child's key, and that of each review and conversation found so far."""

    def __init__(self, tx: Transaction, who: Child) -> None:
        self._tx, self.child_public_id = tx, who.public_id
        self.child = fetch_child_key(tx, who.id)
        self.reviews: dict[int, Key | None] = {}
        self.conversations: dict[int, tuple[str, Key | None]] = {}

    def learn(self, table: Table, row: AnyRow) -> None:
        """Remember what later tables need."""
        if table.name == "review":
            place = f"review:{row.public_id}"
            self.reviews[row.id] = self._tx.key.unwrap(row.wrapped_key, place) if row.wrapped_key else None
        if table.name == "conversation":
            key = self.child if row.review_id is None else self.reviews[row.review_id]
            self.conversations[row.id] = (row.public_id, key)


def _of_child(field: str) -> Opener:
    return lambda keys, row: (keys.child, f"child:{keys.child_public_id}:{field}")


def _of_row(kind: str, field: str) -> Opener:
    return lambda keys, row: (keys.child, f"{kind}:{row.public_id}:{field}")


def _answer(keys: Keys, row: AnyRow) -> tuple[Key, str] | None:
    public_id, key = keys.conversations[row.conversation_id]
    return (key, f"answer:{public_id}:{row.sequence}:{row.question}") if key else None


def _drafts(keys: Keys, row: AnyRow) -> tuple[Key, str] | None:
    key = keys.conversations[row.id][1]
    return (key, f"conversation:{row.public_id}:drafts") if key else None


OPENERS: dict[str, Opener] = {
    "alert.done_sealed": _of_row("alert", "done"),
    "alert.words_sealed": _of_row("alert", "words"),
    "answer.sealed": _answer,
    "child.date_of_birth_sealed": _of_child("date_of_birth"),
    "child.first_name_sealed": _of_child("first_name"),
    "child.held_because_sealed": _of_child("held_because"),
    "conversation.drafts_sealed": _drafts,
    "reply.words_sealed": _of_row("reply", "words"),
}
"""Sealed column -> what opens it."""


def fetch_everything(tx: Transaction, who: Child) -> dict[str, list[Row]]:
    """Table -> its rows about this child, JSON-ready, words opened. Whoever calls this writes the audit row."""
    keys = Keys(tx, who)
    return {table.name: [_open(keys, table, row) for row in rows] for table, rows in walk_rows(tx, who, keys)}


def walk_rows(tx: Transaction, who: Child, keys: Keys) -> Iterator[tuple[Table, Sequence[AnyRow]]]:
    """Each table with its rows about this child as they are kept, while `keys` learns what opens them."""
    found, names = {"child": {who.id}}, {who.public_id, *_list_merged(tx, who)}
    for table in tables_about_a_child():
        rows = tx.all(_about(table, found, names))
        found[table.name] = {row.id for row in rows} if table.name in WAYS else set()
        for row in rows:
            keys.learn(table, row)
            names.add(getattr(row, "public_id", who.public_id))
        yield table, rows


def _list_merged(tx: Transaction, who: Child) -> list[str]:
    """Public ids under which the same child was kept a second time: old audit rows still name them."""
    rows = tx.all(_MERGED, child=who.public_id)
    return [json.loads(row.detail)["merged"] for row in rows]


def tables_about_a_child() -> list[Table]:
    """The child's own table, every owned table that leads to it in the order of their foreign keys, and the audit."""
    known = {"child"}
    about = [child]
    for table in METADATA.sorted_tables:
        if table.name != "child" and "authority_id" in table.c and _ways(table) & known:
            known.add(table.name)
            about.append(table)
    return [*about, audit]


def _ways(table: Table) -> set[str]:
    return {key.column.table.name for key in table.foreign_keys} & set(WAYS)


def _about(table: Table, found: Mapping[str, set[int]], names: set[str]) -> Any:
    """`names`: public ids of the child and of every row found so far, by which audit rows name them."""
    owned = table.c.authority_id == bindparam("authority")
    if table is audit:
        return (
            select(audit).where(owned, or_(audit.c.subject.in_(names), audit.c.actor.in_(names))).order_by(audit.c.id)
        )
    wanted: list[ColumnElement[bool]] = [
        key.parent.in_(found[key.column.table.name])
        for key in table.foreign_keys
        if found.get(key.column.table.name) and key.column.table.name in WAYS
    ]
    if table.name == "child":
        wanted = [child.c.id.in_(found["child"])]
    return select(table).where(owned, or_(False, *wanted)).order_by(*table.primary_key)


def _open(keys: Keys, table: Table, row: AnyRow) -> Row:
    opened: dict[str, Any] = {}
    for column in table.c:
        value, path = row._mapping[column.name], f"{table.name}.{column.name}"
        if path in CREDENTIALS | WITHHELD or column.name == "authority_id":
            continue
        if isinstance(column.type, LargeBinary):
            way = OPENERS[path](keys, row) if value else None
            opened[column.name.removesuffix("_sealed")] = way[0].open(value, way[1]) if way else None
        else:
            opened[column.name] = value.isoformat() if isinstance(value, dt.date) else value
    return opened
