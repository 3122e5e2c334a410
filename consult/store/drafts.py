"""What a child typed and stopped before it was an answer: sealed, on its conversation, by question.

Nobody but the child is ever shown a draft. It goes when the question is answered.
"""

import json

from consult.booklet.answers import Given
from consult.store.conversations import change_conversation
from consult.store.database import Transaction
from consult.store.seats import Talk


def list_drafts(talk: Talk) -> dict[str, Given]:
    """Question key -> what stood in its form."""
    if talk.drafts_sealed is None:
        return {}
    kept = json.loads(talk.key.open(talk.drafts_sealed, _place(talk)))
    return {name: Given(tuple(picked), words, fields) for name, (picked, words, fields) in kept.items()}


def keep_draft(tx: Transaction, talk: Talk, question: str, given: Given) -> None:
    """Keep it, in place of an earlier one for the same question."""
    _write(tx, talk, list_drafts(talk) | {question: given})


def drop_draft(tx: Transaction, talk: Talk, question: str) -> None:
    """Forget the draft for a question, if there is one; costs nothing where there are none."""
    drafts = list_drafts(talk)
    if drafts.pop(question, None):
        _write(tx, talk, drafts)


def _write(tx: Transaction, talk: Talk, drafts: dict[str, Given]) -> None:
    kept = {name: (each.picked, each.words, dict(each.fields)) for name, each in drafts.items()}
    sealed = talk.key.seal(json.dumps(kept, ensure_ascii=False), _place(talk)) if kept else None
    change_conversation(tx, talk.id, drafts_sealed=sealed)


def _place(talk: Talk) -> str:
    return f"conversation:{talk.public_id}:drafts"
