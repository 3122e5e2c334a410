"""Everything held about a child comes out, opened; nothing of another child; tables added later are not forgotten."""

import json

import pytest
from sqlalchemy import LargeBinary

from consult.actions import alerting, filing, messaging, subject_access
from consult.actions.refusals import NotThere
from consult.store.audit import Actor
from consult.store.database import Store
from consult.store.everything import CREDENTIALS, OPENERS, WITHHELD, tables_about_a_child
from tests.actions.deeds import Watch, begin, send_all
from tests.fixtures.cast import Cast

WORDS, OTHERS = "zebra under the bridge", "walrus on the roof"


def test_every_word_comes_out_and_none_of_another_child(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    send_all(store, visit, WORDS)
    alerting.raise_alert(store, visit, "alert " + WORDS)
    messaging.tell_decided(store, cast.officer, cast.sam.review_id, "reply " + WORDS)
    filing.hold(store, cast.authority_id, Actor("command", "test"), "R-100", "held " + WORDS)
    send_all(store, begin(store, cast.maya), OTHERS)
    everything = subject_access.export_everything(store, cast.officer, cast.sam.child_id)
    text = everything.to_json()
    for said in (WORDS, "alert " + WORDS, "reply " + WORDS, "held " + WORDS, "Sam", "2017-03-02", "R-100"):
        assert said in text
    for foreign in (OTHERS, "Maya", "R-200", cast.maya.review_id, cast.maya.child_id):
        assert foreign not in text
    assert json.loads(text)["answer"][0]["asked"]
    assert cast.sam.card not in text


def test_it_is_one_audit_row(store: Store, cast: Cast) -> None:
    watch = Watch(store, cast.authority_id)
    subject_access.export_everything(store, cast.officer, cast.sam.child_id)
    assert watch.deeds == ["export_everything"]


def test_only_the_childs_officer(store: Store, cast: Cast) -> None:
    for other in (cast.colleague, cast.manager, cast.stranger):
        with pytest.raises(NotThere):
            subject_access.export_everything(store, other, cast.sam.child_id)


def test_every_sealed_column_is_opened_or_named_as_a_credential() -> None:
    sealed = {
        f"{table.name}.{column.name}"
        for table in tables_about_a_child()
        for column in table.c
        if isinstance(column.type, LargeBinary)
    }
    assert sealed == set(OPENERS) | CREDENTIALS | WITHHELD
