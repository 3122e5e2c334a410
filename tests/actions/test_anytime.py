"""The child's own page: telling something at any time, and what comes back."""

import pytest

from consult.actions import anytime, messaging, sending, talking
from consult.actions.anytime import FIRST
from consult.actions.refusals import NotThere, Refused
from consult.store.database import Store
from consult.store.finals import list_finals
from consult.store.tables import conversation, reply
from consult.store.visits import VisitKey
from tests.actions.deeds import Watch, begin, come_in, say, send_all, where
from tests.actions.rows import rows_of
from tests.fixtures.cast import Cast, Invited

WORDS = "can i have new boots pls 🐶"
ANSWER = "Your boots come on Friday."


def tell(store: Store, who: Invited, words: str = WORDS, key: str = "tell-something") -> VisitKey:
    """Come in, tell something and send it."""
    visit = come_in(store, who)
    anytime.begin_anytime(store, visit, key)
    say(store, visit, where(store, visit).asked.questions[0].key, words=words)
    sending.send(store, visit, "", [], "")
    return visit


def message_id(store: Store, cast: Cast) -> str:
    """The public id of the only message."""
    (told,) = [row for row in rows_of(store, conversation, cast.authority_id) if row["review_id"] is None]
    return str(told["public_id"])


def test_the_six_booklets_are_offered_in_their_order(store: Store, cast: Cast) -> None:
    own = anytime.open_own_page(store, come_in(store, cast.sam))
    assert tuple(each.key for each in own.tiles) == FIRST
    assert [*own.told, *own.decided, *own.alerts] == []


def test_a_message_needs_no_review_and_no_consents(store: Store, cast: Cast) -> None:
    visit = come_in(store, cast.sam)
    watch = Watch(store, cast.authority_id)
    anytime.begin_anytime(store, visit, "tell-something")
    say(store, visit, "told_words", words=WORDS)
    sending.send(store, visit, "", [], "")
    assert watch.deeds == ["begin_anytime", "answer", "send"]
    standing = where(store, visit)
    assert (standing.talk.review_id, standing.talk.band, standing.talk.officer) == (None, "under-11", "Amira Hassan")
    with store.reading(cast.authority_id) as tx:
        assert list_finals(tx, standing.talk.id)["told_words"].state == "answered"
    with pytest.raises(Refused, match="closed"):
        talking.skip(store, visit, 1, "again")


def test_pressing_the_tile_twice_is_one_message(store: Store, cast: Cast) -> None:
    visit = come_in(store, cast.sam)
    for _ in range(2):
        anytime.begin_anytime(store, visit, "good-news")
    assert message_id(store, cast)


@pytest.mark.parametrize("key", ["about-me-under-11", "no-such-booklet", ""])
def test_only_booklets_for_any_time_can_be_begun(store: Store, cast: Cast, key: str) -> None:
    with pytest.raises(NotThere):
        anytime.begin_anytime(store, come_in(store, cast.sam), key)


def test_the_answer_comes_back_verbatim_and_is_new_once(store: Store, cast: Cast) -> None:
    visit = tell(store, cast.sam)
    messaging.answer_message(store, cast.officer, message_id(store, cast), ANSWER)
    watch = Watch(store, cast.authority_id)
    first, again = (anytime.open_own_page(store, visit) for _ in range(2))
    for page in (first, again):
        (told,) = page.told
        assert [each.words for each in told.replies] == [ANSWER]
        assert told.booklet.lines["told_words"].answer.words == WORDS
    assert (first.told[0].replies[0].seen_at, again.told[0].replies[0].seen_at is None) == (None, False)
    assert watch.deeds == ["see_answers"]


def test_the_words_of_an_answer_are_sealed(store: Store, cast: Cast) -> None:
    tell(store, cast.sam)
    messaging.answer_message(store, cast.officer, message_id(store, cast), ANSWER)
    (row,) = rows_of(store, reply, cast.authority_id)
    assert b"boots" not in row["words_sealed"]


def test_beside_somebody_nothing_of_the_past_is_shown(store: Store, cast: Cast) -> None:
    visit = tell(store, cast.sam)
    messaging.answer_message(store, cast.officer, message_id(store, cast), ANSWER)
    talking.say_who_helps(store, visit, "carer")
    own = anytime.open_own_page(store, visit)
    assert [*own.told, *own.decided, *own.alerts] == []
    assert len(own.tiles) == len(FIRST)
    assert rows_of(store, reply, cast.authority_id)[0]["seen_at"] is None


def test_another_child_sees_nothing_of_it(store: Store, cast: Cast) -> None:
    tell(store, cast.sam)
    assert not anytime.open_own_page(store, come_in(store, cast.maya)).told


def test_what_was_decided_is_told_at_the_next_booklet_only(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    send_all(store, visit)
    messaging.tell_decided(store, cast.officer, cast.sam.review_id, ANSWER)
    standing = where(store, visit)
    with store.reading(cast.authority_id) as tx:
        assert anytime.find_decided(tx, standing.seat, standing.talk.id) is None
        decided = anytime.find_decided(tx, standing.seat, None)
    assert decided is not None
    assert decided.words == ANSWER
    (shown,) = anytime.open_own_page(store, visit).decided
    assert shown.words == ANSWER
