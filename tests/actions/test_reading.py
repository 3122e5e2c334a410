"""Reading a child's words is a deed."""

import datetime as dt

from consult.actions import reading, sending
from consult.store.clock import FixedClock
from consult.store.database import Store
from tests.actions.deeds import Watch, begin, say, send_all
from tests.fixtures.cast import Cast


def test_every_reading_leaves_a_row_without_a_word_of_it(store: Store, cast: Cast) -> None:
    send_all(store, begin(store, cast.maya), "My grandmother's kitchen")
    watch = Watch(store, cast.authority_id)
    reading.read_review(store, cast.officer, cast.maya.review_id)
    reading.read_review(store, cast.officer, cast.maya.review_id, deed="read_out")
    assert watch.deeds == ["read_booklet", "read_out"]
    assert "kitchen" not in str(watch.rows)
    assert "Maya" not in str(watch.rows)


def test_words_are_given_back_exactly(store: Store, cast: Cast) -> None:
    words = "Ich möchte… “zu Hause” 🦊\n\tبيتي & <b>my</b> 'room'"
    visit = begin(store, cast.sam)
    say(store, visit, "feel_today", "good")
    say(store, visit, "home_likes", "food", words="")
    say(store, visit, "happy_home", "no")
    say(store, visit, "happy_home_more", words=words)
    sending.send(store, visit, "yes", [], "no")
    (booklet,) = reading.read_review(store, cast.officer, cast.sam.review_id).booklets
    assert booklet.lines["happy_home_more"].answer.words == words  # type: ignore[union-attr]


def test_read_at_is_the_first_reading_of_what_was_sent_last(store: Store, cast: Cast, clock: FixedClock) -> None:
    send_all(store, begin(store, cast.sam))
    clock.moment += dt.timedelta(hours=1)
    first = clock.now()
    read_at(store, cast)
    clock.moment += dt.timedelta(hours=1)
    assert read_at(store, cast) == first
    clock.moment += dt.timedelta(hours=1)
    visit = begin(store, cast.sam)
    say(store, visit, "feel_today", "ok", form_key="change")
    sending.send(store, visit, "yes", [], "no")
    clock.moment += dt.timedelta(hours=1)
    read_at(store, cast)
    assert read_at(store, cast) == clock.now()


def read_at(store: Store, cast: Cast) -> dt.datetime | None:
    """When Sam's booklet counted as read, before this reading."""
    (booklet,) = reading.read_review(store, cast.officer, cast.sam.review_id).booklets
    return booklet.read_at


def test_a_review_shows_its_invitations_and_card(store: Store, cast: Cast) -> None:
    opened = reading.read_review(store, cast.officer, cast.sam.review_id)
    assert opened.has_card
    assert [each.audience for each in opened.invitations] == ["child"]
    assert (opened.child.first_name, opened.review.age) == ("Sam", 9)
