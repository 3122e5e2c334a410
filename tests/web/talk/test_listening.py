"""Being read to: recordings of exactly this wording, of this authority, for children who are in."""

import re

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from consult.actions.voicing import record, remove_recording
from consult.store.database import Store
from consult.store.recordings import hash_wording
from tests.fixtures.cast import Cast
from tests.fixtures.sounds import make_wav
from tests.web.browsing import Browser, Talker, staff_browser

FEEL = "How do you feel today?"
SOUND = make_wav()


@pytest.fixture
def talker(app: Flask, store: Store, cast: Cast) -> Talker:
    """Sam."""
    return Talker(app, store, cast.sam)


def players(page: TestResponse) -> dict[str, str]:
    """Sentence -> the address it plays from."""
    found = re.findall(r'<audio controls preload="none" src="([^"]+)" aria-label="([^"]+)">', page.text)
    return {text: address for address, text in found}


def test_a_recorded_question_plays(talker: Talker, store: Store, cast: Cast) -> None:
    assert players(talker.ask("feel_today")) == {}
    record(store, cast.manager, FEEL, "en", SOUND)
    record(store, cast.manager, "Not good", "en", SOUND)
    found = players(talker.ask("feel_today"))
    assert list(found) == [FEEL, "Not good"]
    heard = talker.open(found[FEEL])
    assert (heard.status_code, heard.data, heard.mimetype) == (200, SOUND, "audio/wav")
    assert heard.headers["Cache-Control"] == "no-store"
    assert heard.headers["Accept-Ranges"] == "bytes"


def test_another_wording_does_not_play(talker: Talker, store: Store, cast: Cast) -> None:
    record(store, cast.manager, FEEL.replace("today", "now"), "en", SOUND)
    record(store, cast.manager, FEEL, "pl", SOUND)
    assert players(talker.ask("feel_today")) == {}


def test_answers_alone_are_not_offered(talker: Talker, store: Store, cast: Cast) -> None:
    record(store, cast.manager, "Not good", "en", SOUND)
    assert players(talker.ask("feel_today")) == {}


def test_a_removed_one_plays_no_more(talker: Talker, store: Store, cast: Cast) -> None:
    key = record(store, cast.manager, FEEL, "en", SOUND)
    address = players(talker.ask("feel_today"))[FEEL]
    remove_recording(store, cast.manager, key)
    assert players(talker.ask("feel_today")) == {}
    assert talker.open(address).status_code == 404


def test_another_authoritys_does_not_play(talker: Talker, store: Store, cast: Cast) -> None:
    key = record(store, cast.stranger, FEEL, "en", SOUND)
    assert players(talker.ask("feel_today")) == {}
    assert talker.open(f"/talk/sound/{key}").status_code == 404
    record(store, cast.manager, FEEL, "en", SOUND)
    assert talker.open(f"/talk/sound/{key}").status_code == 200


def test_only_children_who_are_in_hear_it(app: Flask, store: Store, cast: Cast) -> None:
    key = record(store, cast.manager, FEEL, "en", SOUND)
    for browser in (Browser(app), staff_browser(app, store, cast.manager)):
        answer = browser.open(f"/talk/sound/{key}")
        assert (answer.status_code, answer.location) == (303, "/?note=signed_out")


def test_a_part_can_be_asked_for(talker: Talker, store: Store, cast: Cast) -> None:
    address = f"/talk/sound/{record(store, cast.manager, FEEL, 'en', SOUND)}"
    part = talker.client.get(address, headers={"Range": "bytes=0-3"})
    assert (part.status_code, part.data) == (206, b"RIFF")
    assert part.headers["Content-Range"] == f"bytes 0-3/{len(SOUND)}"
    assert talker.client.get(address, headers={"Range": "bytes=999999-"}).status_code == 416


def test_no_address_but_a_key_leads_anywhere(talker: Talker) -> None:
    for key in ("none", hash_wording(FEEL, "en"), "..%2f..%2fetc"):
        assert talker.open(f"/talk/sound/{key}").status_code == 404
