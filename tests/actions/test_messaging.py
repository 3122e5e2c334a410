"""Messages and answers: whose they are, what is written down, what counts once."""

from collections.abc import Callable

import pytest

from consult.actions import messaging
from consult.actions.refusals import NotThere, Refused
from consult.store.database import Store
from consult.store.messages import count_unread, list_messages
from consult.store.readings import list_readings
from consult.store.replies import LONGEST_REPLY
from consult.store.staff import Staff
from consult.store.tables import reply
from tests.actions.deeds import Watch, begin, send_all
from tests.actions.rows import rows_of
from tests.actions.test_anytime import ANSWER, WORDS, message_id, tell
from tests.fixtures.cast import Cast

DEEDS: dict[str, Callable[[Store, Staff, Cast], object]] = {
    "read_message": lambda store, who, cast: messaging.read_message(store, who, message_id(store, cast)),
    "answer_child": lambda store, who, cast: messaging.answer_message(store, who, message_id(store, cast), ANSWER),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_the_childs_officer_may_and_leaves_one_audit_row(store: Store, cast: Cast, deed: str) -> None:
    tell(store, cast.sam)
    watch = Watch(store, cast.authority_id)
    DEEDS[deed](store, cast.officer, cast)
    assert watch.deeds == [deed]
    assert WORDS not in str(watch.rows)
    assert ANSWER not in str(watch.rows)


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("who", ["colleague", "manager", "stranger"])
def test_for_anybody_else_it_is_not_there(store: Store, cast: Cast, deed: str, who: str) -> None:
    tell(store, cast.sam)
    watch = Watch(store, cast.authority_id)
    with pytest.raises(NotThere):
        DEEDS[deed](store, getattr(cast, who), cast)
    assert watch.deeds == []


def test_reading_counts_once_and_the_child_sees_who(store: Store, cast: Cast) -> None:
    tell(store, cast.sam)
    with store.reading(cast.authority_id) as tx:
        assert count_unread(tx, cast.officer.id) == 1
        assert count_unread(tx, cast.colleague.id) == 0
        assert list_messages(tx, cast.colleague.id) == []
    opened = messaging.read_message(store, cast.officer, message_id(store, cast))
    assert opened.booklet.lines["told_words"].answer.words == WORDS
    with store.reading(cast.authority_id) as tx:
        assert count_unread(tx, cast.officer.id) == 0
        assert [each.name for each in list_readings(tx, opened.booklet.id)] == ["Amira Hassan"]


def test_the_same_answer_twice_is_one_and_another_is_two(store: Store, cast: Cast) -> None:
    tell(store, cast.sam)
    for words in (ANSWER, ANSWER + "  ", "And laces."):
        messaging.answer_message(store, cast.officer, message_id(store, cast), words)
    assert len(rows_of(store, reply, cast.authority_id)) == 2


@pytest.mark.parametrize(("words", "why"), [(" \n", "nothing_written"), ("x" * (LONGEST_REPLY + 1), "too_long")])
def test_an_answer_that_cannot_be_sent(store: Store, cast: Cast, words: str, why: str) -> None:
    tell(store, cast.sam)
    with pytest.raises(Refused, match=why):
        messaging.answer_message(store, cast.officer, message_id(store, cast), words)
    assert rows_of(store, reply, cast.authority_id) == []


def test_what_was_decided_is_told_by_the_own_officer_on_a_sent_booklet(store: Store, cast: Cast) -> None:
    with pytest.raises(NotThere):
        messaging.tell_decided(store, cast.officer, cast.sam.review_id, ANSWER)
    send_all(store, begin(store, cast.sam))
    watch = Watch(store, cast.authority_id)
    for who in (cast.colleague, cast.manager, cast.stranger):
        with pytest.raises(NotThere):
            messaging.tell_decided(store, who, cast.sam.review_id, ANSWER)
    messaging.tell_decided(store, cast.officer, cast.sam.review_id, ANSWER)
    assert watch.deeds == ["answer_child"]
