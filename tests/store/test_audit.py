"""Nobody changes, takes out or puts in an audit row without being found."""

import datetime as dt
import os
import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import Connection, delete, insert, select, update

from consult.actions import inviting
from consult.actions.verifying import verify_audit
from consult.store import audit as module
from consult.store.audit import FIRST_LINK, Actor, add_audit, verify_chain
from consult.store.database import Store, Transaction
from consult.store.tables import audit, audit_head
from tests.actions.deeds import begin, send_all
from tests.fixtures.cast import Cast
from tests.store.tampering import tampering

TIMES = 1000
SAYS = ("at", "actor_kind", "actor", "deed", "subject_kind", "subject", "detail", "fingerprint", "sequence")
Tamper = Callable[["Tape", random.Random], None]


class Tape:
    """An authority's audit rows, in the hands of somebody who may write into the database as they like."""

    def __init__(self, connection: Connection, authority_id: int) -> None:
        self.connection, self.authority_id = connection, authority_id
        rows = select(audit).where(audit.c.authority_id == authority_id).order_by(audit.c.sequence)
        self.rows: list[dict[str, Any]] = [dict(row) for row in connection.execute(rows).mappings()]

    def change(self, row_id: int, **values: Any) -> None:
        self.connection.execute(update(audit).where(audit.c.id == row_id).values(values))

    def drop(self, *rows: dict[str, Any]) -> None:
        self.connection.execute(delete(audit).where(audit.c.id.in_([row["id"] for row in rows])))

    def add(self, row: dict[str, Any]) -> None:
        self.connection.execute(insert(audit), {name: value for name, value in row.items() if name != "id"})

    def change_head(self, **values: Any) -> None:
        self.connection.execute(update(audit_head).where(audit_head.c.authority_id == self.authority_id).values(values))

    def shift(self, after: int, by: int) -> None:
        """Number the rows after this one anew."""
        for row in sorted(self.rows[after:], key=lambda each: -by * each["sequence"]):
            self.change(row["id"], sequence=row["sequence"] + by)


def edit(tape: Tape, chance: random.Random) -> None:
    row, column = chance.choice(tape.rows), chance.choice(SAYS)
    value = row[column]
    if isinstance(value, dt.datetime):
        value += dt.timedelta(microseconds=chance.randrange(1, 10**9))
    elif isinstance(value, int):
        value += len(tape.rows)
    elif isinstance(value, bytes):
        value = chance.randbytes(32)
    else:
        value = value[:-1] + chance.choice([sign for sign in "abz{}" if sign != value[-1]])
    tape.change(row["id"], **{column: value})


def swap(tape: Tape, chance: random.Random) -> None:
    one, other = chance.sample([row for row in tape.rows if row["deed"] != tape.rows[0]["deed"]] + tape.rows[:1], 2)
    for row, with_other in ((one, other), (other, one)):
        tape.change(row["id"], **{name: with_other[name] for name in SAYS if name != "sequence"})


def take_out(tape: Tape, chance: random.Random) -> None:
    tape.drop(chance.choice(tape.rows))


def take_out_and_close_the_gap(tape: Tape, chance: random.Random) -> None:
    at = chance.randrange(len(tape.rows))
    tape.drop(tape.rows[at])
    tape.shift(at + 1, -1)
    tape.change_head(sequence=len(tape.rows) - 1)


def cut_off_the_last(tape: Tape, chance: random.Random) -> None:
    left = chance.randrange(len(tape.rows))
    tape.drop(*tape.rows[left:])
    tape.change_head(sequence=left, link=tape.rows[left - 1]["fingerprint"] if left else b"")
    if not left:  # an empty chain is sound; what was noted elsewhere tells it
        tape.add(tape.rows[-1] | {"sequence": 1})


def put_in_at_the_end(tape: Tape, chance: random.Random) -> None:
    tape.add(chance.choice(tape.rows) | {"sequence": len(tape.rows) + 1})
    if chance.random() < 0.5:
        tape.change_head(sequence=len(tape.rows) + 1)


def put_in_between(tape: Tape, chance: random.Random) -> None:
    at = chance.randrange(len(tape.rows))
    tape.shift(at, 1)
    tape.add(chance.choice(tape.rows) | {"sequence": at + 1, "deed": "invented"})
    tape.change_head(sequence=len(tape.rows) + 1)


WAYS: tuple[Tamper, ...] = (
    edit,
    swap,
    take_out,
    take_out_and_close_the_gap,
    cut_off_the_last,
    put_in_at_the_end,
    put_in_between,
)


def count_unnoticed(store: Store, cast: Cast, times: int) -> tuple[int, set[str]]:
    """How many of so many random tamperings verifying lets pass, and of which kinds they were."""
    chance, unnoticed = random.Random(7), []
    with tampering(store) as connection:
        tape = Tape(connection, cast.authority_id)
        tx = Transaction(connection, cast.authority_id, store.clock.now(), store.clock.today(), store.keyring, {})
        assert len(tape.rows) > 20
        assert verify_chain(tx).broken is None, "the control: as it is, nothing is wrong"
        for _ in range(times):
            before, way = connection.begin_nested(), chance.choice(WAYS)
            way(tape, chance)
            if verify_chain(tx).broken is None:
                unnoticed.append(way.__name__)
            before.rollback()
        assert verify_chain(tx).broken is None
    return len(unnoticed), set(unnoticed)


@pytest.fixture
def lived(store: Store, cast: Cast) -> Cast:
    """Somebody has sent a booklet."""
    send_all(store, begin(store, cast.sam))
    return cast


def test_a_thousand_random_tamperings_are_all_found(store: Store, lived: Cast) -> None:
    # Each takes a round trip or more on PostgreSQL, and what is tested is the chain.
    quickly = store.url.get_backend_name() == "sqlite" or "CONSULT_TRUST" in os.environ
    assert count_unnoticed(store, lived, TIMES if quickly else TIMES // 5) == (0, set())


def test_the_control_a_chain_that_hangs_on_no_content_lets_edits_pass(
    store: Store, lived: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("consult.store.audit.next_link", lambda key, link, number, _row: key.mac(f"{link!r}{number}"))
    with tampering(store) as connection:
        tx = Transaction(connection, lived.authority_id, store.clock.now(), store.clock.today(), store.keyring, {})
        write_chain_anew(tx)
    unnoticed, ways = count_unnoticed(store, lived, 100)
    assert unnoticed > 5
    assert "edit" in ways


def write_chain_anew(tx: Transaction) -> None:
    """Whoever holds the keys can: every row's fingerprint and the head, for what the rows say now."""
    tape, link = Tape(tx.connection, tx.authority_id), FIRST_LINK
    for number, row in enumerate(tape.rows, 1):
        link = module.next_link(tx.keys.audit, link, number, row)
        tape.change(row["id"], fingerprint=module.fingerprint(tx.keys.audit, link))
    tape.change_head(link=link)


@pytest.mark.parametrize(("at", "broken"), [(0, 1), (4, 5), (-1, None)])
def test_the_first_broken_row_is_named(store: Store, lived: Cast, at: int, broken: int | None) -> None:
    with tampering(store) as connection:
        tape = Tape(connection, lived.authority_id)
        tape.change(tape.rows[at]["id"], deed="something else")
    chain = verify_audit(store, lived.authority_id)
    assert chain.broken == (broken or len(tape.rows))
    assert verify_audit(store, lived.stranger.authority_id).broken is None, "the neighbour's chain is its own"


def test_going_back_to_an_older_copy_of_all_of_it_shows_in_what_was_noted(store: Store, lived: Cast) -> None:
    early = verify_audit(store, lived.authority_id)
    with tampering(store) as connection:
        head = connection.execute(select(audit_head).where(audit_head.c.authority_id == lived.authority_id)).one()
    inviting.replace_card(store, lived.officer, lived.sam.review_id)
    noted = verify_audit(store, lived.authority_id).head
    assert verify_audit(store, lived.authority_id, early.head).passes_note
    assert verify_audit(store, lived.authority_id, noted).passes_note
    with tampering(store) as connection:
        tape = Tape(connection, lived.authority_id)
        tape.drop(*tape.rows[head.sequence :])
        tape.change_head(sequence=head.sequence, link=head.link)
    chain = verify_audit(store, lived.authority_id, noted)
    assert (chain.broken, chain.passes_note) == (None, False)


def test_deeds_at_the_same_time_make_one_chain(store: Store, cast: Cast) -> None:
    def act(number: int) -> None:
        with store.writing(cast.authority_id) as tx:
            for _ in range(3):
                add_audit(tx, Actor("command", "test"), "deed", "test", str(number))

    before = verify_audit(store, cast.authority_id)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(act, range(40)))
    after = verify_audit(store, cast.authority_id)
    assert (after.rows, after.broken) == (before.rows + 120, None)


def test_a_deed_that_fails_leaves_the_chain_as_it_was(store: Store, cast: Cast) -> None:
    before = verify_audit(store, cast.authority_id)

    def fail() -> None:
        with store.writing(cast.authority_id) as tx:
            add_audit(tx, Actor("command", "test"), "deed", "test", "1")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert verify_audit(store, cast.authority_id) == before
