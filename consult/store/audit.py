"""Audit rows: who did or read what, and when."""

import json
from dataclasses import dataclass

from sqlalchemy import insert

from consult.store.database import Transaction
from consult.store.tables import audit


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts. `kind`: child, staff or command; `id`: public id, or the command's name."""

    kind: str
    id: str


def add_audit(tx: Transaction, actor: Actor, deed: str, kind: str, subject: str, **detail: str | int) -> None:
    """One audit row in the deed's own transaction. `detail` holds codes, counts and ids, never words."""
    tx.add(
        insert(audit),
        {
            "at": tx.now,
            "actor_kind": actor.kind,
            "actor": actor.id,
            "deed": deed,
            "subject_kind": kind,
            "subject": subject,
            "detail": json.dumps(detail, sort_keys=True),
        },
    )
