"""Recordings come and go with a row in the audit that does not hold the sentence."""

import pytest

from consult.actions.refusals import NotThere, Refused
from consult.actions.voicing import LARGEST_SOUND, record, remove_recording
from consult.store.database import Store
from consult.store.recordings import Sound, find_sound, list_all_recorded
from tests.actions.deeds import Watch
from tests.fixtures.cast import Cast
from tests.fixtures.sounds import make_wav

WORDING = "Do you see your family enough?"
LARGEST = b"OggS".ljust(LARGEST_SOUND, b"x")


def test_a_recording_is_kept_as_it_came(store: Store, cast: Cast) -> None:
    watch = Watch(store, cast.authority_id)
    key = record(store, cast.manager, WORDING, "en", make_wav())
    with store.reading(cast.authority_id) as tx:
        assert find_sound(tx, key) == Sound("audio/wav", make_wav())
    (row,) = watch.rows
    assert (row["deed"], row["actor"], row["subject"]) == ("record", cast.manager.public_id, key[:24])
    assert row["detail"] == {"bytes": len(make_wav()), "media_type": "audio/wav"}
    assert "family" not in str(row)


def test_the_largest_fits(store: Store, cast: Cast) -> None:
    assert record(store, cast.manager, WORDING, "en", LARGEST)


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "empty"), (LARGEST + b"x", "too_large"), (b"<html>", "not_a_sound"), (b"\x89PNG\r\n\x1a\n", "not_a_sound")],
)
def test_other_files_are_refused(store: Store, cast: Cast, content: bytes, reason: str) -> None:
    watch = Watch(store, cast.authority_id)
    with pytest.raises(Refused) as refused:
        record(store, cast.manager, WORDING, "en", content)
    assert refused.value.reason == reason
    with store.reading(cast.authority_id) as tx:
        assert list_all_recorded(tx) == frozenset()
    assert watch.deeds == []


def test_a_recording_is_removed(store: Store, cast: Cast) -> None:
    key = record(store, cast.manager, WORDING, "en", make_wav())
    watch = Watch(store, cast.authority_id)
    remove_recording(store, cast.manager, key)
    assert [(row["deed"], row["subject"]) for row in watch.rows] == [("remove_recording", key[:24])]
    with pytest.raises(NotThere):
        remove_recording(store, cast.manager, key)
    assert len(watch.rows) == 1


def test_nobody_removes_another_authoritys(store: Store, cast: Cast) -> None:
    key = record(store, cast.manager, WORDING, "en", make_wav())
    with pytest.raises(NotThere):
        remove_recording(store, cast.stranger, key)
