"""The manager's page of recordings: what is recorded, what is not, what was worded otherwise."""

import io
import re
from dataclasses import replace

import pytest
from flask import Flask
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from consult.actions.publishing import publish
from consult.actions.scope import actor
from consult.actions.voicing import LARGEST_SOUND, record
from consult.booklet.model import Booklet
from consult.store.database import Store
from consult.store.editions import find_newest
from consult.store.recordings import hash_wording, list_all_recorded
from tests.fixtures.cast import Cast
from tests.fixtures.sounds import make_wav
from tests.web.browsing import Browser, staff_browser
from tests.web.talk.test_languages import POLISH_QUESTION, turn_on

BOOKLET = "about-me-under-11"
ADDRESS = f"/office/recordings?booklet={BOOKLET}"
FEEL = "How do you feel today?"
KEY = hash_wording(FEEL, "en")
CHIPS = {"Recorded": "recorded", "Not yet": "not_yet", "The wording changed since": "changed"}


@pytest.fixture
def office(app: Flask, store: Store, cast: Cast) -> Browser:
    """The manager."""
    return staff_browser(app, store, cast.manager)


def reword(store: Store, cast: Cast, before: str, after: str) -> None:
    """A new edition in which a question reads differently."""
    with store.reading(cast.authority_id) as tx:
        newest = find_newest(tx, BOOKLET)
    assert newest is not None
    booklet: Booklet = newest.booklet
    sections = tuple(
        replace(
            section,
            questions=tuple(replace(each, text=after) if each.text == before else each for each in section.questions),
        )
        for section in booklet.sections
    )
    publish(store, cast.authority_id, actor(cast.manager), replace(booklet, sections=sections))


def states(page: TestResponse) -> dict[str, str]:
    """Sentence -> its state."""
    rows = re.findall(r'<li id="s-.*?</li>', page.text, re.DOTALL)
    found = {}
    for row in rows:
        said = re.search(r'<p id="t-[^>]*><span class="sub">\w+</span>(.*?)</p>', row)
        chip = re.search(r'class="chip[^>]*>.*?</svg>(.*?)</span>', row, re.DOTALL)
        assert said is not None
        assert chip is not None
        found[said[1]] = CHIPS[chip[1]]
    assert len(found) == len(rows), "a sentence stands there twice"
    return found


def upload(
    office: Browser, content: bytes, *, key: str = KEY, booklet: str = BOOKLET, language: str = "en"
) -> TestResponse:
    """Send the form of a sentence."""
    office.open(ADDRESS)
    fields = {
        "csrf_token": office.token,
        "booklet": booklet,
        "language": language,
        "key": key,
        "file": FileStorage(io.BytesIO(content), "feel.wav"),
    }
    boundary, body = encode_multipart(fields)  # in memory: the test client's own way leaves a temporary file open
    return office.client.post("/office/recordings", data=body, content_type=f"multipart/form-data; boundary={boundary}")


def list_keys(store: Store, authority_id: int) -> frozenset[str]:
    """What is recorded."""
    with store.reading(authority_id) as tx:
        return list_all_recorded(tx)


def test_every_sentence_stands_there(office: Browser) -> None:
    found = states(office.open(ADDRESS))
    assert {FEEL, "Good", "I don’t know", "Tick as many as you want."} & found.keys() >= {FEEL, "Good", "I don’t know"}
    assert set(found.values()) == {"not_yet"}


def test_an_upload_shows_and_plays(office: Browser) -> None:
    answer = upload(office, make_wav())
    assert answer.status_code == 303
    page = office.follow(answer)
    assert "The recording is kept." in page.text
    assert {text for text, state in states(page).items() if state == "recorded"} == {FEEL}
    heard = office.open(f"/office/recordings/{KEY}")
    assert (heard.data, heard.mimetype) == (make_wav(), "audio/wav")


def test_a_new_wording_is_not_recorded(office: Browser, store: Store, cast: Cast) -> None:
    upload(office, make_wav())
    reword(store, cast, FEEL, "How are you today?")
    page = office.open(ADDRESS)
    found = states(page)
    assert found["How are you today?"] == "changed"
    assert f"Recorded for an earlier edition: “{FEEL}”" in page.text
    assert "recorded" not in found.values()

    upload(office, make_wav(), key=hash_wording("How are you today?", "en"))
    assert states(office.open(ADDRESS))["How are you today?"] == "recorded"
    assert KEY in list_keys(store, cast.authority_id), "whoever answers the old edition still hears it"


def test_the_old_wording_back_has_its_voice_back(office: Browser, store: Store, cast: Cast) -> None:
    upload(office, make_wav())
    reword(store, cast, FEEL, "How are you today?")
    reword(store, cast, "How are you today?", FEEL)
    assert states(office.open(ADDRESS))[FEEL] == "recorded"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Choose a sound file."),
        (b"<html>not a sound</html>", "This is not a sound file we can play."),
        (b"OggS".ljust(LARGEST_SOUND + 1, b"x"), "This file is too large. At most 2 MB fit."),
    ],
)
def test_a_fault_stands_beside_its_sentence(
    office: Browser, store: Store, cast: Cast, content: bytes, sentence: str
) -> None:
    page = upload(office, content)
    assert page.status_code == 422
    row = re.search(rf'<li id="s-{KEY[:12]}".*?</li>', page.text, re.DOTALL)
    assert row is not None
    assert sentence in row[0]
    assert page.text.count("<details open>") == 1
    assert list_keys(store, cast.authority_id) == frozenset()


@pytest.mark.parametrize(("key", "booklet"), [("0" * 64, BOOKLET), (KEY, "no-such-booklet"), (KEY, "after-review")])
def test_only_sentences_of_the_booklet_are_recorded(
    office: Browser, store: Store, cast: Cast, key: str, booklet: str
) -> None:
    assert upload(office, make_wav(), key=key, booklet=booklet).status_code == 404
    assert list_keys(store, cast.authority_id) == frozenset()


def test_a_recording_goes(office: Browser, store: Store, cast: Cast) -> None:
    page = office.follow(upload(office, make_wav()))
    gone = office.send("/office/recordings/remove", booklet=BOOKLET, key=KEY)
    assert gone.status_code == 303
    page = office.follow(gone)
    assert "The recording is gone." in page.text
    assert states(page)[FEEL] == "not_yet"
    assert office.open(f"/office/recordings/{KEY}").status_code == 404
    assert office.send("/office/recordings/remove", booklet=BOOKLET, key=KEY).status_code == 404


def test_another_authoritys_recording_is_not_there(office: Browser, store: Store, cast: Cast) -> None:
    record(store, cast.stranger, FEEL, "en", make_wav())
    assert office.open(f"/office/recordings/{KEY}").status_code == 404
    assert office.send("/office/recordings/remove", booklet=BOOKLET, key=KEY).status_code == 404
    assert states(office.open(ADDRESS))[FEEL] == "not_yet"
    assert KEY in list_keys(store, cast.stranger.authority_id)


def test_an_unknown_booklet_is_not_there(office: Browser) -> None:
    assert office.open("/office/recordings?booklet=none").status_code == 404
    assert states(office.open("/office/recordings"))


def test_each_language_has_its_own_recordings(office: Browser, store: Store, cast: Cast) -> None:
    assert office.open(f"{ADDRESS}&language=pl").status_code == 404
    turn_on(store, cast.authority_id, "pl")
    address = f"{ADDRESS}&language=pl"
    assert "The Polish is a draft" in office.open(address).text
    key = hash_wording(POLISH_QUESTION, "pl")
    assert upload(office, make_wav(), key=key).status_code == 404
    assert upload(office, make_wav(), key=key, language="pl").status_code == 303
    found = re.search(rf'<li id="s-{key[:12]}".*?</li>', office.open(address).text, re.DOTALL)
    assert found is not None
    assert f'<bdi lang="pl">{POLISH_QUESTION}</bdi>' in found[0]
    assert "Recorded" in found[0]
    assert set(states(office.open(ADDRESS)).values()) == {"not_yet"}
    assert list_keys(store, cast.authority_id) == {key}
