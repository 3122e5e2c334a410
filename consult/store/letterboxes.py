"""Letterboxes: blank booklets on tablets, and the key that opens what comes back from them."""

import datetime as dt
import hashlib
from dataclasses import dataclass

from sqlalchemy import bindparam, exists, insert, select

from consult.store.database import Store, Transaction
from consult.store.ids import make_token
from consult.store.tables import authority, card, child, conversation, letterbox, letterbox_key, visit


@dataclass(frozen=True, slots=True)
class Letterbox:
    """A blank booklet on some tablet. `helper` and `language`: as they were then.

    `card_replaced`: since then, or no card counts any more.
    """

    id: int
    visit_id: int
    conversation_id: int
    helper: str
    language: str
    made_at: dt.datetime
    card_replaced: bool


_KEY = select(letterbox_key).where(letterbox_key.c.authority_id == bindparam("authority"))
_newer_card = exists().where(
    card.c.authority_id == bindparam("authority"),
    card.c.child_id == visit.c.child_id,
    card.c.issued_at > letterbox.c.made_at,
)
_left = exists().where(
    child.c.authority_id == bindparam("authority"), child.c.id == visit.c.child_id, child.c.left_on.is_not(None)
)
_BY_TOKEN = (
    select(letterbox, (_newer_card | _left).label("card_replaced"))
    .join(visit, visit.c.id == letterbox.c.visit_id)
    .where(letterbox.c.authority_id == bindparam("authority"), letterbox.c.token_hash == bindparam("hashed"))
)
_LOCK = (
    select(conversation.c.id)
    .where(conversation.c.authority_id == bindparam("authority"), conversation.c.id == bindparam("conversation"))
    .with_for_update()
)


def has_authority(store: Store, authority_id: int) -> bool:
    """Whether there is such an authority: an envelope names one before anything in it is believed."""
    with store.engine.connect() as connection:
        return connection.execute(select(authority.c.id).where(authority.c.id == authority_id)).first() is not None


def find_public_key(tx: Transaction) -> bytes | None:
    """The authority's public key for envelopes (SubjectPublicKeyInfo); None before the first was made."""
    row = tx.first(_KEY)
    return row.public if row else None


def find_private_key(tx: Transaction) -> str | None:
    """Its private half as PEM, opened with the authority's key."""
    row = tx.first(_KEY)
    return tx.key.open(row.private_sealed, _place(tx)) if row else None


def add_key(tx: Transaction, private: str, public: bytes) -> None:
    """Keep the authority's pair."""
    sealed = tx.key.seal(private, _place(tx))
    tx.add(insert(letterbox_key), {"private_sealed": sealed, "public": public, "made_at": tx.now})


def add_letterbox(tx: Transaction, visit_id: int, conversation_id: int, helper: str, language: str) -> str:
    """A new one; the capability that lets its tablet post into this conversation."""
    capability = make_token()
    values = {
        "token_hash": _fingerprint(capability),
        "visit_id": visit_id,
        "conversation_id": conversation_id,
        "helper": helper,
        "language": language,
        "made_at": tx.now,
    }
    tx.add(insert(letterbox), values)
    return capability


def find_letterbox(tx: Transaction, capability: str) -> Letterbox | None:
    """The letterbox of this capability; from here on whoever else writes into its conversation waits."""
    row = tx.first(_BY_TOKEN, hashed=_fingerprint(capability))
    if row is None:
        return None
    if tx.connection.dialect.name != "sqlite":
        tx.run(_LOCK, conversation=row.conversation_id)
    return Letterbox(
        row.id, row.visit_id, row.conversation_id, row.helper, row.language, row.made_at, row.card_replaced
    )


def _fingerprint(capability: str) -> bytes:
    return hashlib.sha256(capability.encode()).digest()


def _place(tx: Transaction) -> str:
    return f"letterbox_key:{tx.authority_id}:private"
