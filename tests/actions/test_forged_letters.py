"""Envelopes that nobody should have made: refused with a reason, nothing kept, nothing given away."""

import json

import pytest
from sqlalchemy import select

from consult.actions.letterbox import post_letter
from consult.actions.refusals import Refused
from consult.booklet.answers import Answer
from consult.store.database import Store
from consult.store.envelopes import make_key_pair, seal_envelope
from consult.store.tables import letterbox, letterbox_key
from tests.actions.deeds import begin, where
from tests.actions.letters import Tablet, count_answers
from tests.fixtures.cast import Cast


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{}",
        "[" * 100_000,
        '{"capability": 1, "number": 1, "after": 0, "answers": {}}',
        '{"capability": "é", "number": 1, "after": 0, "answers": {}}',
        '{"capability": "%s", "number": NaN, "after": 0, "answers": {}}',
        '{"capability": "%s", "number": 1e300, "after": 0, "answers": {}}',
        '{"capability": "%s", "number": -1, "after": 0, "answers": {}}',
        '{"capability": "%s", "number": 99999999999999999999, "after": 0, "answers": {}}',
        '{"capability": "%s", "number": true, "after": 0, "answers": {}}',
        '{"capability": "%s", "number": 1, "after": 0, "answers": []}',
        '{"capability": "%s", "number": 1, "after": 0, "answers": {"feel_today": "good"}}',
        '{"capability": "%s", "number": 1, "after": 0, "answers": {"feel_today": [["a"]]}}',
        '{"capability": "%s", "number": 1, "after": 0, "answers": {"feel_today": [["a", 1]]}}',
    ],
)
@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_a_letter_that_makes_no_sense_is_refused(store: Store, cast: Cast, text: str) -> None:
    tablet = Tablet(store, begin(store, cast.sam))
    with pytest.raises(Refused, match="forged"):
        tablet.post(tablet.seal_anything(text.replace("%s", tablet.blank.capability)))
    assert count_answers(store, cast) == 0


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_surrogates_and_nul_are_taken_out_as_everywhere(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    Tablet(store, visit).write(happy_home="no", happy_home_more=[["words", "a\ud800b\u0000c"]])
    assert where(store, visit).lines["happy_home_more"].answer == Answer(words="abc")


def test_forged_envelopes_are_refused(store: Store, cast: Cast) -> None:
    tablet = Tablet(store, begin(store, cast.sam))
    real = tablet.seal(feel_today="good")
    wrapped, nonce, sealed = real.split(".")
    letter = json.dumps({"capability": "guessed", "number": 1, "after": 0, "answers": {}})
    forged = [
        "",
        "...",
        "no base64.at.all",
        f"{wrapped}.{nonce}",
        f"{nonce}.{nonce}.{sealed}",
        f"{wrapped}.{nonce}.{sealed[:-8]}AAAAAAA=",
        seal_envelope(make_key_pair()[1], letter, bytes(32), bytes(12)),
        tablet.seal_anything(letter),
    ]
    for each in forged:
        with pytest.raises(Refused, match="forged"):
            tablet.post(each)
    for authority_id in (0, 999, cast.stranger.authority_id):
        with pytest.raises(Refused, match="forged"):
            post_letter(store, authority_id, real)
    assert count_answers(store, cast) == 0
    assert tablet.post(real).kept == 1, "the control"


def test_the_store_keeps_neither_the_capability_nor_a_bare_key(store: Store, cast: Cast) -> None:
    tablet = Tablet(store, begin(store, cast.sam))
    again = Tablet(store, begin(store, cast.maya))
    assert tablet.blank.public_key == again.blank.public_key
    assert tablet.blank.capability != again.blank.capability
    with store.reading(cast.authority_id) as tx:
        mine = letterbox.c.authority_id == cast.authority_id
        rows = tx.connection.execute(select(letterbox).where(mine)).all()
        (key,) = tx.connection.execute(
            select(letterbox_key.c.private_sealed).where(letterbox_key.c.authority_id == cast.authority_id)
        ).scalars()
    assert tablet.blank.capability not in repr(rows)
    assert b"PRIVATE" not in key
