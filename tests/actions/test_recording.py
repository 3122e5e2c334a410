"""What an officer writes down."""

import datetime as dt

import pytest
from sqlalchemy import select

from consult.actions import inviting, reading, recording, sending
from consult.actions.recording import Held
from consult.actions.refusals import NotThere, Refused
from consult.actions.standing import stand, take_seat
from consult.store import reviews
from consult.store.authorities import Contact, fetch_authority
from consult.store.clock import FixedClock
from consult.store.conversations import change_conversation
from consult.store.database import Store
from consult.store.tables import final_answer
from tests.actions.deeds import Watch, begin, list_invitations, send_all, talk_through
from tests.fixtures.cast import Cast, Invited

TODAY = dt.date(2026, 11, 21)


def find(store: Store, cast: Cast, review_id: str) -> reviews.Review:
    """A review as it stands."""
    with store.reading(cast.authority_id) as tx:
        found = reviews.find_review(tx, review_id)
    assert found is not None
    return found


def held(on: dt.date = TODAY, code: str = "PN1") -> Held:
    """How a review went."""
    return Held(on, code, "alone", "no")


def add(store: Store, cast: Cast, born: dt.date, on: dt.date, ref: str = "R-900") -> str:
    """A further child of the officer's."""
    return recording.add_child(store, cast.officer, ref, "Ada", born, on, "initial")


def test_adding_a_child_is_one_deed(store: Store, cast: Cast) -> None:
    watch = Watch(store, cast.authority_id)
    review_id = add(store, cast, dt.date(2015, 11, 22), TODAY)
    assert watch.deeds == ["add_child"]
    review = find(store, cast, review_id)
    assert (review.day, review.age, review.band) == (TODAY, 10, "under-11")


def test_a_reference_is_given_once_in_an_authority_but_others_may_use_it_too(store: Store, cast: Cast) -> None:
    with pytest.raises(Refused, match="ref_taken"):
        add(store, cast, dt.date(2015, 1, 1), TODAY, cast.sam.ref)
    theirs = recording.add_child(store, cast.stranger, cast.sam.ref, "Sam", dt.date(2015, 1, 1), TODAY, "initial")
    with pytest.raises(NotThere):
        reading.read_review(store, cast.officer, theirs)


def test_two_reviews_of_a_child_are_not_on_one_day(store: Store, cast: Cast) -> None:
    first = find(store, cast, cast.sam.review_id)
    with pytest.raises(Refused, match="date_taken"):
        recording.add_review(store, cast.officer, cast.sam.child_id, first.review_date, "subsequent")
    second = recording.add_review(store, cast.officer, cast.sam.child_id, dt.date(2027, 6, 1), "subsequent")
    with pytest.raises(Refused, match="date_taken"):
        recording.move_review(store, cast.officer, second, first.review_date)
    recording.move_review(store, cast.officer, second, dt.date(2027, 6, 1))


def test_age_and_band_follow_the_day_when_it_moves(store: Store, cast: Cast) -> None:
    review_id = add(store, cast, dt.date(2015, 12, 1), dt.date(2026, 11, 30))
    assert (find(store, cast, review_id).age, find(store, cast, review_id).band) == (10, "under-11")
    recording.move_review(store, cast.officer, review_id, dt.date(2026, 12, 1))
    assert (find(store, cast, review_id).age, find(store, cast, review_id).band) == (11, "11-plus")


def test_the_day_held_counts_and_finals_follow_it(store: Store, cast: Cast, clock: FixedClock) -> None:
    birthday = dt.date(2026, 12, 9)
    review_id = add(store, cast, birthday.replace(year=2015), birthday - dt.timedelta(days=1))
    inviting.invite(store, cast.officer, review_id)
    child, card = inviting.show_card(store, cast.officer, review_id)
    send_all(store, begin(store, Invited(child.public_id, child.ref, "Ada", birthday, review_id, card)))
    assert count_bands(store, cast, review_id) == {(10, "under-11")}
    clock.moment += dt.timedelta(days=20)
    recording.hold_review(store, cast.officer, review_id, held(birthday))
    review = find(store, cast, review_id)
    assert (review.day, review.review_date) == (birthday, birthday - dt.timedelta(days=1))
    assert (review.age, review.band) == (11, "11-plus")
    assert count_bands(store, cast, review_id) == {(11, "11-plus")}


def count_bands(store: Store, cast: Cast, review_id: str) -> set[tuple[int, str]]:
    """(age, band) of the review's final rows."""
    wanted = select(final_answer.c.age, final_answer.c.band).where(
        final_answer.c.authority_id == cast.authority_id,
        final_answer.c.review_id == find(store, cast, review_id).id,
    )
    with store.reading(cast.authority_id) as tx:
        return {(row.age, row.band) for row in tx.run(wanted)}


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        (dt.date(2016, 2, 29), dt.date(2027, 2, 28), 10),
        (dt.date(2016, 2, 29), dt.date(2027, 3, 1), 11),
        (dt.date(2016, 2, 29), dt.date(2028, 2, 29), 12),
        (dt.date(2015, 11, 21), TODAY, 11),
        (dt.date(2015, 11, 22), TODAY, 10),
    ],
)
def test_a_birthday_counts_from_its_own_day(born: dt.date, on: dt.date, age: int) -> None:
    assert reviews.age_on(on, born) == age


def test_holding_a_review_opens_the_form_about_it(store: Store, cast: Cast) -> None:
    recording.hold_review(store, cast.officer, cast.sam.review_id, held())
    recording.hold_review(store, cast.officer, cast.sam.review_id, held(code="PN3"))
    audiences = [each.audience for each in list_invitations(store, cast.authority_id, cast.sam)]
    assert audiences == ["child", "after_review"]
    assert find(store, cast, cast.sam.review_id).values["participation_code"] == "PN3"


def test_a_child_without_a_card_is_not_asked_afterwards(store: Store, cast: Cast) -> None:
    review_id = add(store, cast, dt.date(2014, 1, 1), TODAY)
    recording.hold_review(store, cast.officer, review_id, held())
    assert reading.read_review(store, cast.officer, review_id).invitations == []


@pytest.mark.parametrize(
    ("born", "day", "code", "reason"),
    [
        (dt.date(2014, 1, 1), TODAY + dt.timedelta(days=1), "PN1", "in_future"),
        (dt.date(2014, 1, 1), TODAY, "PN0", "under_4_only"),
        (dt.date(2023, 1, 1), TODAY, "PN1", "not_under_4"),
    ],
)
def test_what_cannot_be_is_refused(
    store: Store, cast: Cast, born: dt.date, day: dt.date, code: str, reason: str
) -> None:
    review_id = add(store, cast, born, TODAY)
    watch = Watch(store, cast.authority_id)
    with pytest.raises(Refused, match=reason):
        recording.hold_review(store, cast.officer, review_id, held(day, code))
    assert find(store, cast, review_id).held_on is None
    assert watch.deeds == []


@pytest.mark.parametrize(("born", "code"), [(dt.date(2023, 1, 1), "PN0"), (dt.date(2014, 1, 1), "")])
def test_what_can_be_is_kept(store: Store, cast: Cast, born: dt.date, code: str) -> None:
    review_id = add(store, cast, born, TODAY)
    recording.hold_review(store, cast.officer, review_id, held(TODAY, code))
    assert find(store, cast, review_id).values["participation_code"] == code


def test_today_is_the_day_in_london(store: Store, cast: Cast, clock: FixedClock) -> None:
    clock.moment = dt.datetime(2026, 6, 30, 23, 30, tzinfo=dt.UTC)
    recording.hold_review(store, cast.officer, cast.sam.review_id, held(dt.date(2026, 7, 1)))
    assert find(store, cast, cast.sam.review_id).held_on == dt.date(2026, 7, 1)


@pytest.mark.parametrize(("may", "kept"), [(True, "yes"), (False, "no")])
def test_the_officer_records_that_the_child_was_asked(store: Store, cast: Cast, may: bool, kept: str) -> None:
    send_unasked(store, cast)
    watch = Watch(store, cast.authority_id)
    recording.record_asked(store, cast.officer, cast.sam.review_id, read_out=may)
    assert watch.deeds == ["record_asked"]
    (booklet,) = reading.read_review(store, cast.officer, cast.sam.review_id).booklets
    assert booklet.read_out == kept


def test_what_the_child_decided_is_not_asked_again(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    talk_through(store, visit)
    sending.send(store, visit, "no", [], "no")
    with pytest.raises(Refused, match="not_asked"):
        recording.record_asked(store, cast.officer, cast.sam.review_id, read_out=True)
    with pytest.raises(NotThere):
        recording.record_asked(store, cast.colleague, cast.sam.review_id, read_out=True)


def test_the_manager_sets_what_childrens_pages_say(store: Store, cast: Cast) -> None:
    watch = Watch(store, cast.authority_id)
    contact = Contact("independent chair", "0", "Kim", "1")
    recording.set_contact(store, cast.manager, contact)
    assert watch.deeds == ["set_contact"]
    with store.reading(cast.authority_id) as tx:
        assert fetch_authority(tx).contact == contact
    with store.reading(cast.stranger.authority_id) as tx:
        assert fetch_authority(tx).contact != contact


def send_unasked(store: Store, cast: Cast) -> None:
    """Sam's booklet as one filled on paper comes in: nobody has asked yet whether it may be read out."""
    visit = begin(store, cast.sam)
    send_all(store, visit)
    with store.writing(cast.authority_id) as tx:
        change_conversation(tx, stand(tx, take_seat(tx, visit)).talk.id, read_out="ask")
