"""Recordings of a booklet's sentences: found by the exact wording, so that a changed sentence has none."""

import hashlib
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import bindparam, delete, insert, select, update

from consult.store.database import Transaction
from consult.store.tables import authority, recording


@dataclass(frozen=True, slots=True)
class Sound:
    """A sound file as it was uploaded. `media_type` such as audio/mpeg, read from its first bytes."""

    media_type: str
    content: bytes


_OWNED = recording.c.authority_id == bindparam("authority")
_THIS_ONE = (_OWNED, recording.c.text_hash == bindparam("wanted"))
_SOUND = select(recording.c.media_type, recording.c.sound).where(*_THIS_ONE)
_KNOWN = select(recording.c.text_hash).where(_OWNED, recording.c.text_hash.in_(bindparam("wanted", expanding=True)))
_ALL = select(recording.c.text_hash).where(_OWNED)
_QUEUE = select(authority.c.id).where(authority.c.id == bindparam("authority")).with_for_update()


def hash_wording(text: str, language: str) -> str:
    """The key of a sentence's recording: sha-256 in hex of the language and the text.

    Differences that nobody hears, in white space or in how an accent is composed, make no other wording.
    """
    heard = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(f"{language}\n{heard}".encode()).hexdigest()


def find_sound(tx: Transaction, text_hash: str) -> Sound | None:
    """The recording of this wording."""
    row = tx.first(_SOUND, wanted=text_hash)
    return Sound(row.media_type, row.sound) if row else None


def list_recorded(tx: Transaction, text_hashes: Collection[str]) -> frozenset[str]:
    """Those of the wordings that have a recording."""
    return frozenset(row.text_hash for row in tx.all(_KNOWN, wanted=list(text_hashes)))


def list_all_recorded(tx: Transaction) -> frozenset[str]:
    """Every wording that has a recording."""
    return frozenset(row.text_hash for row in tx.all(_ALL))


def keep_sound(tx: Transaction, text_hash: str, language: str, sound: Sound) -> None:
    """The recording of this wording from now on."""
    tx.run(_QUEUE)  # two uploads of one sentence at once would both find none
    values = {"media_type": sound.media_type, "sound": sound.content, "uploaded_at": tx.now}
    replaced = tx.run(update(recording).where(*_THIS_ONE).values(values), wanted=text_hash)
    if not replaced.rowcount:
        tx.add(insert(recording), {"text_hash": text_hash, "language": language, **values})


def remove_sound(tx: Transaction, text_hash: str) -> bool:
    """Whether there was one to remove."""
    return bool(tx.run(delete(recording).where(*_THIS_ONE), wanted=text_hash).rowcount)
