"""Going on without internet, as the server has it: the blank page, the letterbox, the worker."""

import re

import pytest
from flask import Flask

from consult.actions.letterbox import Blank
from consult.store.database import Store
from consult.web.talk import offline
from tests.actions.deeds import where
from tests.actions.letters import Tablet
from tests.fixtures.cast import CONTACT, Cast
from tests.web.browsing import Browser, Talker, visit_of

WORDS = "they forget me a lot"


def letter_from(page: str) -> dict[str, str]:
    """What a blank page carries for its script."""
    return dict(re.findall(r'data-(authority|capability|key|after)="([^"]*)"', page))


@pytest.fixture
def talker(app: Flask, store: Store, cast: Cast) -> Talker:
    """Sam, who has said something."""
    talker = Talker(app, store, cast.sam)
    talker.say(talker.reach_words(), words=WORDS)
    talker.open("/talk/help")
    return talker


def test_the_blank_page_asks_everything_and_holds_nothing_of_the_child(talker: Talker, store: Store) -> None:
    page = talker.send("/talk/offline")
    assert page.status_code == 200
    standing = where(store, talker.visit)
    fitting = [each for each in standing.asked if each.fits_age(9)]
    assert page.text.count('<form method="dialog"') == len(fitting) == 19
    for each in fitting:
        assert each.text.replace("'", "&#39;") in page.text
    for secret in (WORDS, "Sam", "Amira", "/talk/1"):
        assert secret not in page.text, secret
    assert not re.search(r'name="(?:a|who-\w+|private)"[^>]*checked', page.text)
    assert "If you said “Not happy” or “I don&#39;t know”:" in page.text
    assert letter_from(page.text)["after"] == "4"
    assert CONTACT.out_of_hours_phone in page.text


def test_ids_on_the_page_are_unique_and_labels_lead_to_them(talker: Talker) -> None:
    text = talker.send("/talk/offline").text
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    pointed = {
        each
        for found in re.findall(r'\b(?:for|aria-labelledby|aria-describedby)="([^"]+)"', text)
        for each in found.split()
    }
    assert len(pointed) > 50
    assert pointed <= set(ids)


def test_every_page_has_a_capability_of_its_own(talker: Talker) -> None:
    one, other = (letter_from(talker.send("/talk/offline").text) for _ in range(2))
    assert one["capability"] != other["capability"]
    assert one["key"] == other["key"]


def test_a_letter_needs_no_cookie_and_no_token(app: Flask, talker: Talker, store: Store) -> None:
    tablet = Tablet(store, talker.visit)
    body = f"{talker.visit.authority_id}.{tablet.seal(feel_today='ok')}"
    answer = Browser(app).client.post("/talk/letterbox", data=body)
    assert answer.status_code == 200
    assert answer.json == {
        "kept": 1,
        "sequence": 5,
        "words": "The internet is back. What you wrote without it is saved.",
    }
    again = Browser(app).client.post("/talk/letterbox", data=body)
    assert (again.status_code, again.json["kept"]) == (200, 0)
    assert talker.said("feel_today").picked == ("ok",)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b".",
        b"1",
        b"1.",
        b"1.a.b.c",
        b"x.a.b.c",
        b"-1.a.b.c",
        b"999.a.b.c",
        b"9" * 5000 + b".a.b.c",
        b"\xff\x00\xfe",
        "١.a.b.c".encode(),
    ],
)
def test_what_is_no_letter_is_refused_in_words(app: Flask, body: bytes) -> None:
    answer = Browser(app).client.post("/talk/letterbox", data=body)
    assert answer.status_code == 400
    assert answer.json == {
        "reason": "forged",
        "words": "Something kept on this tablet could not be read. It is not saved.",
    }


@pytest.mark.parametrize("size", [offline.LARGEST + 1, 3_000_000])
def test_too_much_is_refused_in_words(app: Flask, size: int) -> None:
    answer = Browser(app).client.post("/talk/letterbox", data=b"1" * size)
    assert answer.status_code == 413
    assert answer.json["reason"] == "too_big"


@pytest.mark.parametrize("reason", offline.STATUS)
def test_every_refusal_has_its_words(app: Flask, monkeypatch: pytest.MonkeyPatch, reason: str) -> None:
    def refuse(*_anything: object) -> Blank:
        raise offline.Refused(reason)

    monkeypatch.setattr(offline.letterbox, "post_letter", refuse)
    answer = Browser(app).client.post("/talk/letterbox", data=b"1.a.b.c")
    assert answer.status_code == offline.STATUS[reason]
    assert answer.json["words"].endswith((".", "!"))


def test_an_anytime_message_has_a_blank_page_too(app: Flask, store: Store, cast: Cast) -> None:
    talker = Talker(app, store, cast.sam)
    talker.open("/talk/help")
    talker.send("/talk/tell", booklet="good-news")
    page = talker.send("/talk/offline")
    assert page.status_code == 200
    assert "Don’t read this out" not in page.text


def test_the_worker_is_a_script_that_browsers_ask_for_anew(app: Flask) -> None:
    answer = Browser(app).open("/talk/worker.js")
    assert answer.mimetype == "text/javascript"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "/talk/offline" in answer.text


def test_its_address_leads_on_where_there_is_internet(talker: Talker) -> None:
    assert talker.open("/talk/offline").location == talker.open("/talk/on").location


def test_a_question_tells_its_script_what_the_tablet_knows(talker: Talker) -> None:
    def mark(page: str) -> list[str]:
        found = re.search(r'name="offline" content="([^"]+)"', page)
        assert found is not None
        return found[1].split()

    first = mark(talker.ask("feel_today").text)
    talker.say("feel_today", "mix")
    then, check = mark(talker.ask("feel_today").text), mark(talker.open("/talk/check").text)
    assert (first[1], then[1]) == ("4", "5")
    assert first[0] == then[0] == check[0]
    talker.send("/talk/helper", helper="carer")
    assert mark(talker.ask("family_time_happy").text)[0] != first[0]
    assert visit_of(talker) == talker.visit
