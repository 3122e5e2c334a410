"""Paper booklets of Maya's, as files and as what came of them."""

import pytest

from consult.actions import reading
from consult.actions.importing import Faulty, Imported, import_answers
from consult.actions.reading import Opened
from consult.booklet.answers import Answer
from consult.store.audit import Actor
from consult.store.database import Store
from consult.store.sent import SentBooklet
from tests.actions.rows import count_rows, csv_of
from tests.fixtures.cast import REVIEW_DATE, Cast

ACTOR = Actor("command", "import answers")
MAYA = {
    "child_ref": "R-200",
    "review_date": REVIEW_DATE.isoformat(),
    "booklet": "about-me-11-plus",
    "question": "",
    "answer": "",
    "submitted_on": "2026-11-20",
}
SAID = {
    "going_now": "7",
    "gone_well": "",
    "happy_home": "no",
    "happy_home_more": '"They said ""wait"", and I waited.\nA lot."',
    "review_wishes": "chair|advocate|other:at the park",
}


def rows_of(said: dict[str, str], **about: str) -> list[dict[str, str]]:
    return [MAYA | {"question": question, "answer": cell} | about for question, cell in said.items()]


def bring(store: Store, cast: Cast, rows: list[dict[str, str]], *, replace: bool = False) -> Imported:
    return import_answers(store, cast.authority_id, ACTOR, csv_of(*rows), replace=replace)


def faults_of(store: Store, cast: Cast, rows: list[dict[str, str]], *, replace: bool = False) -> list[tuple[int, str]]:
    """Row and column of every fault; nothing may have changed."""
    before = count_rows(store, cast.authority_id)
    with pytest.raises(Faulty) as caught:
        bring(store, cast, rows, replace=replace)
    assert count_rows(store, cast.authority_id) == before
    return [(fault.row, fault.column) for fault in caught.value.faults]


def read(store: Store, cast: Cast, review_id: str = "") -> Opened:
    return reading.read_review(store, cast.officer, review_id or cast.maya.review_id)


def only_booklet(store: Store, cast: Cast) -> SentBooklet:
    (booklet,) = read(store, cast).booklets
    return booklet


def said_in(booklet: SentBooklet) -> dict[str, Answer | None]:
    return {question: line.answer for question, line in booklet.lines.items()}
