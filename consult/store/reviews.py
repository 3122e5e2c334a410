"""Reviews. The day of a review is `held_on`, else `review_date`; age and band are worked from it."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from consult.store.database import AnyRow, Transaction
from consult.store.ids import make_public_id
from consult.store.sealing import Key
from consult.store.tables import final_answer, review

KINDS = ("initial", "second", "subsequent", "additional", "consultation", "final")
CODES = ("PN0", "PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7")
SEEN = ("alone", "with_others", "virtual", "no")
CHAIRED = ("yes", "co", "no")
OPTIONAL = (
    "participation_code",
    "team",
    "home_type",
    "out_of_area",
    "gender",
    "ethnic_group",
    "disability",
    "language",
    "seen_beforehand",
    "chaired",
    "late_reason",
)
"""Columns that may be blank, which means not known."""
UNDER_11, FROM_11 = "under-11", "11-plus"
YOUNGEST = 4
"""Under this age a child is too young for a booklet."""


class Forgotten(Exception):
    """The review's key was destroyed when its time was over: nobody can open its words any more."""


@dataclass(frozen=True, slots=True)
class Review:
    """A review. `values` holds the optional columns, blank where not known."""

    id: int
    public_id: str
    child_id: int
    ref: str | None
    review_date: dt.date
    held_on: dt.date | None
    day: dt.date
    age: int
    band: str
    kind: str
    officer_id: int | None
    officer_as_written: str
    values: Mapping[str, str]


def age_on(day: dt.date, date_of_birth: dt.date) -> int:
    """Whole years on that day; a birthday counts from its own day, 29 February from 1 March."""
    return day.year - date_of_birth.year - ((day.month, day.day) < (date_of_birth.month, date_of_birth.day))


def band_for(age: int) -> str:
    """The band of an age: under-11 (those under 4 included) or 11-plus."""
    return UNDER_11 if age < 11 else FROM_11


_OWNED = select(review).where(review.c.authority_id == bindparam("authority"))
_BY_PUBLIC_ID = _OWNED.where(review.c.public_id == bindparam("public_id"))
_BY_DATE = _OWNED.where(review.c.child_id == bindparam("child"), review.c.review_date == bindparam("date"))
_HOLD = (
    select(review.c.public_id.label("review_public_id"), review.c.wrapped_key.label("review_wrapped_key"))
    .where(review.c.authority_id == bindparam("authority"), review.c.id == bindparam("review"))
    .with_for_update()
)
_OF_CHILD = _OWNED.where(review.c.child_id == bindparam("child")).order_by(review.c.day.desc())


def find_review(tx: Transaction, public_id: str) -> Review | None:
    """The review with this public id."""
    return _open(tx.first(_BY_PUBLIC_ID, public_id=public_id))


def find_review_on(tx: Transaction, child_id: int, review_date: dt.date) -> Review | None:
    """The child's review planned for this date."""
    return _open(tx.first(_BY_DATE, child=child_id, date=review_date))


def list_reviews_of_child(tx: Transaction, child_id: int) -> list[Review]:
    """The child's reviews, the latest day first."""
    return [found for row in tx.all(_OF_CHILD, child=child_id) if (found := _open(row))]


def list_reviews(tx: Transaction, child_ids: Collection[int], refs: Collection[str]) -> list[Review]:
    """Every review of these children, and those with these references."""
    rows = tx.all(_OWNED.order_by(review.c.id))
    return [found for row in rows if (row.child_id in child_ids or row.ref in refs) and (found := _open(row))]


def review_key(tx: Transaction, row: Any) -> Key:
    """The review's own key. `row` carries `review_public_id` and `review_wrapped_key`. Raises Forgotten."""
    if not row.review_wrapped_key:
        raise Forgotten
    return tx.key.unwrap(row.review_wrapped_key, f"review:{row.review_public_id}")


def hold_review(tx: Transaction, review_id: int) -> Key:
    """The key of this review; whoever holds the same one waits. NoResultFound when the authority has none such."""
    return review_key(tx, tx.run(_HOLD, review=review_id).one())


def add_review(tx: Transaction, child_id: int, date_of_birth: dt.date, values: Mapping[str, Any]) -> Review:
    """A new review under a key of its own. `values`: review_date, kind and whatever else is known."""
    public_id = make_public_id()
    _, wrapped = tx.key.wrap_new(f"review:{public_id}")
    row = {
        "public_id": public_id,
        "child_id": child_id,
        "ref": None,
        "wrapped_key": wrapped,
        "held_on": None,
        "officer_id": None,
        "officer_as_written": "",
        "created_at": tx.now,
        **dict.fromkeys(OPTIONAL, ""),
        **values,
    }
    tx.add(insert(review), row | _worked_out(row, date_of_birth))
    added = find_review(tx, public_id)
    assert added is not None
    return added


def change_review(tx: Transaction, before: Review, date_of_birth: dt.date, values: Mapping[str, Any]) -> None:
    """Changed facts; age and band follow the day, in the final rows of what was sent as well."""
    row = {"review_date": before.review_date, "held_on": before.held_on, **values}
    worked_out = _worked_out(row, date_of_birth)
    tx.connection.execute(
        update(review)
        .where(review.c.authority_id == tx.authority_id, review.c.id == before.id)
        .values(dict(values) | worked_out)
    )
    if worked_out["age"] != before.age:
        tx.connection.execute(
            update(final_answer)
            .where(final_answer.c.authority_id == tx.authority_id, final_answer.c.review_id == before.id)
            .values(age=worked_out["age"], band=worked_out["band"])
        )


def adopt_reviews(tx: Transaction, staff_id: int, *names: str) -> None:
    """Join reviews imported under a person's e-mail or name to that person."""
    tx.connection.execute(
        update(review)
        .where(
            review.c.authority_id == tx.authority_id,
            review.c.officer_id.is_(None),
            review.c.officer_as_written.in_(names),
        )
        .values(officer_id=staff_id)
    )


def _worked_out(row: Mapping[str, Any], date_of_birth: dt.date) -> dict[str, Any]:
    day = row["held_on"] or row["review_date"]
    age = age_on(day, date_of_birth)
    return {"day": day, "age": age, "band": band_for(age)}


def _open(row: AnyRow | None) -> Review | None:
    if row is None:
        return None
    return Review(
        row.id,
        row.public_id,
        row.child_id,
        row.ref,
        row.review_date,
        row.held_on,
        row.day,
        row.age,
        row.band,
        row.kind,
        row.officer_id,
        row.officer_as_written,
        {name: getattr(row, name) for name in OPTIONAL},
    )
