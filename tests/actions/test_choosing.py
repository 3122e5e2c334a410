"""What children choose: who is beside them, how pages look, who else hears it, and "it is still the same"."""

import datetime as dt

import pytest

from consult.actions import choosing, entering, reading, sending, talking
from consult.actions.last_time import find_last_time
from consult.actions.refusals import Ended, Refused
from consult.booklet.answers import Answer, Given
from consult.store.children import Looks
from consult.store.database import Store
from consult.store.readings import list_readings
from tests.actions.deeds import PICTURES, Watch, begin, say, second_booklet, send_all, talk_through, where
from tests.fixtures.cast import Cast


def seat_of(store: Store, visit):
    return where(store, visit).seat


def last_time(store: Store, visit, question: str) -> Answer | None:
    standing = where(store, visit)
    with store.reading(visit.authority_id) as tx:
        return find_last_time(tx, standing, standing.edition.booklet.find(question))


def test_a_helper_hides_the_past_and_moves_questions_about_home(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    assert where(store, visit).walk.waiting.key == "feel_today"
    say(store, visit, "feel_today", "good")
    alone = [question.key for question in where(store, visit).asked]
    watch = Watch(store, cast.authority_id)
    talking.say_who_helps(store, visit, "carer")
    assert watch.deeds == ["say_who_helps"]
    standing = where(store, visit)
    assert not standing.seat.shows_past
    beside = [question.key for question in standing.asked]
    assert beside != alone
    assert beside.index("happy_home") > alone.index("happy_home")


def test_answers_beside_somebody_are_marked_and_the_booklet_says_who_helped(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    talking.say_who_helps(store, visit, "alone")
    say(store, visit, "feel_today", "good")
    talking.say_who_helps(store, visit, "worker")
    talk_through(store, visit)
    with pytest.raises(Refused, match="pictures_first"):
        sending.send(store, visit, "yes", [], "no")
    visit = entering.enter_pictures(store, entering.lock(store, visit, "alone"), PICTURES)
    sending.send(store, visit, "yes", [], "no")
    (booklet,) = reading.read_review(store, cast.officer, cast.sam.review_id).booklets
    assert booklet.helped_by == "worker"
    assert booklet.lines["feel_today"].helped_by == "alone"
    assert {line.helped_by for key, line in booklet.lines.items() if key != "feel_today"} == {"worker"}


def test_alone_again_needs_the_pictures_and_comes_back_to_the_same_talk(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    talking.say_who_helps(store, visit, "carer")
    with pytest.raises(Refused, match="pictures_first"):
        talking.say_who_helps(store, visit, "alone")
    talk_id = where(store, visit).talk.id
    locked = entering.lock(store, visit, "alone")
    with pytest.raises(Ended):
        where(store, visit)
    inside = entering.enter_pictures(store, locked, PICTURES)
    assert where(store, inside).talk.id == talk_id
    assert seat_of(store, inside).helper == "alone"


def test_an_unknown_helper_is_refused(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    with pytest.raises(Refused, match="unknown_helper"):
        talking.say_who_helps(store, visit, "the dog")


def test_looks_are_kept_with_the_child_on_every_device(store: Store, cast: Cast) -> None:
    chosen = Looks("dusk", "large", words_only=True, pictures_off=True)
    choosing.choose_looks(store, begin(store, cast.sam), "owl", chosen)
    seat = seat_of(store, begin(store, cast.sam))
    assert (seat.looks, seat.avatar) == (chosen, "owl")
    assert seat_of(store, begin(store, cast.maya)).looks == Looks()


def test_a_single_answer_can_be_kept_from_the_meeting(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    place = where(store, visit).place_of("feel_today")
    talking.answer(store, visit, place, Given(("good",)), "k", private=True)
    talk_through(store, visit)
    held = where(store, visit).talk.held_back
    assert held == '["feel_today"]'
    talking.answer(store, visit, place, Given(("good",)), "k2")
    assert where(store, visit).talk.held_back == "[]"


def test_beside_somebody_earlier_answers_open_no_follow_up(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    talking.say_who_helps(store, visit, "alone")
    for question, answer in (("feel_today", "good"), ("home_likes", "food"), ("happy_home", "no")):
        say(store, visit, question, answer)
    assert where(store, visit).walk.waiting.key == "happy_home_more", "the control: alone it is asked"
    talking.say_who_helps(store, visit, "carer")
    standing = where(store, visit)
    assert standing.walk.find("happy_home").answer is None
    assert not standing.walk.reaches("happy_home_more")
    with pytest.raises(Refused, match="not_this_question"):
        talking.skip(store, visit, standing.place_of("happy_home_more"), "k")


def test_once_sent_an_untick_waits_for_send_again(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    talk_through(store, visit)
    sending.send(store, visit, "some", ["feel_today"], "no")
    place = where(store, visit).place_of("feel_today")
    talking.answer(store, visit, place, Given(("ok",)), "k")
    (booklet,) = reading.read_review(store, cast.officer, cast.sam.review_id).booklets
    assert booklet.held_back == {"feel_today"}
    sending.send(store, visit, "yes", [], "no")
    (booklet,) = reading.read_review(store, cast.officer, cast.sam.review_id).booklets
    assert booklet.held_back == frozenset()


@pytest.mark.parametrize(
    ("read_out", "held", "shares", "reason"),
    [("some", [], {}, "held_back_missing"), ("yes", [], {"advocate": frozenset()}, "share_missing")],
)
def test_some_of_nothing_is_asked_again(store: Store, cast: Cast, read_out, held, shares, reason) -> None:
    visit = begin(store, cast.sam)
    talk_through(store, visit)
    with pytest.raises(Refused, match=reason):
        sending.send(store, visit, read_out, held, "no", shares)
    assert where(store, visit).talk.sent_at is None


def test_ticks_beside_yes_are_held_back_all_the_same(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    talk_through(store, visit)
    sending.send(store, visit, "yes", ["feel_today"], "no")
    (booklet,) = reading.read_review(store, cast.officer, cast.sam.review_id).booklets
    assert booklet.held_back == {"feel_today"}


def test_a_changed_mind_about_reading_out_shows_as_a_change(store: Store, cast: Cast, clock) -> None:
    visit = begin(store, cast.sam)
    send_all(store, visit)
    clock.moment += dt.timedelta(minutes=5)
    sending.send(store, visit, "yes", [], "no")
    assert where(store, visit).talk.changed_at is None, "the control: the same again is no change"
    sending.send(store, visit, "no", [], "no")
    assert where(store, visit).talk.changed_at == clock.moment


def test_shares_are_kept_for_known_people_only(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    talk_through(store, visit)
    shares = {"social_worker": None, "advocate": frozenset({"feel_today"}), "neighbour": None}
    sending.send(store, visit, "yes", [], "no", shares)
    (booklet,) = reading.read_review(store, cast.officer, cast.sam.review_id).booklets
    assert booklet.shared == {"social_worker": None, "advocate": frozenset({"feel_today"})}


def test_last_time_only_when_alone_and_only_what_was_sent(store: Store, cast: Cast) -> None:
    visit = second_booklet(store, cast)
    assert last_time(store, visit, "feel_today") is None, "nobody has said yet who is there"
    talking.say_who_helps(store, visit, "alone")
    assert last_time(store, visit, "feel_today") == Answer(("good",))
    kept = talking.answer_the_same(store, visit, where(store, visit).place_of("feel_today"), "k")
    assert kept.next_place is not None
    assert where(store, visit).lines["feel_today"].answer == Answer(("good",))
    assert last_time(store, visit, "feel_today") is None, "already answered"
    talking.say_who_helps(store, visit, "carer")
    waiting = where(store, visit).walk.waiting
    assert last_time(store, visit, waiting.key) is None
    with pytest.raises(Refused, match="nothing_before"):
        talking.answer_the_same(store, visit, where(store, visit).place_of(waiting.key), "k")


def test_nobody_sees_another_childs_last_time(store: Store, cast: Cast) -> None:
    send_all(store, begin(store, cast.sam))
    visit = begin(store, cast.maya)
    talking.say_who_helps(store, visit, "alone")
    assert all(last_time(store, visit, question.key) is None for question in where(store, visit).edition.booklet)


def test_the_child_sees_who_has_read_it(store: Store, cast: Cast, clock) -> None:
    visit = begin(store, cast.sam)
    send_all(store, visit)
    talk_id = where(store, visit).talk.id

    def readers():
        with store.reading(cast.authority_id) as tx:
            return [(each.name, each.first_at, each.last_at) for each in list_readings(tx, talk_id)]

    assert readers() == []
    first = clock.moment
    reading.read_review(store, cast.officer, cast.sam.review_id)
    clock.moment += dt.timedelta(hours=2)
    reading.read_review(store, cast.officer, cast.sam.review_id)
    assert readers() == [("Amira Hassan", first, clock.moment)]


def test_reading_out_is_not_having_read_it_all(store: Store, cast: Cast) -> None:
    send_all(store, begin(store, cast.sam))
    (booklet,) = reading.read_review(store, cast.officer, cast.sam.review_id, deed="read_out").booklets
    (again,) = reading.read_review(store, cast.officer, cast.sam.review_id).booklets
    assert booklet.read_at is again.read_at is None
    (after,) = reading.read_review(store, cast.officer, cast.sam.review_id).booklets
    assert after.read_at is not None
