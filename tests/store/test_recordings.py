"""Recordings belong to one authority and to one exact wording."""

import pytest

from consult.store.database import Store
from consult.store.recordings import (
    Sound,
    find_sound,
    hash_wording,
    keep_sound,
    list_all_recorded,
    list_recorded,
    remove_sound,
)
from tests.fixtures.cast import Cast

KEY = hash_wording("How do you feel today?", "en")
OTHER = hash_wording("How do you feel?", "en")
SOUND, LATER = Sound("audio/ogg", b"OggS one"), Sound("audio/mpeg", b"ID3 two")


@pytest.mark.parametrize("same", ["How do you feel today? ", "How  do you\nfeel today?"])
def test_white_space_makes_no_other_wording(same: str) -> None:
    assert hash_wording(same, "en") == KEY


def test_an_accent_is_one_however_it_is_composed() -> None:
    assert hash_wording("caf\u00e9", "en") == hash_wording("cafe\u0301", "en")


@pytest.mark.parametrize(
    ("text", "language"),
    [("How do you feel today", "en"), ("how do you feel today?", "en"), ("How do you feel today?", "pl")],
)
def test_anything_that_is_heard_makes_another(text: str, language: str) -> None:
    assert hash_wording(text, language) != KEY


def test_a_later_recording_takes_the_place_of_the_earlier(store: Store, cast: Cast) -> None:
    for sound in (SOUND, LATER):
        with store.writing(cast.authority_id) as tx:
            keep_sound(tx, KEY, "en", sound)
    with store.reading(cast.authority_id) as tx:
        assert find_sound(tx, KEY) == LATER
        assert find_sound(tx, OTHER) is None
        assert list_all_recorded(tx) == {KEY}


def test_only_those_asked_for_are_listed(store: Store, cast: Cast) -> None:
    with store.writing(cast.authority_id) as tx:
        keep_sound(tx, KEY, "en", SOUND)
        keep_sound(tx, OTHER, "en", SOUND)
    with store.reading(cast.authority_id) as tx:
        assert list_recorded(tx, [KEY, hash_wording("Yes", "en")]) == {KEY}
        assert list_recorded(tx, []) == frozenset()


def test_another_authority_has_its_own(store: Store, cast: Cast) -> None:
    with store.writing(cast.authority_id) as tx:
        keep_sound(tx, KEY, "en", SOUND)
    with store.writing(cast.stranger.authority_id) as tx:
        assert find_sound(tx, KEY) is None
        assert (list_all_recorded(tx), list_recorded(tx, [KEY])) == (frozenset(), frozenset())
        assert not remove_sound(tx, KEY)
        keep_sound(tx, KEY, "en", LATER)
    with store.reading(cast.authority_id) as tx:
        assert find_sound(tx, KEY) == SOUND


def test_it_can_be_removed_once(store: Store, cast: Cast) -> None:
    with store.writing(cast.authority_id) as tx:
        keep_sound(tx, KEY, "en", SOUND)
        assert remove_sound(tx, KEY)
        assert not remove_sound(tx, KEY)
        assert find_sound(tx, KEY) is None
