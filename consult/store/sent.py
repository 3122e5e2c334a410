"""Booklets that belong to a review, as an officer may read them: what was sent, nothing newer."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select

from consult.store.conversations import Line, Share, list_lines_until, read_held_back, read_shared
from consult.store.database import Transaction
from consult.store.editions import Edition, fetch_edition
from consult.store.finals import Final, list_finals
from consult.store.languages import ENGLISH
from consult.store.reviews import review_key
from consult.store.sealing import Key
from consult.store.tables import conversation, review


@dataclass(frozen=True, slots=True)
class SentBooklet:
    """One booklet that was sent. `lines`: question -> what stood when it was sent last."""

    id: int
    public_id: str
    edition: Edition
    audience: str
    source: str
    language: str
    helped_by: str
    read_out: str
    held_back: frozenset[str]
    shared: dict[str, Share]
    quote: str
    started_at: dt.datetime
    sent_at: dt.datetime
    changed_at: dt.datetime | None
    read_at: dt.datetime | None
    asked_at: dt.datetime | None
    filed_at: dt.datetime | None
    first_sent_sequence: int
    age: int
    band: str
    lines: dict[str, Line]
    finals: dict[str, Final]

    @property
    def on_file_since(self) -> dt.datetime | None:
        """When what is shown here was put on the child's file; None where it was not, or has changed since."""
        changed = self.filed_at and self.changed_at and self.changed_at > self.filed_at
        return None if changed else self.filed_at

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages other than English in which anything was answered."""
        return tuple(sorted({self.language, *(line.language for line in self.lines.values())} - {ENGLISH}))


_SENT = (
    select(
        conversation,
        review.c.public_id.label("review_public_id"),
        review.c.wrapped_key.label("review_wrapped_key"),
        review.c.age,
        review.c.band,
    )
    .join(review, review.c.id == conversation.c.review_id)
    .where(
        conversation.c.authority_id == bindparam("authority"),
        conversation.c.review_id == bindparam("review"),
        conversation.c.sent_at.is_not(None),
        conversation.c.forgotten_at.is_(None),
    )
    .order_by(conversation.c.id)
)
_ASKING_FIRST = select(conversation.c.id, conversation.c.public_id).where(
    conversation.c.authority_id == bindparam("authority"),
    conversation.c.review_id == bindparam("review"),
    conversation.c.audience.in_(("child", "young_person")),
    conversation.c.read_out == "ask",
    conversation.c.sent_at.is_not(None),
)


def list_sent(tx: Transaction, review_id: int) -> Sequence[SentBooklet]:
    """What was sent for this review, opened. Whoever calls this writes the audit row."""
    return [open_sent(tx, row, review_key(tx, row), row.age, row.band) for row in tx.all(_SENT, review=review_id)]


def find_asking_first(tx: Transaction, review_id: int) -> tuple[int, str] | None:
    """Row number and public id of the child's booklet that is not to be read out before asking."""
    row = tx.first(_ASKING_FIRST, review=review_id)
    return (row.id, row.public_id) if row else None


def open_sent(tx: Transaction, row: Any, key: Key, age: int, band: str) -> SentBooklet:
    """A sent booklet of a row that carries the columns of `conversation`. `key`: what its words are sealed with."""
    return SentBooklet(
        id=row.id,
        public_id=row.public_id,
        edition=fetch_edition(tx, row.edition_id),
        audience=row.audience,
        source=row.source,
        language=row.language,
        helped_by=row.helped_by,
        read_out=row.read_out,
        held_back=read_held_back(row.held_back),
        shared=read_shared(row.shared),
        quote=row.quote,
        started_at=row.started_at,
        sent_at=row.sent_at,
        changed_at=row.changed_at,
        read_at=row.read_at,
        asked_at=row.asked_at,
        filed_at=row.filed_at,
        first_sent_sequence=row.first_sent_sequence,
        age=age,
        band=band,
        lines=list_lines_until(tx, row.id, row.public_id, key, row.sent_sequence),
        finals=list_finals(tx, row.id),
    )
