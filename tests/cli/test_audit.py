"""`audit verify`."""

from sqlalchemy import delete, update

from consult.store.tables import audit
from tests.store.tampering import tampering


def test_it_counts_the_rows_of_every_authority(run):
    done = run("audit", "verify")
    assert done.code == 0
    assert [line.split(":")[0] for line in done.told] == ["larkshire", "otherton"]
    assert "rows, all as they were written. Head: " in done.told[0]
    assert len(run("audit", "verify", "--authority", "otherton").told) == 1


def test_the_first_broken_row_is_named(run, store, cast):
    with tampering(store) as connection:
        change = update(audit).where(audit.c.authority_id == cast.authority_id, audit.c.sequence == 2)
        connection.execute(change.values(actor="somebody else"))
    done = run("audit", "verify")
    assert done.code == 1
    assert done.faults == ["Error: larkshire: row 2 was changed, or rows before it were taken out or put in."]
    assert run("audit", "verify", "--authority", "otherton").code == 0


def test_missing_last_rows_are_told(run, store, cast):
    with tampering(store) as connection:
        mine = audit.c.authority_id == cast.authority_id
        connection.execute(delete(audit).where(mine, audit.c.sequence > 3))
    faults = run("audit", "verify").faults
    assert faults == ["Error: larkshire: after row 3 rows are missing, or the head of the chain was changed."]


def test_a_noted_head_must_be_passed(run):
    noted = run("audit", "verify", "--authority", "larkshire").told[0].split("Head: ")[1]
    assert run("audit", "verify", "--authority", "larkshire", "--noted", noted).code == 0
    done = run("audit", "verify", "--authority", "larkshire", "--noted", "900-0123456789abcdef")
    assert (done.code, len(done.faults)) == (1, 1)
    assert "does not pass the head that was noted" in done.faults[0]


def test_nobody_by_that_name(run):
    assert run("audit", "verify", "--authority", "nowhere").code == 1
