"""What an import of paper booklets has to know: reviews with their keys, and the booklets that came back for them."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import bindparam, select

from consult.store.database import AnyRow, Transaction
from consult.store.reviews import review_key
from consult.store.sealing import Key
from consult.store.tables import child, conversation, review

PAPER = "paper"
"""Source of a booklet that staff typed in from paper, and form key of its answers."""
MIXED = "mixed"
"""The same, once the child has sent it again on screen."""
BY_OTHERS = frozenset({"import", PAPER})
"""Sources of booklets that the child has never sent on screen."""
TYPED = BY_OTHERS | {MIXED}
"""Sources of booklets that somebody else typed for the child."""


@dataclass(frozen=True, slots=True)
class ReviewOnFile:
    """A review that a booklet can belong to."""

    id: int
    child_id: int
    age: int
    band: str
    key: Key


@dataclass(frozen=True, slots=True)
class BookletOnFile:
    """A booklet begun, sent or imported for a review."""

    id: int
    public_id: str
    edition_id: int
    source: str
    language: str
    helped_by: str
    read_out: str
    quote: str
    sent_at: dt.datetime | None
    asked_at: dt.datetime | None
    booklet: str
    audience: str
    held_back: str
    sent_sequence: int


_REVIEWS = (
    select(
        child.c.ref.label("child_ref"),
        review.c.id,
        review.c.child_id,
        review.c.review_date,
        review.c.age,
        review.c.band,
        review.c.public_id.label("review_public_id"),
        review.c.wrapped_key.label("review_wrapped_key"),
    )
    .join(child, child.c.id == review.c.child_id)
    .where(review.c.authority_id == bindparam("authority"), review.c.forgotten_at.is_(None))
)
_BOOKLETS = select(conversation).where(conversation.c.authority_id == bindparam("authority"))
_OF_REVIEW = _BOOKLETS.where(conversation.c.review_id == bindparam("review")).order_by(conversation.c.id)


def list_reviews_on_file(tx: Transaction, child_refs: Collection[str]) -> dict[str, dict[dt.date, ReviewOnFile]]:
    """Reference of a known child -> planned date -> review."""
    found: dict[str, dict[dt.date, ReviewOnFile]] = {}
    for row in tx.all(_REVIEWS):
        if row.child_ref in child_refs:
            on_file = ReviewOnFile(row.id, row.child_id, row.age, row.band, review_key(tx, row))
            found.setdefault(row.child_ref, {})[row.review_date] = on_file
    return found


def list_booklets_on_file(tx: Transaction, review_ids: Collection[int]) -> dict[tuple[int, str], BookletOnFile]:
    """(review, booklet key) -> the booklet."""
    return {(row.review_id, row.booklet): _open(row) for row in tx.all(_BOOKLETS) if row.review_id in review_ids}


def list_booklets_of_review(tx: Transaction, review_id: int) -> list[BookletOnFile]:
    """Every booklet begun, sent or brought in for this review, first begun first."""
    return [_open(row) for row in tx.all(_OF_REVIEW, review=review_id)]


def _open(row: AnyRow) -> BookletOnFile:
    return BookletOnFile(
        row.id,
        row.public_id,
        row.edition_id,
        row.source,
        row.language,
        row.helped_by,
        row.read_out,
        row.quote,
        row.sent_at,
        row.asked_at,
        row.booklet,
        row.audience,
        row.held_back,
        row.sent_sequence,
    )
