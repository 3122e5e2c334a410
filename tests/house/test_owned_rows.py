"""The reader of statements fires where it should; it watches every other test (tests/fixtures/owned.py)."""

import pytest
from sqlalchemy import insert, select

from consult.store.database import Store
from consult.store.tables import review, visit
from tests.fixtures.cast import Cast
from tests.fixtures.statements import OWNED, find_unowned


@pytest.mark.parametrize(
    ("statement", "missing"),
    [
        ("SELECT review.id FROM review WHERE review.authority_id = ? AND review.id = ?", set()),
        ("SELECT review.id FROM review WHERE review.authority_id = %(authority)s::BIGINT", set()),
        ("SELECT review.id FROM review WHERE review.id = ?", {"review"}),
        ("SELECT review.authority_id FROM review WHERE review.id = ?", {"review"}),
        ("SELECT review.id FROM review, child WHERE review.authority_id = child.authority_id", {"review", "child"}),
        ("SELECT id FROM review ORDER BY authority_id", {"review"}),
        ("SELECT a.id FROM review AS a JOIN child AS c ON c.id = a.child_id WHERE a.authority_id = ?", set()),
        ("SELECT (SELECT count(*) FROM answer WHERE id = 1) FROM review WHERE authority_id = ?", {"answer"}),
        ("SELECT id FROM review WHERE authority_id = ? AND EXISTS (SELECT 1 FROM invitation)", {"invitation"}),
        ("UPDATE child SET avatar = ? WHERE id = ?", {"child"}),
        ("UPDATE child SET authority_id = ? WHERE id = ?", {"child"}),
        ("UPDATE child SET avatar = ? WHERE child.authority_id = ? AND id = ?", set()),
        ("DELETE FROM answer WHERE conversation_id = ?", {"answer"}),
        ("INSERT INTO answer (id, sequence) VALUES (?, ?)", {"answer"}),
        ("INSERT INTO answer (authority_id, sequence) VALUES (?, ?) RETURNING answer.id", set()),
        ("SELECT card_hash.authority_id FROM card_hash WHERE number_hash = ?", set()),
        ("SELECT id FROM review WHERE kind = 'authority_id = 1'", {"review"}),
    ],
)
def test_a_statement_without_its_owner_is_found(statement: str, missing: set[str]) -> None:
    assert find_unowned(statement) == missing


def test_owned_tables_all_carry_the_column() -> None:
    assert {"answer", "audit", "child", "conversation", "final_answer", "review", "visit"} <= OWNED
    assert all("authority_id" in review.metadata.tables[name].c for name in OWNED)


def test_a_forgetful_select_is_caught_as_it_is_sent(store: Store, cast: Cast, offending: list[str]) -> None:
    with store.reading(cast.authority_id) as tx:
        tx.connection.execute(select(review.c.id)).all()
    assert len(offending) == 1
    assert "touches review without authority_id" in offending[0]
    offending.clear()


def test_a_forgetful_insert_is_caught_as_it_is_sent(store: Store, cast: Cast, offending: list[str]) -> None:
    with pytest.raises(Exception, match=r"authority_id|row-level security"), store.writing(cast.authority_id) as tx:
        tx.connection.execute(insert(visit), {"stage": "card", "token_hash": b"x", "started_at": tx.now})
    assert "touches visit" in offending[0]
    offending.clear()
