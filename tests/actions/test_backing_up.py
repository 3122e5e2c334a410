"""A backup holds every row, opens only whole and with its key, and comes back equal on either database."""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Table, select

from consult.actions import reading, sending
from consult.actions.backing_up import Restored, back_up, restore
from consult.actions.verifying import verify_audit
from consult.store import backup as taking
from consult.store import backup_file
from consult.store import restore as putting_back
from consult.store.audit import Actor
from consult.store.backup import tally_rows
from consult.store.backup_file import BadBackup
from consult.store.clock import FixedClock
from consult.store.database import Store
from consult.store.migrate import head, migrate
from consult.store.sealing import Keyring
from consult.store.tables import authority
from tests.actions.deeds import begin, send_all, talk_through
from tests.actions.rows import count_rows
from tests.fixtures.cast import Cast
from tests.fixtures.postgres import make_database
from tests.fixtures.stores import ROOT_KEY

ACTOR = Actor("command", "backup")
CHUNK = 4096
OTHER_KEY = bytes(reversed(range(32)))


@pytest.fixture
def empty(empty_url: str, clock: FixedClock) -> Iterator[Store]:
    """Another machine: the newest tables, and nobody's rows."""
    opened = Store(empty_url, Keyring(ROOT_KEY), clock)
    migrate(opened)
    yield opened
    opened.engine.dispose()


def make_backup(store: Store) -> bytes:
    """The file that `backup` writes."""
    file = io.BytesIO()
    back_up(store, ROOT_KEY, ACTOR, file)
    return file.getvalue()


def put_back(store: Store, backup: bytes, key: bytes = ROOT_KEY) -> Restored:
    """What `restore` does with it."""
    return restore(store, key, ACTOR, io.BytesIO(backup))


def tally(store: Store) -> dict[str, list[object]]:
    """Rows and digest of each table."""
    with store.engine.connect() as connection, connection.begin():
        return tally_rows(connection)


def has_authority(store: Store) -> bool:
    """Whether anything was put back."""
    with store.engine.connect() as connection:
        return connection.execute(select(authority.c.id)).first() is not None


def test_every_row_comes_back_and_a_booklet_can_be_sent(store: Store, cast: Cast, empty: Store) -> None:
    send_all(store, begin(store, cast.sam))
    before = tally(store)
    done = put_back(empty, make_backup(store))
    assert done.tables == before, "every row of every table, worked out anew from the other database"
    owners = (cast.authority_id, cast.stranger.authority_id)
    counted = [count_rows(store, owner) for owner in owners]
    assert {name: sum(each[name] for each in counted) for name in counted[0]} == {
        name: before[name][0] + len(owners) * (name == "audit") for name in counted[0]
    }, "and counted in another way, with the audit row that taking the copy left"
    assert {"answer", "audit", "child", "final_answer", "staff", "visit"} <= {
        name for name, (rows, _digest) in before.items() if rows
    }
    for owner in owners:
        chain = verify_audit(empty, owner)
        assert chain.broken is None
        assert verify_audit(store, owner).broken is None
    visit = begin(empty, cast.maya)
    talk_through(empty, visit)
    sending.send(empty, visit, "yes", [], "no")
    assert len(reading.read_review(empty, cast.officer, cast.maya.review_id).booklets) == 1


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_what_sqlite_held_comes_back_in_postgresql(
    store: Store, cast: Cast, clock: FixedClock, postgres_server: str
) -> None:
    send_all(store, begin(store, cast.sam))
    moved = Store(make_database(postgres_server, "moved"), Keyring(ROOT_KEY), clock)
    migrate(moved)
    before = tally(store)
    assert put_back(moved, make_backup(store)).tables == before
    assert verify_audit(moved, cast.authority_id).broken is None
    moved.engine.dispose()


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_a_row_that_comes_back_otherwise_undoes_the_whole(
    store: Store, cast: Cast, empty: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup, decode = make_backup(store), putting_back._decode

    def slip(table: Table, values: list[Any]) -> dict[str, Any]:
        row = decode(table, values)
        return row | {"avatar": "otter"} if table.name == "child" else row

    monkeypatch.setattr(putting_back, "_decode", slip)
    with pytest.raises(BadBackup) as caught:
        put_back(empty, backup)
    assert caught.value.reason == "not_equal"
    assert not has_authority(empty)


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_another_schema_is_refused(store: Store, cast: Cast, empty: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    backup = make_backup(store)
    monkeypatch.setattr(putting_back, "head", lambda: "9999")
    with pytest.raises(BadBackup) as caught:
        put_back(empty, backup)
    assert (caught.value.reason, caught.value.detail) == ("other_schema", head())
    monkeypatch.setattr(taking, "head", lambda: "9999")
    with pytest.raises(BadBackup) as caught:
        make_backup(store)
    assert caught.value.reason == "moved_on"


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_the_digest_of_a_table_notices_a_single_change(store: Store, cast: Cast) -> None:
    before = tally(store)
    with store.writing(cast.authority_id) as tx:
        tx.connection.execute(authority.update().where(authority.c.id == cast.authority_id).values(cover_name="Kit"))
    assert {name for name, each in tally(store).items() if each != before[name]} == {"authority"}


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_what_is_not_whole_or_not_ours_is_refused_and_leaves_nothing(
    store: Store, cast: Cast, empty: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_file, "CHUNK", CHUNK)
    backup = make_backup(store)
    assert len(backup) > 4 * CHUNK, "so that a cut can fall between two chunks"
    flipped = bytearray(backup)
    flipped[len(backup) // 2] ^= 1
    header = backup.index(b"\n") + 1 + 32 + 16
    chunk = CHUNK + 16
    swapped = (
        backup[:header]
        + backup[header + chunk : header + 2 * chunk]
        + backup[header : header + chunk]
        + backup[header + 2 * chunk :]
    )
    for reason, broken in (
        ("damaged", backup[:-1]),
        ("damaged", backup[: header + chunk]),
        ("damaged", backup[: header + 2 * chunk]),
        ("damaged", backup[:header]),
        ("damaged", bytes(flipped)),
        ("damaged", swapped),
        ("damaged", backup + b"x"),
        ("not_a_backup", b"PK" + backup),
        ("not_a_backup", b""),
    ):
        with pytest.raises(BadBackup) as caught:
            put_back(empty, broken)
        assert caught.value.reason == reason
        assert not has_authority(empty)
    with pytest.raises(BadBackup) as caught:
        put_back(empty, backup, OTHER_KEY)
    assert caught.value.reason == "other_key"
    put_back(empty, backup)
    assert has_authority(empty), "the control: whole, and with its key, it comes back"
    with pytest.raises(BadBackup) as caught:
        put_back(empty, backup)
    assert caught.value.reason == "not_empty"


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_two_backups_of_the_same_rows_share_nothing(store: Store, cast: Cast) -> None:
    first, second = make_backup(store), make_backup(store)
    header = first.index(b"\n") + 1
    assert first[header : header + 48] != second[header : header + 48]
    for plain in (b"authority", b"Larkshire", cast.officer.email.encode()):
        assert plain not in first
