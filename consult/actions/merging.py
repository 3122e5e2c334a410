"""A child who was entered twice becomes one again."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from consult.actions.correcting import follow_birth
from consult.actions.refusals import NotThere, Refused
from consult.actions.scope import actor
from consult.store import visits
from consult.store.audit import add_audit
from consult.store.children import Child, find_child, find_child_by_ref
from consult.store.database import Store, Transaction
from consult.store.everything import MERGE
from consult.store.merging import move_everything
from consult.store.reviews import list_reviews_of_child
from consult.store.staff import Staff


@dataclass(frozen=True, slots=True)
class Twice:
    """The child to keep and the one that goes, with the days of their reviews, the earliest first."""

    kept: Child
    gone: Child
    kept_days: Collection[dt.date]
    gone_days: Collection[dt.date]


def find_twice(store: Store, manager: Staff, child_id: str, other_ref: str) -> Twice:
    """What would become one. Raises as `merge`."""
    with store.reading(manager.authority_id) as tx:
        return _find(tx, child_id, other_ref)


def merge(store: Store, manager: Staff, child_id: str, other_ref: str) -> None:
    """Keep the child with this id; whatever belongs to the one with the other reference is theirs from now on.

    Raises NotThere; Refused: unknown_ref, same_child, before_birth, same_day (both have a review on one day).
    """
    with store.writing(manager.authority_id) as tx:
        found = _find(tx, child_id, other_ref)
        visits.end_visits_of_child(tx, found.gone.id)
        move_everything(tx, found.gone, found.kept)
        follow_birth(tx, found.kept.id, found.kept.date_of_birth)
        gone, moved = found.gone.public_id, len(found.gone_days)
        add_audit(tx, actor(manager), MERGE, "child", found.kept.public_id, merged=gone, reviews=moved)


def _find(tx: Transaction, child_id: str, other_ref: str) -> Twice:
    kept, gone = find_child(tx, child_id), find_child_by_ref(tx, other_ref.strip())
    if kept is None:
        raise NotThere
    if gone is None:
        raise Refused("unknown_ref")
    if gone.id == kept.id:
        raise Refused("same_child")
    if gone.date_of_birth != kept.date_of_birth:
        raise Refused("other_birth")
    mine, theirs = (list_reviews_of_child(tx, each.id) for each in (kept, gone))
    if {each.review_date for each in mine} & {each.review_date for each in theirs}:
        raise Refused("same_day")
    if any(each.day < kept.date_of_birth for each in theirs):
        raise Refused("before_birth")
    return Twice(kept, gone, sorted(each.day for each in mine), sorted(each.day for each in theirs))
