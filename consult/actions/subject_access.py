"""Giving a child, or whoever may ask for them, everything that is held about the child."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from consult.actions.scope import actor, fetch_own_child
from consult.store import readings
from consult.store.audit import add_audit
from consult.store.children import Child
from consult.store.database import Store, Transaction
from consult.store.editions import fetch_edition
from consult.store.everything import Row, fetch_everything
from consult.store.staff import Staff


@dataclass(frozen=True, slots=True)
class Everything:
    """All rows about a child by table; `said` has the words beside the questions they answer."""

    child: Child
    tables: Mapping[str, Sequence[Row]]

    def to_json(self) -> str:
        """The same as one file."""
        return json.dumps(self.tables, ensure_ascii=False, indent=2, default=str)


def export_everything(store: Store, officer: Staff, child_id: str) -> Everything:
    """Everything about a child whose officer this is now, except what the child has not sent: nobody reads that.

    Raises NotThere. One audit row, which is not part of it; the child sees who has read it.
    """
    with store.writing(officer.authority_id) as tx:
        who = fetch_own_child(tx, officer, child_id)
        tables = fetch_everything(tx, who)
        sent = {row["id"]: row["sent_sequence"] for row in tables["conversation"] if row["sent_at"]}
        for conversation_id in sent:
            readings.add_reading(tx, conversation_id, officer.id)
        given = [row for row in tables["answer"] if row["sequence"] <= sent.get(row["conversation_id"], 0)]
        tables["answer"] = [_with_question(tx, tables["conversation"], row) for row in given]
        add_audit(tx, actor(officer), "export_everything", "child", who.public_id, rows=sum(map(len, tables.values())))
        return Everything(who, tables)


def _with_question(tx: Transaction, conversations: Sequence[Row], row: Row) -> dict[str, Any]:
    edition_id = next(each["edition_id"] for each in conversations if each["id"] == row["conversation_id"])
    question = fetch_edition(tx, edition_id).booklet.find(row["question"])
    return {"asked": question.text if question else "", **row}
