"""Whoever carries off the database, a backup, the logs or temporary files reads no word, no name and no card number.

2,000 planted secrets; `CONSULT_TRUST=1` plants 10,000.
"""

import logging
import os
import random
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from sqlalchemy import text, update

from consult.actions.backing_up import back_up
from consult.booklet.answers import Answer
from consult.store import cards, children, conversations, reviews
from consult.store.audit import Actor
from consult.store.clock import FixedClock
from consult.store.database import Store
from consult.store.editions import list_editions
from consult.store.retention import forget_review
from consult.store.sealing import Keyring
from consult.store.tables import review
from tests.actions.rows import rows_of
from tests.fixtures.cast import Cast
from tests.fixtures.stores import NOON, ROOT_KEY
from tests.store.tampering import tampering

PLANTED = 10_000 if os.environ.get("CONSULT_TRUST") else 2_000
EACH = 5
"""Secrets a child: a name, a card's number and three answers."""
MARK = "zqj"
"""Every planted word begins so, which nothing else does."""
PATTERN = re.compile(rf"{MARK}[a-z]{{9}}|[0-9]{{12,}}".encode(), re.IGNORECASE)


def plant(store: Store, cast: Cast, number: int) -> set[str]:
    """Children with a card and three answers each; what must be found nowhere."""
    chance, planted = random.Random(number), set[str]()

    def word() -> str:
        made = MARK + "".join(chance.choices("abcdefghiklmnoprstuvwxyz", k=9))
        planted.add(made)
        return made

    with store.writing(cast.authority_id) as tx:
        edition = list_editions(tx)[0]
        for _ in range(number):
            who = children.add_child(tx, f"S-{chance.random()}", word().title(), cast.sam.born)
            planted.add(cards.add_card(tx, who))
            values = {"review_date": tx.today, "kind": "subsequent"}
            held = reviews.add_review(tx, who.id, cast.sam.born, values)
            talk, public_id = conversations.add_conversation(
                tx, who.id, held.id, edition, source="screen", language="en"
            )
            key = reviews.hold_review(tx, held.id)
            for sequence in range(1, EACH - 1):
                conversations.add_line(
                    tx,
                    talk,
                    public_id,
                    key,
                    sequence=sequence,
                    question="q",
                    said=Answer(words=word()),
                    form_key="f",
                    language="en",
                )
    return planted


def find_planted(paths: Iterable[Path], planted: set[str]) -> set[str]:
    """Which of the planted secrets stand in clear in these files."""
    found = set[str]()
    for path in paths:
        for match in PATTERN.finditer(read(path)):
            run = match[0].decode().lower()
            found |= {run[at : at + 12] for at in range(len(run) - 11)} & planted
    return found


def read(path: Path) -> bytes:
    """What is in a file; nothing once PostgreSQL has taken it away meanwhile."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def list_files(store: Store) -> list[Path]:
    """Everything that the database keeps on disk, with its write-ahead log."""
    if store.url.get_backend_name() == "sqlite":
        path = Path(str(store.url.database))
        return list(path.parent.glob(path.name + "*"))
    with tampering(store) as connection:
        connection.execute(text("CHECKPOINT"))
    return [path for path in Path(str(store.url.query["host"])).parent.rglob("*") if path.is_file()]


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go meanwhile."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("SQLITE_TMPDIR", str(folder))
    return folder


def test_nothing_planted_is_found_in_any_file(store: Store, cast: Cast, temporary: Path) -> None:
    planted = plant(store, cast, PLANTED // EACH)
    assert len(planted) == PLANTED
    backup = temporary / "backup.consult"
    with backup.open("wb") as file:
        back_up(store, ROOT_KEY, Actor("command", "backup"), file)
    assert find_planted([*list_files(store), *temporary.rglob("*.*")], planted) == set()

    in_clear = random.Random(1).sample(sorted(planted), 3)
    with tampering(store) as connection:
        for secret in in_clear:
            mine = review.c.authority_id == cast.authority_id
            connection.execute(update(review).where(mine).values(team=secret))
    assert find_planted(list_files(store), planted) >= {in_clear[-1]}, "the control: what is in clear is found"


def test_logs_hold_nothing_even_when_everything_is_logged(
    store: Store, cast: Cast, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    with caplog.at_level(logging.DEBUG), caplog.at_level(logging.DEBUG, logger="sqlalchemy.engine"):
        talkative = Store(store.url.render_as_string(hide_password=False), Keyring(ROOT_KEY), FixedClock(NOON))
        planted = plant(talkative, cast, 4)
        talkative.engine.dispose()
    log = tmp_path / "log"
    log.write_text(caplog.text, encoding="utf-8")
    assert "INSERT INTO child" in caplog.text, "the control: every statement is logged"
    assert find_planted([log], planted) == set()


def test_a_destroyed_key_leaves_no_trace_in_the_file(store: Store, cast: Cast) -> None:
    row = rows_of(store, review, cast.authority_id)[0]
    assert any(row["wrapped_key"] in read(path) for path in list_files(store)), "the control: it was there"
    with store.writing(cast.authority_id) as tx:
        forget_review(tx, row["id"])
    store.wipe_traces()
    kept = {str(path) for path in list_files(store) if row["wrapped_key"] in read(path)}
    # PostgreSQL recycles its log in its own time; its tables are clean, but for the copy that the fixtures keep.
    assert {path for path in kept if "pg_wal" not in path and not path.endswith(find_twin(store))} == set()


def find_twin(store: Store) -> str:
    """The file in which tests keep the rows to put back."""
    if store.url.get_backend_name() == "sqlite":
        return "no such file"
    with tampering(store) as connection:
        return str(connection.execute(text("SELECT pg_relation_filepath('twin.review')")).scalar_one())
