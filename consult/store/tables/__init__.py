"""Every table, one file a thing."""

from consult.store.tables.alerts import alert
from consult.store.tables.audit import audit
from consult.store.tables.booklets import booklet_translation, edition, recording
from consult.store.tables.children import card, card_hash, child
from consult.store.tables.columns import METADATA
from consult.store.tables.conversations import answer, conversation, final_answer, final_theme, reading, reply
from consult.store.tables.people import authority, role, staff, staff_role
from consult.store.tables.reviews import invitation, review
from consult.store.tables.visits import visit

OUTSIDE = frozenset({"authority", "staff", "role", "staff_role", "card_hash"})
"""Tables read before the authority is known; every other one is owned."""

__all__ = [
    "METADATA",
    "OUTSIDE",
    "alert",
    "answer",
    "audit",
    "authority",
    "booklet_translation",
    "card",
    "card_hash",
    "child",
    "conversation",
    "edition",
    "final_answer",
    "final_theme",
    "invitation",
    "reading",
    "recording",
    "reply",
    "review",
    "role",
    "staff",
    "staff_role",
    "visit",
]
