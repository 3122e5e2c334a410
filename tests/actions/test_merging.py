"""A child entered twice: everything of the second opens under the first; nothing of the second is left."""

import datetime as dt

import pytest
from sqlalchemy import update

from consult.actions import (
    alerting,
    anytime,
    drafting,
    entering,
    filing,
    inviting,
    keeping_keys,
    messaging,
    reading,
    recording,
)
from consult.actions.merging import find_twice, merge
from consult.actions.refusals import Ended, NotThere, Refused
from consult.actions.subject_access import export_everything
from consult.booklet.answers import Given
from consult.store.audit import Actor
from consult.store.children import find_child
from consult.store.database import Store
from consult.store.everything import OPENERS
from consult.store.tables import METADATA, child, final_answer
from tests.actions.deeds import Watch, begin, come_in, say, send_all, where
from tests.actions.rows import rows_of
from tests.actions.test_alerting import alert_id
from tests.actions.test_anytime import WORDS, message_id, tell
from tests.fixtures.cast import Cast, Invited, add_invited

BORN = dt.date(2017, 3, 2)
COMMAND = Actor("command", "test")


@pytest.fixture
def again(store: Store, cast: Cast) -> Invited:
    """Sam under a second reference, with a review on another day."""
    added = add_invited(store, cast.officer, "R-101", "Sammy", BORN)
    recording.move_review(store, cast.officer, added.review_id, dt.date(2026, 12, 15))
    return added


def test_all_of_the_second_opens_under_the_first(store: Store, cast: Cast, again: Invited) -> None:
    visit = begin(store, again)
    send_all(store, visit, "said in a booklet")
    tell(store, again)
    alerting.raise_alert(store, come_in(store, again), "said in an alert")
    messaging.tell_decided(store, cast.officer, again.review_id, "answered about the review")
    messaging.answer_message(store, cast.officer, message_id(store, cast), "answered about the message")
    filing.hold(store, cast.authority_id, COMMAND, "R-101", "held because of a claim")
    watch = Watch(store, cast.authority_id)
    merge(store, cast.manager, cast.sam.child_id, "R-101")
    assert watch.deeds == ["merge_children"]
    everything = export_everything(store, cast.officer, cast.sam.child_id)
    text = everything.to_json()
    for words in (
        "said in a booklet",
        WORDS,
        "said in an alert",
        "answered about the review",
        "answered about the message",
        "held because of a claim",
    ):
        assert words in text
    assert "Sammy" not in text
    assert {row["deed"] for row in everything.tables["audit"]} >= {"add_child", "send", "merge_children"}
    assert messaging.read_message(store, cast.officer, message_id(store, cast)).message.first_name == "Sam"
    assert alerting.read_alert(store, cast.officer, alert_id(store, cast)).words == "said in an alert"
    opened = reading.read_review(store, cast.officer, again.review_id)
    assert (opened.child.first_name, opened.review.age, len(opened.booklets)) == ("Sam", 9, 1)
    assert {row["band"] for row in rows_of(store, final_answer, cast.authority_id)} == {"under-11"}


def test_nothing_points_at_the_second_any_more(store: Store, cast: Cast, again: Invited) -> None:
    visit = begin(store, again)
    (gone,) = [row["id"] for row in rows_of(store, child, cast.authority_id) if row["ref"] == "R-101"]
    merge(store, cast.manager, cast.sam.child_id, "R-101")
    for table in METADATA.sorted_tables:
        for key in table.foreign_keys:
            if key.column.table is child and "id" in table.c:
                left = [row for row in rows_of(store, table, cast.authority_id) if row[key.parent.name] == gone]
                assert left == [], table.name
    with store.reading(cast.authority_id) as tx:
        assert find_child(tx, again.child_id) is None
    with pytest.raises(Ended):
        where(store, visit)


def test_the_seconds_card_stops_and_the_firsts_goes_on(store: Store, cast: Cast, again: Invited) -> None:
    merge(store, cast.manager, cast.sam.child_id, "R-101")
    with pytest.raises(Refused, match="replaced_card"):
        entering.enter_with_card(store, again.card)
    come_in(store, cast.sam)
    assert inviting.show_card(store, cast.officer, again.review_id)[1] == cast.sam.card
    keeping_keys.rotate_keys(store, COMMAND)
    with pytest.raises(Refused, match="replaced_card"):
        entering.enter_with_card(store, again.card)


def test_what_was_begun_and_not_sent_goes_on(store: Store, cast: Cast, again: Invited) -> None:
    visit = come_in(store, again)
    anytime.begin_anytime(store, visit, "tell-something")
    say(store, visit, "told_words", words="said and not sent")
    drafting.keep_draft(store, visit, 1, Given((), "typed and too long " + "x" * 20_000, {}))
    merge(store, cast.manager, cast.sam.child_id, "R-101")
    visit = come_in(store, cast.sam)
    anytime.begin_anytime(store, visit, "tell-something")
    standing = where(store, visit)
    assert standing.lines["told_words"].answer.words == "said and not sent"  # type: ignore[union-attr]
    draft = drafting.find_draft(standing, standing.asked.questions[0])
    assert draft is not None
    assert draft.words.startswith("typed and too long")


def test_both_holds_stand(store: Store, cast: Cast, again: Invited) -> None:
    filing.hold(store, cast.authority_id, COMMAND, "R-100", "the first reason")
    filing.hold(store, cast.authority_id, COMMAND, "R-101", "the second reason")
    merge(store, cast.manager, cast.sam.child_id, "R-101")
    (row,) = export_everything(store, cast.officer, cast.sam.child_id).tables["child"]
    assert row["held_because"] == "the first reason\nthe second reason"


def test_two_reviews_on_one_day_are_refused_and_nothing_moves(store: Store, cast: Cast) -> None:
    other = add_invited(store, cast.officer, "R-101", "Sam", cast.sam.born)
    watch = Watch(store, cast.authority_id)
    for deed in (find_twice, merge):
        with pytest.raises(Refused, match="same_day"):
            deed(store, cast.manager, cast.sam.child_id, "R-101")
    assert watch.deeds == []
    assert reading.read_review(store, cast.officer, other.review_id).child.ref == "R-101"


@pytest.mark.parametrize(("ref", "refusal"), [("R-999", "unknown_ref"), ("", "unknown_ref"), ("R-100", "same_child")])
def test_it_takes_two_children(store: Store, cast: Cast, ref: str, refusal: str) -> None:
    with pytest.raises(Refused, match=refusal):
        merge(store, cast.manager, cast.sam.child_id, ref)


def test_not_across_authorities(store: Store, cast: Cast, again: Invited) -> None:
    add_invited(store, cast.stranger, "O-1", "Olly", BORN)
    with pytest.raises(Refused, match="unknown_ref"):
        merge(store, cast.manager, cast.sam.child_id, "O-1")
    with pytest.raises(NotThere):
        merge(store, cast.stranger, cast.sam.child_id, "O-1")


def test_words_left_under_the_old_key_would_be_noticed(store: Store, cast: Cast, again: Invited) -> None:
    """The control: a row that only changes its child cannot be opened."""
    tell(store, again)
    rows = {row["ref"]: row["id"] for row in rows_of(store, child, cast.authority_id)}
    with store.writing(cast.authority_id) as tx:
        talk = METADATA.tables["conversation"]
        statement = update(talk).where(talk.c.authority_id == cast.authority_id, talk.c.child_id == rows["R-101"])
        tx.connection.execute(statement.values(child_id=rows["R-100"]))
    with pytest.raises(Exception, match="answer:"):
        messaging.read_message(store, cast.officer, message_id(store, cast))
    assert "answer.sealed" in OPENERS
