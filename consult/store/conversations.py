"""Conversations and their answers. Answers are only ever added; the highest sequence is what stands."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update

from consult.booklet.answers import Answer
from consult.store.database import Transaction
from consult.store.editions import Edition
from consult.store.ids import make_public_id
from consult.store.reviews import review_key
from consult.store.sealing import Key
from consult.store.tables import answer, conversation, review

ANSWERED, SKIPPED = "answered", "skipped"


Share = frozenset[str] | None
"""Question keys that somebody gets; None means all of them."""


@dataclass(frozen=True, slots=True)
class Line:
    """The newest thing said to one question. `answer` None means skipped."""

    question: str
    answer: Answer | None
    sequence: int
    form_key: str
    said_at: dt.datetime
    language: str
    helped_by: str


_ANSWERS = (
    select(
        answer.c.sequence,
        answer.c.question,
        answer.c.sealed,
        answer.c.form_key,
        answer.c.said_at,
        answer.c.language,
        answer.c.helped_by,
    )
    .where(answer.c.authority_id == bindparam("authority"), answer.c.conversation_id == bindparam("conversation"))
    .order_by(answer.c.sequence)
)


def list_lines(tx: Transaction, conversation_id: int, public_id: str, key: Key) -> dict[str, Line]:
    """Question key -> the newest line about it."""
    newest = {row.question: row for row in tx.all(_ANSWERS, conversation=conversation_id)}
    return {name: _open(row, public_id, key) for name, row in newest.items()}


def list_lines_until(tx: Transaction, conversation_id: int, public_id: str, key: Key, sequence: int) -> dict[str, Line]:
    """The same as it stood at this sequence, which is what was sent."""
    rows = tx.all(_ANSWERS, conversation=conversation_id)
    newest = {row.question: row for row in rows if row.sequence <= sequence}
    return {name: _open(row, public_id, key) for name, row in newest.items()}


def count_lines(lines: Mapping[str, Line]) -> int:
    """The highest sequence so far; 0 when nothing was said."""
    return max((line.sequence for line in lines.values()), default=0)


_LAST = select(func.coalesce(func.max(answer.c.sequence), 0)).where(
    answer.c.authority_id == bindparam("authority"), answer.c.conversation_id == bindparam("conversation")
)


def find_last_sequence(tx: Transaction, conversation_id: int) -> int:
    """The highest sequence so far, without opening anything; 0 when nothing was said."""
    last: int = tx.run(_LAST, conversation=conversation_id).scalar_one()
    return last


_ADD_ANSWER = insert(answer)


_EARLIER = (
    select(
        answer.c.sequence,
        answer.c.question,
        answer.c.sealed,
        conversation.c.public_id,
        review.c.public_id.label("review_public_id"),
        review.c.wrapped_key.label("review_wrapped_key"),
    )
    .join(conversation, conversation.c.id == answer.c.conversation_id)
    .join(review, review.c.id == conversation.c.review_id)
    .where(
        answer.c.authority_id == bindparam("authority"),
        conversation.c.child_id == bindparam("child"),
        conversation.c.id != bindparam("conversation"),
        conversation.c.sent_at.is_not(None),
        answer.c.question == bindparam("question"),
        answer.c.sequence <= conversation.c.sent_sequence,
    )
    .order_by(conversation.c.sent_at.desc(), answer.c.sequence.desc())
    .limit(1)
)


def find_earlier_answer(tx: Transaction, child_id: int, conversation_id: int, question: str) -> Answer | None:
    """What the child last sent to this question in another conversation; None where nothing or a skip."""
    row = tx.first(_EARLIER, child=child_id, conversation=conversation_id, question=question)
    if row is None or row.sealed is None:
        return None
    place = _place(row.public_id, row.sequence, row.question)
    return Answer.from_json(json.loads(review_key(tx, row).open(row.sealed, place)))


def add_line(
    tx: Transaction,
    conversation_id: int,
    public_id: str,
    key: Key,
    *,
    sequence: int,
    question: str,
    said: Answer | None,
    form_key: str,
    language: str,
    helped_by: str = "unknown",
) -> None:
    """Append an answer, or a skip where `said` is None."""
    sealed = None
    if said is not None:
        sealed = key.seal(json.dumps(said.to_json(), ensure_ascii=False), _place(public_id, sequence, question))
    tx.connection.execute(
        _ADD_ANSWER,
        {
            "authority_id": tx.authority_id,
            "conversation_id": conversation_id,
            "sequence": sequence,
            "question": question,
            "state": SKIPPED if said is None else ANSWERED,
            "sealed": sealed,
            "form_key": form_key,
            "language": language,
            "helped_by": helped_by,
            "said_at": tx.now,
        },
    )


def add_conversation(
    tx: Transaction,
    child_id: int,
    review_id: int | None,
    edition: Edition,
    *,
    source: str,
    language: str,
    helped_by: str = "unknown",
) -> tuple[int, str]:
    """Begin a conversation; its id and public id. `source`: screen, paper or import; no review: at any time."""
    public_id = make_public_id()
    added = tx.add(
        insert(conversation),
        {
            "public_id": public_id,
            "child_id": child_id,
            "review_id": review_id,
            "edition_id": edition.id,
            "booklet": edition.booklet.key,
            "audience": edition.booklet.audience,
            "source": source,
            "language": language,
            "helped_by": helped_by,
            "read_out": "ask",
            "held_back": "[]",
            "shared": "{}",
            "quote": "",
            "started_at": tx.now,
            "sent_sequence": 0,
            "first_sent_sequence": 0,
        },
    )
    return added, public_id


def change_conversation(tx: Transaction, conversation_id: int, **values: Any) -> None:
    """Changed facts about a conversation: consents, when it was sent, read, asked about."""
    tx.connection.execute(
        update(conversation)
        .where(conversation.c.authority_id == tx.authority_id, conversation.c.id == conversation_id)
        .values(values)
    )


def drop_lines(tx: Transaction, conversation_id: int) -> None:
    """Forget what was said, for an import that replaces a booklet."""
    tx.connection.execute(
        delete(answer).where(answer.c.authority_id == tx.authority_id, answer.c.conversation_id == conversation_id)
    )


def read_held_back(text: str) -> frozenset[str]:
    """Question keys that are not for the meeting, from their column."""
    return frozenset(json.loads(text))


def write_held_back(keys: Sequence[str]) -> str:
    """The reverse of `read_held_back`."""
    return json.dumps(sorted(keys))


def read_shared(text: str) -> dict[str, Share]:
    """Recipient -> what they get, from its column."""
    return {who: frozenset(keys) if keys is not None else None for who, keys in json.loads(text).items()}


def write_shared(shares: Mapping[str, Share]) -> str:
    """The reverse of `read_shared`."""
    return json.dumps({who: None if keys is None else sorted(keys) for who, keys in sorted(shares.items())})


def _place(public_id: str, sequence: int, question: str) -> str:
    return f"answer:{public_id}:{sequence}:{question}"


def _open(row: Any, public_id: str, key: Key) -> Line:
    said = None
    if row.sealed is not None:
        said = Answer.from_json(json.loads(key.open(row.sealed, _place(public_id, row.sequence, row.question))))
    return Line(row.question, said, row.sequence, row.form_key, row.said_at, row.language, row.helped_by)
