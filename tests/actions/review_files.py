"""Reviews of two made-up children, as files and as what came of them."""

import datetime as dt

import pytest

from consult.actions.importing import Faulty, Imported, import_reviews
from consult.store.audit import Actor
from consult.store.children import find_child_by_ref
from consult.store.database import Store
from consult.store.reviews import Review, find_review_on
from tests.actions.rows import count_rows, csv_of
from tests.fixtures.cast import Cast

ACTOR = Actor("command", "import reviews")
IVY = {
    "child_ref": "C-1",
    "first_name": "Ivy",
    "date_of_birth": "2014-05-06",
    "review_date": "2026-10-01",
    "kind": "subsequent",
    "iro": "Amira Hassan",
    "participation_code": "PN1",
    "held_on": "2026-10-02",
}
ABE = IVY | {
    "child_ref": "C-2",
    "first_name": "Abe",
    "review_date": "2026-12-01",
    "participation_code": "",
    "held_on": "",
}


def bring(store: Store, cast: Cast, *rows: dict[str, str]) -> Imported:
    return import_reviews(store, cast.authority_id, ACTOR, csv_of(*rows))


def faults_of(store: Store, cast: Cast, content: str | bytes) -> list[tuple[int, str]]:
    """Row and column of every fault; nothing may have changed."""
    before = count_rows(store, cast.authority_id)
    with pytest.raises(Faulty) as caught:
        import_reviews(store, cast.authority_id, ACTOR, content)
    assert count_rows(store, cast.authority_id) == before
    for fault in caught.value.faults:
        assert fault.sentence[0].isupper()
        assert fault.sentence.endswith(".")
    return [(fault.row, fault.column) for fault in caught.value.faults]


def find(store: Store, cast: Cast, ref: str, date: dt.date) -> Review | None:
    with store.reading(cast.authority_id) as tx:
        child = find_child_by_ref(tx, ref)
        return find_review_on(tx, child.id, date) if child else None
