"""Words are sealed: not in the files, and not opened in another place or under another key."""

import secrets
from pathlib import Path

import pytest
from sqlalchemy import select, update

from consult.actions import reading
from consult.store.clock import FixedClock
from consult.store.database import Store
from consult.store.sealing import Key, Keyring, Unopened
from consult.store.tables import METADATA, answer, authority, child, review
from tests.actions.deeds import begin, send_all
from tests.fixtures.cast import Cast, add_invited
from tests.fixtures.stores import Database

WORDS = "zanzibar marmalade lighthouse"


def everything(store: Store) -> bytes:
    """Whatever the database holds, table by table."""
    found = b""
    with store.engine.connect() as connection:
        authorities = connection.execute(select(authority.c.id)).scalars().all()
    for each in authorities:
        with store.reading(each) as tx:
            for table in METADATA.sorted_tables:
                for row in tx.connection.execute(select(table)):
                    for value in row:
                        found += value if isinstance(value, bytes) else str(value).encode()
    return found


def files(store: Store) -> bytes:
    """The bytes of an SQLite file with its log."""
    path = Path(str(store.url.database))
    return b"".join(each.read_bytes() for each in path.parent.glob(path.name + "*"))


def test_words_names_and_numbers_are_nowhere_in_clear(store: Store, cast: Cast, offending: list[str]) -> None:
    who = add_invited(store, cast.officer, "R-777", "Zebedee", cast.maya.born)
    send_all(store, begin(store, who), WORDS)
    held = everything(store)
    offending.clear()
    held += files(store) if store.engine.dialect.name == "sqlite" else b""
    assert b"R-777" in held, "the control: what is not sealed is found"
    for secret in (WORDS, "marmalade", "Zebedee", who.card, who.born.isoformat(), "boat,key,sun"):
        assert secret.encode() not in held
    opened = reading.read_review(store, cast.officer, who.review_id)
    assert WORDS in {line.answer.words for line in opened.booklets[0].lines.values() if line.answer}


def test_a_sealed_answer_does_not_open_in_anothers_place(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.maya)
    send_all(store, visit, WORDS)
    mine = select(answer.c.id, answer.c.sealed).where(
        answer.c.authority_id == cast.authority_id, answer.c.sealed.is_not(None)
    )
    with store.writing(cast.authority_id) as tx:
        (first, first_sealed), (second, second_sealed) = tx.connection.execute(mine.order_by(answer.c.id).limit(2))
        for row, sealed in ((first, second_sealed), (second, first_sealed)):
            change = update(answer).where(answer.c.authority_id == cast.authority_id, answer.c.id == row)
            tx.connection.execute(change.values(sealed=sealed))
    with pytest.raises(Unopened):
        reading.read_review(store, cast.officer, cast.maya.review_id)


def test_a_name_does_not_open_in_another_childs_row(store: Store, cast: Cast) -> None:
    owned = child.c.authority_id == cast.authority_id
    with store.writing(cast.authority_id) as tx:
        sams = tx.connection.execute(
            select(child.c.first_name_sealed).where(owned, child.c.public_id == cast.sam.child_id)
        ).scalar_one()
        tx.connection.execute(
            update(child).where(owned, child.c.public_id == cast.maya.child_id).values(first_name_sealed=sams)
        )
    with pytest.raises(Unopened):
        reading.read_review(store, cast.officer, cast.maya.review_id)


def test_a_reviews_key_does_not_open_another_review(store: Store, cast: Cast) -> None:
    send_all(store, begin(store, cast.maya), WORDS)
    owned = review.c.authority_id == cast.authority_id
    with store.writing(cast.authority_id) as tx:
        sams = tx.connection.execute(
            select(review.c.wrapped_key).where(owned, review.c.public_id == cast.sam.review_id)
        ).scalar_one()
        tx.connection.execute(
            update(review).where(owned, review.c.public_id == cast.maya.review_id).values(wrapped_key=sams)
        )
    with pytest.raises(Unopened):
        reading.read_review(store, cast.officer, cast.maya.review_id)


def test_another_root_key_opens_nothing(database: Database, clock: FixedClock) -> None:
    other = Store(database.url, Keyring(secrets.token_bytes(32)), clock)
    with pytest.raises(Unopened):
        reading.read_review(other, database.cast.officer, database.cast.sam.review_id)
    other.engine.dispose()


def test_a_changed_bit_is_noticed() -> None:
    key = Key(secrets.token_bytes(32))
    sealed = key.seal(WORDS, "answer:1")
    assert key.open(sealed, "answer:1") == WORDS
    for at in (0, 12, len(sealed) - 1):
        broken = sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]
        with pytest.raises(Unopened):
            key.open(broken, "answer:1")
    for short in (b"", sealed[:8]):
        with pytest.raises(Unopened):
            key.open(short, "answer:1")


def test_keys_do_not_show_themselves() -> None:
    secret = secrets.token_bytes(32)
    key = Key(secret)
    assert repr(key) == "Key(hidden)"
    assert secret.hex() not in repr(vars(Keyring(secret)))


def test_keys_for_two_purposes_differ() -> None:
    ring = Keyring(secrets.token_bytes(32))
    ring.learn(ring.wrap_derived())
    assert ring.cards.mac("1") != ring.visits.mac("1")
