from dataclasses import replace

import pytest

from consult.actions import recording, sending
from consult.actions.importing import Imported
from consult.actions.publishing import publish
from consult.booklet.answers import Answer
from consult.store.editions import find_newest
from tests.actions.deeds import begin, say, send_all
from tests.actions.papers import ACTOR, SAID, bring, faults_of, only_booklet, rows_of, said_in


def test_the_same_rows_again_change_nothing(store, cast):
    bring(store, cast, rows_of(SAID, helped_by="carer"))
    kept = only_booklet(store, cast)
    assert bring(store, cast, rows_of(SAID, helped_by="carer")[::-1]) == Imported(0, 0, 1)
    assert bring(store, cast, rows_of(SAID), replace=True) == Imported(0, 0, 1), "left out is not said otherwise"
    assert only_booklet(store, cast) == replace(kept, read_at=only_booklet(store, cast).read_at)


def test_the_same_rows_are_the_same_after_a_new_edition_and_after_the_child_was_asked(store, cast):
    rows = rows_of(SAID, read_out="ask")
    bring(store, cast, rows)
    with store.reading(cast.authority_id) as tx:
        booklet = find_newest(tx, "about-me-11-plus").booklet
    without = replace(booklet, sections=booklet.sections[1:])
    assert publish(store, cast.authority_id, ACTOR, without).number == 2
    recording.record_asked(store, cast.officer, cast.maya.review_id, read_out=True)
    assert bring(store, cast, rows) == Imported(0, 0, 1)
    assert only_booklet(store, cast).read_out == "yes"
    assert faults_of(store, cast, [row | {"edition": "2"} for row in rows]) == [(2, "question"), (3, "question")]


@pytest.mark.parametrize(
    "changed",
    [
        rows_of(SAID | {"going_now": "8"}),
        rows_of({question: cell for question, cell in SAID.items() if question != "going_now"}),
        rows_of(SAID, helped_by="worker"),
        rows_of(SAID, quote="yes"),
        rows_of(SAID, submitted_on="2026-11-19"),
    ],
    ids=["another answer", "a row less", "another helper", "another consent", "another day"],
)
def test_the_same_booklet_otherwise_needs_replace(store, cast, changed):
    bring(store, cast, rows_of(SAID, helped_by="carer"))
    assert faults_of(store, cast, changed) == [(2, "")]
    assert bring(store, cast, changed, replace=True) == Imported(0, 1, 0)
    booklet = only_booklet(store, cast)
    assert booklet.changed_at is not None
    assert set(booklet.finals) == set(booklet.lines) == {row["question"] for row in changed}
    assert bring(store, cast, changed) == Imported(0, 0, 1)


def test_what_the_child_sent_is_never_replaced(store, cast):
    send_all(store, begin(store, cast.maya))
    sent = said_in(only_booklet(store, cast))
    assert faults_of(store, cast, rows_of(SAID)) == [(2, "")]
    assert faults_of(store, cast, rows_of(SAID), replace=True) == [(2, "")]
    assert said_in(only_booklet(store, cast)) == sent


def test_a_child_who_changed_an_imported_booklet_is_never_overruled(store, cast):
    bring(store, cast, rows_of(SAID))
    visit = begin(store, cast.maya)
    say(store, visit, "going_now", "2")
    assert faults_of(store, cast, rows_of(SAID), replace=True) == [(2, "")]
    sending.send(store, visit, "yes", [], "no")
    assert faults_of(store, cast, rows_of(SAID), replace=True) == [(2, "")]
    assert said_in(only_booklet(store, cast))["going_now"] == Answer(("2",))


def test_what_the_child_has_only_begun_gives_way_to_replace(store, cast):
    say(store, begin(store, cast.maya), "going_now", "2")
    assert faults_of(store, cast, rows_of(SAID)) == [(2, "")]
    assert bring(store, cast, rows_of(SAID), replace=True) == Imported(1, 0, 0)
    assert said_in(only_booklet(store, cast))["going_now"] == Answer(("7",))


def test_a_booklet_opened_without_a_word_is_taken_over(store, cast):
    begin(store, cast.maya)
    assert bring(store, cast, rows_of(SAID)) == Imported(1, 0, 0)
