"""Upper keys are made new under a running service; nothing that children said is touched, and nothing is lost."""

import secrets
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import LargeBinary, select

from consult.actions import entering, inviting, keeping_keys, reading
from consult.actions.refusals import Refused
from consult.actions.verifying import verify_audit
from consult.store import keys
from consult.store.audit import Actor
from consult.store.clock import FixedClock
from consult.store.database import Store
from consult.store.retention import forget_review
from consult.store.sealing import Keyring, Unopened
from consult.store.tables import METADATA, answer, authority, card_hash, child, fingerprint_key, review, visit
from tests.actions.deeds import begin, come_in, say, send_all
from tests.actions.rows import rows_of
from tests.fixtures.cast import Cast, add_invited
from tests.fixtures.stores import ROOT_KEY

ACTOR = Actor("command", "keys rotate")
NEW_ROOT = bytes(reversed(range(32)))
WORDS = "a red kite over the weir"


@pytest.fixture
def rotating(store: Store, clock: FixedClock) -> Iterator[Store]:
    """The same database in another process, which has the new root key beside the old."""
    opened = Store(store.url.render_as_string(hide_password=False), Keyring(ROOT_KEY, NEW_ROOT), clock)
    yield opened
    opened.engine.dispose()


@pytest.fixture
def afterwards(store: Store, clock: FixedClock) -> Iterator[Store]:
    """The same database in a process that has the new root key only."""
    opened = Store(store.url.render_as_string(hide_password=False), Keyring(NEW_ROOT), clock)
    yield opened
    opened.engine.dispose()


def read_words(store: Store, cast: Cast) -> set[str]:
    """What the officer reads of Maya's booklet."""
    opened = reading.read_review(store, cast.officer, cast.maya.review_id)
    return {line.answer.words for line in opened.booklets[0].lines.values() if line.answer}


def wrapped(store: Store, cast: Cast) -> dict[str, list[Any]]:
    """Whatever a rotation should have made new."""
    with store.engine.connect() as connection:
        found = {"authority": list(connection.execute(select(authority.c.wrapped_key)).scalars())}
        found["hash"] = list(connection.execute(select(card_hash.c.number_hash)).scalars())
        found["fingerprint"] = list(connection.execute(select(fingerprint_key.c.wrapped_key)).scalars())
    for table in (child, review):
        found[table.name] = [row["wrapped_key"] for row in rows_of(store, table, cast.authority_id)]
    return found


def test_everything_above_the_words_is_new_and_the_words_are_as_they_were(
    store: Store, rotating: Store, afterwards: Store, cast: Cast
) -> None:
    send_all(store, begin(store, cast.maya), WORDS)
    before, said = wrapped(store, cast), rows_of(store, answer, cast.authority_id)
    done = keeping_keys.rotate_keys(rotating, ACTOR)
    assert (done.authorities, done.children, done.reviews, done.cards, done.new_root) == (2, 2, 2, 2, True)
    after = wrapped(store, cast)
    assert all(not set(before[name]) & set(after[name]) for name in before)
    assert rows_of(store, answer, cast.authority_id) == said
    assert WORDS in read_words(afterwards, cast)
    come_in(afterwards, cast.maya)
    assert inviting.show_card(afterwards, cast.officer, cast.maya.review_id)[1] == cast.maya.card
    assert verify_audit(afterwards, cast.authority_id).broken is None
    assert verify_audit(afterwards, cast.stranger.authority_id).broken is None


def test_the_old_root_key_opens_nothing_any_more(store: Store, rotating: Store, cast: Cast, clock: FixedClock) -> None:
    keeping_keys.rotate_keys(rotating, ACTOR)
    late = Store(store.url.render_as_string(hide_password=False), Keyring(ROOT_KEY), clock)
    with pytest.raises(Unopened):
        late.check_keys()
    late.engine.dispose()


def test_a_service_that_runs_with_both_goes_on_through_a_rotation(
    rotating: Store, cast: Cast, clock: FixedClock
) -> None:
    running = Store(rotating.url.render_as_string(hide_password=False), Keyring(ROOT_KEY, NEW_ROOT), clock)
    seat = begin(running, cast.sam)
    send_all(running, begin(running, cast.maya), WORDS)
    for _ in range(2):
        keeping_keys.rotate_keys(rotating, ACTOR)
        say(running, seat, "feel_today", "good", form_key=secrets.token_hex(4))
        assert WORDS in read_words(running, cast)
        entering.enter_with_card(running, cast.maya.card)
    keeping_keys.rotate_keys(rotating, ACTOR)
    late = add_invited(running, cast.officer, "R-300", "Nia", cast.sam.born)
    for store in (running, rotating):
        assert reading.read_review(store, cast.officer, late.review_id).child.first_name == "Nia"
        entering.enter_with_card(store, late.card)
    running.engine.dispose()


def test_without_a_new_root_key_the_authorities_keys_are_new_all_the_same(store: Store, cast: Cast) -> None:
    send_all(store, begin(store, cast.maya), WORDS)
    before = wrapped(store, cast)
    assert not keeping_keys.rotate_keys(store, ACTOR).new_root
    assert not set(before["child"]) & set(wrapped(store, cast)["child"])
    assert WORDS in read_words(store, cast)
    assert come_in(store, cast.maya)


def test_nobody_who_is_in_is_put_out(store: Store, rotating: Store, cast: Cast) -> None:
    seat = begin(store, cast.sam)
    visits = rows_of(store, visit, cast.authority_id)
    keeping_keys.rotate_keys(rotating, ACTOR)
    assert rows_of(store, visit, cast.authority_id) == visits
    say(rotating, seat, "feel_today", "good")


def test_a_rotation_that_breaks_off_leaves_everything_as_it_was(
    store: Store, rotating: Store, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    send_all(store, begin(store, cast.maya), WORDS)
    before, chain = wrapped(store, cast), verify_audit(store, cast.authority_id)
    done: list[int] = []
    keep = keys.keep_fingerprint_keys

    def fail(*given: Any) -> None:
        keep(*given)
        done.append(1)
        raise OSError

    monkeypatch.setattr(keys, "keep_fingerprint_keys", fail)
    with pytest.raises(OSError):
        keeping_keys.rotate_keys(rotating, ACTOR)
    assert done, "the control: all the work was done, only not committed"
    assert wrapped(store, cast) == before
    assert verify_audit(store, cast.authority_id) == chain
    assert WORDS in read_words(store, cast)
    entering.enter_with_card(rotating, cast.sam.card)


def test_a_card_that_was_replaced_is_still_told_apart_from_an_unknown_one(
    store: Store, rotating: Store, cast: Cast
) -> None:
    inviting.replace_card(store, cast.officer, cast.sam.review_id)
    keeping_keys.rotate_keys(rotating, ACTOR)
    with pytest.raises(Refused, match="replaced_card"):
        entering.enter_with_card(rotating, cast.sam.card)


def test_a_review_whose_key_is_gone_stays_gone(store: Store, rotating: Store, cast: Cast) -> None:
    found = rows_of(store, review, cast.authority_id)[0]
    with store.writing(cast.authority_id) as tx:
        forget_review(tx, found["id"])
    assert keeping_keys.rotate_keys(rotating, ACTOR).reviews == 1
    assert rows_of(store, review, cast.authority_id)[0]["wrapped_key"] == b""


WITHIN = {"first_name_sealed", "date_of_birth_sealed", "held_because_sealed", "words_sealed", "done_sealed", "sealed"}
WITHIN |= {"drafts_sealed"}
"""Sealed with a child's or a review's key, which a rotation wraps anew and leaves as it is."""
ROOTED = {"authority.wrapped_key", "fingerprint_key.wrapped_key"}


def test_no_column_that_is_sealed_is_left_out_of_a_rotation() -> None:
    kept = {f"{column.table.name}.{column.name}" for column, _, _ in keys.UNDER_AUTHORITY}
    sealed = {
        f"{table.name}.{column.name}"
        for table in METADATA.sorted_tables
        for column in table.c
        if isinstance(column.type, LargeBinary)
        and column.name not in WITHIN
        and ("sealed" in column.name or "wrapped" in column.name)
    }
    assert sealed - ROOTED == kept
