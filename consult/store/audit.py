"""Audit rows: who did or read what, and when. They form a chain, so that none is changed quietly.

Each authority's rows are numbered, and each row's link is a keyed hash (HMAC-SHA256) of the link before it and of
what the row says. A row carries only a fingerprint of its link, and the head of the chain the newest link itself:
whoever cuts off the last rows cannot write the head that would fit what is left.
"""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from consult.store.database import Transaction
from consult.store.sealing import Key
from consult.store.tables import audit, audit_head

FIRST_LINK = b""

_SAYS = ("actor_kind", "actor", "deed", "subject_kind", "subject", "detail")
_HEAD = select(audit_head.c.sequence, audit_head.c.link).where(audit_head.c.authority_id == bindparam("authority"))
# Held until the deed is done: the next one in this authority hangs its row on ours.
_HOLD_HEAD = _HEAD.with_for_update()
_MOVE_HEAD = (
    update(audit_head)
    .where(audit_head.c.authority_id == bindparam("authority"))
    .values(sequence=bindparam("length"), link=bindparam("newest"))
)
_ADD = insert(audit).values(
    {"authority_id": bindparam("authority"), "sequence": bindparam("length")}
    | {name: bindparam(name) for name in ("at", *_SAYS, "fingerprint")}
)
_ADD_AND_MOVE_HEAD = _ADD.add_cte(_MOVE_HEAD.cte("moved"))
_ROWS = select(audit).where(audit.c.authority_id == bindparam("authority")).order_by(audit.c.sequence, audit.c.id)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts. `kind`: child, staff or command; `id`: public id, or the command's name."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Chain:
    """What verifying found. `broken`: number of the first row that is not as it was written, None where all are.

    `head`: what to note in another place, as `812-3f9a52…`; it changes with every row. `passes_note`: whether a head
    noted earlier is still on the chain; without, somebody went back to an older copy of all of it.
    """

    rows: int
    broken: int | None
    head: str
    passes_note: bool


def add_audit(tx: Transaction, actor: Actor, deed: str, kind: str, subject: str, **detail: str | int) -> None:
    """One audit row in the deed's own transaction. `detail` holds codes, counts and ids, never words."""
    length, link = tx.chained or tx.run(_HOLD_HEAD).one()
    if tx.covering and actor.kind == "staff":
        detail["covering"] = tx.covering
    row: dict[str, Any] = {
        "at": tx.now,
        "actor_kind": actor.kind,
        "actor": actor.id,
        "deed": deed,
        "subject_kind": kind,
        "subject": subject,
        "detail": json.dumps(detail, sort_keys=True),
    }
    newest = next_link(tx.keys.audit, link, length + 1, row)
    row["fingerprint"] = fingerprint(tx.keys.audit, newest)
    if tx.connection.dialect.name == "sqlite":
        tx.run(_MOVE_HEAD, length=length + 1, newest=newest)
        tx.run(_ADD, length=length + 1, **row)
    else:  # in one round trip
        tx.run(_ADD_AND_MOVE_HEAD, length=length + 1, newest=newest, **row)
    tx.chained = (length + 1, newest)


def begin_chain(connection: Connection, authority_id: int, wrapped_key: bytes) -> None:
    """An empty chain under this key, for a new authority."""
    values = {"authority_id": authority_id, "wrapped_key": wrapped_key, "sequence": 0, "link": FIRST_LINK}
    connection.execute(insert(audit_head), values)


def next_link(key: Key, link: bytes, number: int, row: Mapping[Any, Any]) -> bytes:
    """The link of the row with this number after the link before it. `row`: `at` (aware) and all that it says."""
    at: dt.datetime = row["at"]
    moment = at.astimezone(dt.UTC).isoformat(timespec="microseconds")
    return key.mac(json.dumps([link.hex(), number, moment, *(row[name] for name in _SAYS)]))


def fingerprint(key: Key, link: bytes) -> bytes:
    """What a row shows of its link."""
    return key.mac(f"row:{link.hex()}")


def verify_chain(tx: Transaction, noted: str = "") -> Chain:
    """Work the whole chain out again, in a steady transaction. `noted`: a head from earlier."""
    head = tx.run(_HEAD).one()
    key, link, length, broken, passed = tx.keys.audit, FIRST_LINK, 0, None, not noted
    rows = tx.connection.execute(_ROWS, {"authority": tx.authority_id}, execution_options={"yield_per": 1000})
    for row in rows.mappings():
        length += 1
        link = next_link(key, link, length, dict(row))
        if broken is None and (row["sequence"] != length or row["fingerprint"] != fingerprint(key, link)):
            broken = length
        passed = passed or _note(key, length, link) == noted
    if broken is None and (length != head.sequence or link != head.link):
        broken = length + 1
    return Chain(length, broken, _note(key, length, link), passed)


def _note(key: Key, length: int, link: bytes) -> str:
    return f"{length}-{key.mac(f'note:{link.hex()}').hex()[:16]}"
