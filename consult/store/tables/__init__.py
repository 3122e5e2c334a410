"""Every table, one file a thing."""

from consult.store.tables.alerts import alert
from consult.store.tables.audit import audit, audit_head
from consult.store.tables.booklets import booklet_translation, edition, recording
from consult.store.tables.children import card, card_hash, child
from consult.store.tables.columns import METADATA
from consult.store.tables.conversations import answer, conversation, final_answer, final_theme, reading, reply
from consult.store.tables.cover import break_glass, cover
from consult.store.tables.keys import fingerprint_key
from consult.store.tables.letterboxes import letterbox, letterbox_key
from consult.store.tables.people import authority, role, staff, staff_role
from consult.store.tables.reviews import invitation, review
from consult.store.tables.sign_in import passkey, sign_in_try, spent
from consult.store.tables.visits import visit

OUTSIDE = frozenset(
    {"authority", "staff", "role", "staff_role", "card_hash", "fingerprint_key", "passkey", "sign_in_try", "spent"}
)
"""Tables read before the authority is known; every other one is owned."""

__all__ = [
    "METADATA",
    "OUTSIDE",
    "alert",
    "answer",
    "audit",
    "audit_head",
    "authority",
    "booklet_translation",
    "break_glass",
    "card",
    "card_hash",
    "child",
    "conversation",
    "cover",
    "edition",
    "final_answer",
    "final_theme",
    "fingerprint_key",
    "invitation",
    "letterbox",
    "letterbox_key",
    "passkey",
    "reading",
    "recording",
    "reply",
    "review",
    "role",
    "sign_in_try",
    "spent",
    "staff",
    "staff_role",
    "visit",
]
