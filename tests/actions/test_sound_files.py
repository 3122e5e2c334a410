"""A sound file is known by its first bytes, whatever it is called."""

import pytest

from consult.actions.sound_files import media_type_of
from tests.fixtures.sounds import make_wav

SOUNDS = [
    (b"ID3\x04\x00\x00\x00\x00\x00\x00", "audio/mpeg"),
    (b"\xff\xfb\x90\x64", "audio/mpeg"),
    (b"\xff\xf3\x40\xc4", "audio/mpeg"),
    (b"OggS\x00\x02", "audio/ogg"),
    (b"\x00\x00\x00\x1cftypM4A \x00\x00", "audio/mp4"),
    (b"\x00\x00\x00\x18ftypmp42\x00\x00", "audio/mp4"),
    (b"\xff\xf1\x50\x80", "audio/aac"),
    (b"\xff\xf9\x50\x80", "audio/aac"),
    (make_wav(0), "audio/wav"),
    (b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\x82\x84webm", "audio/webm"),
]
OTHERS = [
    b"",
    b"\xff",
    b"\xff\xfb",
    b"\xff\xfb\xf0\x00",
    b"\xff\xfb\x9c\x00",
    b"\xff\xeb\x90\x64",
    b"\xff\xfeh\x00e\x00",
    b"\xff\xd8\xff\xe0\x00\x10JFIF",
    b"\x89PNG\r\n\x1a\n",
    b"RIFF\x00\x00\x00\x00WEBPVP8 ",
    b"\x00\x00\x00\x18ftypheic\x00\x00",
    b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\x82\x88matroska",
    b"<html><script>alert(1)</script>",
    b"MZ\x90\x00",
    b"%PDF-1.7",
]


@pytest.mark.parametrize(("content", "media_type"), SOUNDS)
def test_sounds_are_known(content: bytes, media_type: str) -> None:
    assert media_type_of(content) == media_type


@pytest.mark.parametrize("content", OTHERS)
def test_nothing_else_passes_for_one(content: bytes) -> None:
    assert media_type_of(content) == ""
