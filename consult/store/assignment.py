"""Which officer has which reviews, and giving them to another."""

from sqlalchemy import bindparam, distinct, func, select, update

from consult.store.database import Transaction
from consult.store.tables import review

_OWNED = review.c.authority_id == bindparam("authority")
_HAVING = select(review.c.officer_id).where(_OWNED, review.c.officer_id.is_not(None)).distinct()
_LOAD = select(
    func.count(distinct(review.c.child_id)).label("children"),
    func.count().label("reviews"),
    func.count().filter(review.c.held_on.is_(None)).label("ahead"),
).where(_OWNED, review.c.officer_id == bindparam("officer"))


def list_having(tx: Transaction) -> set[int]:
    """Row numbers of everybody who has a review."""
    return {row.officer_id for row in tx.all(_HAVING)}


def count_load(tx: Transaction, officer_id: int) -> tuple[int, int, int]:
    """Children, reviews, and of those the ones not held yet."""
    row = tx.run(_LOAD, officer=officer_id).one()
    return row.children, row.reviews, row.ahead


def hand_over(tx: Transaction, from_id: int, to_id: int) -> None:
    """All reviews of one officer are another's."""
    mine = update(review).where(review.c.authority_id == tx.authority_id, review.c.officer_id == from_id)
    tx.connection.execute(mine.values(officer_id=to_id))


def assign(tx: Transaction, review_id: int, to_id: int) -> None:
    """This review is another officer's."""
    one = update(review).where(review.c.authority_id == tx.authority_id, review.c.id == review_id)
    tx.connection.execute(one.values(officer_id=to_id))
