"""Lending a voice: recordings of what a booklet asks."""

from consult.actions.refusals import NotThere, Refused
from consult.actions.scope import actor
from consult.actions.sound_files import media_type_of
from consult.store.audit import add_audit
from consult.store.database import Store
from consult.store.recordings import Sound, hash_wording, keep_sound, remove_sound
from consult.store.staff import Staff

LARGEST_SOUND = 2 * 1024 * 1024
_SUBJECT = 24
"""So many letters of the hash tell recordings apart in the audit, which never holds the sentence."""


def record(store: Store, staff: Staff, wording: str, language: str, content: bytes) -> str:
    """Keep the sound of exactly this wording, in place of an earlier one; its key.

    Raises Refused: empty, too_large, not_a_sound.
    """
    if not content:
        raise Refused("empty")
    if len(content) > LARGEST_SOUND:
        raise Refused("too_large")
    media_type = media_type_of(content)
    if not media_type:
        raise Refused("not_a_sound")
    text_hash = hash_wording(wording, language)
    with store.writing(staff.authority_id) as tx:
        keep_sound(tx, text_hash, language, Sound(media_type, content))
        add_audit(
            tx, actor(staff), "record", "recording", text_hash[:_SUBJECT], bytes=len(content), media_type=media_type
        )
    return text_hash


def remove_recording(store: Store, staff: Staff, text_hash: str) -> None:
    """Take the recording away for good. Raises NotThere."""
    with store.writing(staff.authority_id) as tx:
        if not remove_sound(tx, text_hash):
            raise NotThere
        add_audit(tx, actor(staff), "remove_recording", "recording", text_hash[:_SUBJECT])
