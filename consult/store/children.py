"""Children: a reference in clear, everything else about them sealed with the child's own key."""

import datetime as dt
import hmac
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from consult.store.database import AnyRow, Transaction
from consult.store.ids import make_public_id
from consult.store.sealing import Key
from consult.store.tables import child


@dataclass(frozen=True, slots=True)
class Looks:
    """How the child likes the pages. `look`: "" or dusk; `text_size`: "", large or largest."""

    look: str = ""
    text_size: str = ""
    words_only: bool = False
    pictures_off: bool = False


@dataclass(frozen=True, slots=True)
class Child:
    """A child, opened. `language`: of the child's pages, as a tag. `left_on`: the day of leaving care."""

    id: int
    public_id: str
    ref: str
    first_name: str
    date_of_birth: dt.date
    avatar: str
    has_pictures: bool
    forgot_pictures: bool = False
    language: str = "en"
    left_on: dt.date | None = None


_OWNED = select(child).where(child.c.authority_id == bindparam("authority"))
_BY_REF = _OWNED.where(child.c.ref == bindparam("ref"))
_BY_PUBLIC_ID = _OWNED.where(child.c.public_id == bindparam("public_id"))
_BY_ID = _OWNED.where(child.c.id == bindparam("id"))


def child_key(tx: Transaction, row: Any) -> Key:
    """The child's own key. `row` carries `child_public_id` and `child_wrapped_key`."""
    return tx.key.unwrap(row.child_wrapped_key, f"child:{row.child_public_id}")


def open_first_name(tx: Transaction, row: Any) -> str:
    """The first name of a row that carries `child_public_id`, `child_wrapped_key`, `first_name_sealed`."""
    return child_key(tx, row).open(row.first_name_sealed, f"child:{row.child_public_id}:first_name")


def open_date_of_birth(tx: Transaction, row: Any) -> dt.date:
    """The date of birth of such a row that carries `date_of_birth_sealed`."""
    place = f"child:{row.child_public_id}:date_of_birth"
    return dt.date.fromisoformat(child_key(tx, row).open(row.date_of_birth_sealed, place))


def find_child_by_ref(tx: Transaction, ref: str) -> Child | None:
    """The child with the authority's own reference."""
    row = tx.first(_BY_REF, ref=ref)
    return _open(tx, row) if row else None


def find_child(tx: Transaction, public_id: str) -> Child | None:
    """The child with this public id."""
    row = tx.first(_BY_PUBLIC_ID, public_id=public_id)
    return _open(tx, row) if row else None


def fetch_child(tx: Transaction, child_id: int) -> Child:
    """The child of a row that points at it."""
    return _open(tx, tx.run(_BY_ID, id=child_id).one())


def list_children(tx: Transaction, refs: Collection[str]) -> dict[str, Child]:
    """Reference -> child, of those that are known among these."""
    return {row.ref: _open(tx, row) for row in tx.all(_OWNED) if row.ref in refs}


def add_child(tx: Transaction, ref: str, first_name: str, date_of_birth: dt.date) -> Child:
    """A new child under a key of its own."""
    public_id = make_public_id()
    key, wrapped = tx.key.wrap_new(f"child:{public_id}")
    added = tx.add(
        insert(child),
        {
            "public_id": public_id,
            "ref": ref,
            "wrapped_key": wrapped,
            "first_name_sealed": key.seal(first_name, f"child:{public_id}:first_name"),
            "date_of_birth_sealed": key.seal(date_of_birth.isoformat(), f"child:{public_id}:date_of_birth"),
            "avatar": "",
            "wrong_pictures": 0,
            "language": "en",
            "look": "",
            "text_size": "",
            "words_only": False,
            "pictures_off": False,
            "created_at": tx.now,
        },
    )
    return Child(added, public_id, ref, first_name, date_of_birth, "", False)


def change_first_name(tx: Transaction, who: Child, first_name: str) -> None:
    """A corrected first name."""
    row = tx.run(_BY_ID, id=who.id).one()
    sealed = _key(tx, row).seal(first_name, f"child:{who.public_id}:first_name")
    _change(tx, who.id, first_name_sealed=sealed)


def change_date_of_birth(tx: Transaction, who: Child, date_of_birth: dt.date) -> None:
    """A corrected date of birth. Ages and bands are the caller's to follow up."""
    place = f"child:{who.public_id}:date_of_birth"
    _change(tx, who.id, date_of_birth_sealed=fetch_child_key(tx, who.id).seal(date_of_birth.isoformat(), place))


def change_left(tx: Transaction, child_id: int, left_on: dt.date | None) -> None:
    """The day on which the child left care; None where they did not after all."""
    _change(tx, child_id, left_on=left_on)


def change_avatar(tx: Transaction, child_id: int, avatar: str) -> None:
    """The picture that the child goes by."""
    _change(tx, child_id, avatar=avatar)


def change_looks(tx: Transaction, child_id: int, avatar: str, looks: Looks) -> None:
    """How the child's pages look."""
    _change(
        tx,
        child_id,
        avatar=avatar,
        look=looks.look,
        text_size=looks.text_size,
        words_only=looks.words_only,
        pictures_off=looks.pictures_off,
    )


def change_pictures(tx: Transaction, child_id: int, pictures: Sequence[str] | None) -> None:
    """Keep a fingerprint of three secret pictures, in any order; None lets the child choose anew."""
    row = tx.run(_BY_ID, id=child_id).one()
    mac = None if pictures is None else _key(tx, row).mac(_spell(pictures))
    _change(tx, child_id, pictures_mac=mac, wrong_pictures=0, paused_until=None, pictures_forgotten_at=None)


def pictures_match(tx: Transaction, child_id: int, pictures: Sequence[str]) -> bool:
    """Whether these are the child's three pictures."""
    row = tx.run(_BY_ID, id=child_id).one()
    return bool(row.pictures_mac) and hmac.compare_digest(_key(tx, row).mac(_spell(pictures)), row.pictures_mac)


def change_tries(tx: Transaction, child_id: int, wrong: int, paused_until: dt.datetime | None) -> None:
    """Wrong picture tries since the last right one, and until when no more are looked at."""
    _change(tx, child_id, wrong_pictures=wrong, paused_until=paused_until)


def hold_child(tx: Transaction, child_id: int) -> None:
    """Whoever holds the same child waits until this transaction ends."""
    tx.run(_BY_ID.with_for_update(), id=child_id).one()


def fetch_child_key(tx: Transaction, child_id: int) -> Key:
    """The key of the child with this row number."""
    return _key(tx, tx.run(_BY_ID, id=child_id).one())


def change_forgotten(tx: Transaction, child_id: int, moment: dt.datetime | None) -> None:
    """Since when the child asks for new secret pictures; None once the old ones are remembered."""
    _change(tx, child_id, pictures_forgotten_at=moment)


def change_language(tx: Transaction, child_id: int, language: str) -> None:
    """The language of the child's pages, as a tag."""
    _change(tx, child_id, language=language)


def _change(tx: Transaction, child_id: int, **values: Any) -> None:
    statement = update(child).where(child.c.authority_id == tx.authority_id, child.c.id == child_id).values(values)
    tx.connection.execute(statement)


def _spell(pictures: Sequence[str]) -> str:
    return "pictures:" + ",".join(sorted(pictures))


def _key(tx: Transaction, row: AnyRow) -> Key:
    return tx.key.unwrap(row.wrapped_key, f"child:{row.public_id}")


def _open(tx: Transaction, row: AnyRow) -> Child:
    key, place = _key(tx, row), f"child:{row.public_id}"
    return Child(
        row.id,
        row.public_id,
        row.ref,
        key.open(row.first_name_sealed, f"{place}:first_name"),
        dt.date.fromisoformat(key.open(row.date_of_birth_sealed, f"{place}:date_of_birth")),
        row.avatar,
        row.pictures_mac is not None,
        row.pictures_forgotten_at is not None,
        row.language,
        row.left_on,
    )
