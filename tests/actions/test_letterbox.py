"""Answers written without internet: none lost, none doubled, the latest wins, and nobody else's way in."""

import datetime as dt
import threading

import pytest

from consult.actions import choosing, entering, inviting, sending, talking
from consult.actions.letterbox import KEPT_FOR
from consult.actions.refusals import NotThere, Refused
from consult.booklet.answers import Answer
from consult.store.clock import FixedClock
from consult.store.database import Store
from consult.store.visits import VisitKey
from tests.actions.deeds import Watch, begin, come_in, list_invitations, say, second_booklet, send_all, where
from tests.actions.letters import Tablet, count_answers
from tests.fixtures.cast import Cast, add_invited

WORDS = "only my own business"


def picked(store: Store, visit: VisitKey, question: str) -> tuple[str, ...] | None:
    """What stands for a question; None for a skip, KeyError where nothing was said."""
    said = where(store, visit).lines[question].answer
    return said.picked if said else None


def test_a_letter_is_kept_like_any_other_answer_and_nobody_has_it_before_send(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    talking.say_who_helps(store, visit, "alone")
    tablet, watch = Tablet(store, visit), Watch(store, cast.authority_id)
    posted = tablet.write(feel_today="good", happy_home="no", happy_home_more=[["words", WORDS]])
    assert (posted.kept, posted.sequence) == (3, 3)
    standing = where(store, visit)
    assert standing.lines["happy_home_more"].answer == Answer(words=WORDS)
    assert {line.helped_by for line in standing.lines.values()} == {"alone"}
    assert standing.unsent
    assert standing.talk.sent_at is None
    assert watch.deeds == ["post_letter"]
    assert watch.rows[0]["detail"] == {"questions": "feel_today happy_home happy_home_more"}
    assert standing.walk.waiting is not None
    assert standing.walk.waiting.key == "home_likes"


def test_ten_answers_of_which_some_come_twice_or_late_are_ten(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.maya)
    tablet = Tablet(store, visit)
    keys = [each.key for each in tablet.blank.standing.asked if each.kind == "choice" and not each.only_if][:10]
    assert len(keys) == 10
    letters = [tablet.seal(**{key: "yes"}) for key in keys]
    for letter in [*letters[5:], *letters, *reversed(letters)]:
        tablet.post(letter)
    assert {key: picked(store, visit, key) for key in keys} == dict.fromkeys(keys, ("yes",))
    assert count_answers(store, cast) == 10


def test_a_replayed_envelope_changes_nothing(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    tablet = Tablet(store, visit)
    first, second = tablet.seal(feel_today="good"), tablet.seal(feel_today="not_good")
    tablet.post(first)
    tablet.post(second)
    watch = Watch(store, cast.authority_id)
    assert tablet.post(first).kept == tablet.post(second).kept == 0
    assert picked(store, visit, "feel_today") == ("not_good",)
    assert (count_answers(store, cast), watch.deeds) == (2, [])


def test_an_older_letter_that_comes_last_does_not_win(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    tablet = Tablet(store, visit)
    older, newer = tablet.seal(feel_today="good"), tablet.seal(feel_today="ok")
    tablet.post(newer)
    assert tablet.post(older).kept == 0
    assert picked(store, visit, "feel_today") == ("ok",)


def test_a_later_page_wins_over_an_earlier_one_in_whatever_order(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    early, late = Tablet(store, visit), Tablet(store, visit)
    letters = [early.seal(number=9, feel_today="good"), late.seal(feel_today="ok")]
    for order in (letters, letters[::-1]):
        for letter in order:
            early.post(letter)
        assert picked(store, visit, "feel_today") == ("ok",)


def test_what_was_said_online_meanwhile_wins_and_what_the_tablet_knew_of_does_not(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    say(store, visit, "feel_today", "good")
    tablet = Tablet(store, visit)
    say(store, visit, "home_likes", "food")
    assert tablet.write(feel_today="mix", home_likes="pets").kept == 1
    assert (picked(store, visit, "feel_today"), picked(store, visit, "home_likes")) == (("mix",), ("food",))
    tablet.after = 2  # it has seen that page meanwhile
    assert tablet.write(home_likes="pets").kept == 1
    assert picked(store, visit, "home_likes") == ("pets",)


def test_what_the_rules_exclude_is_dropped_and_the_rest_is_kept(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    tablet = Tablet(store, visit)
    posted = tablet.write(
        happy_home="yes", happy_home_more=[["words", WORDS]], made_up="yes", feel_today="furious", going_now="7"
    )
    assert posted.kept == 1
    assert list(where(store, visit).lines) == ["happy_home"]
    assert tablet.write(happy_home="no", happy_home_more=[["words", WORDS]]).kept == 2


def test_half_a_person_is_left_out_and_the_whole_ones_stay(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    tablet = Tablet(store, visit)
    (people,) = [each for each in tablet.blank.standing.asked if each.kind == "people"]
    (needed,) = people.only_if
    form = [["name-1", "Uncle Bo"], ["wish-1", "come"], ["name-2", "Nan"], ["wish-3", "not"]]
    assert tablet.write(**{needed.question: needed.any_of[0], people.key: form}).kept == 2
    said = where(store, visit).lines[people.key].answer
    assert said is not None
    assert [(each.name, each.wish) for each in said.people] == [("Uncle Bo", "come")]


def test_what_this_page_said_can_be_taken_away_again_on_it(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    say(store, visit, "feel_today", "good")
    tablet = Tablet(store, visit)
    tablet.write(home_likes="food")
    assert tablet.write(home_likes=[["words", ""]], feel_today=[["words", " "]]).kept == 1
    assert (picked(store, visit, "home_likes"), picked(store, visit, "feel_today")) == (None, ("good",))


def test_a_skip_is_a_skip_and_a_tick_holds_back_but_never_lets_go(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    tablet = Tablet(store, visit)
    tablet.write(feel_today=[["a", "good"], ["private", "1"]], home_likes=[["skip", "1"]])
    assert picked(store, visit, "home_likes") is None
    assert where(store, visit).talk.held_back == '["feel_today"]'
    tablet.write(feel_today=[["a", "ok"]])
    assert where(store, visit).talk.held_back == '["feel_today"]'


def test_after_seven_days_it_is_too_late_whatever_the_tablets_clock_says(
    store: Store, cast: Cast, clock: FixedClock
) -> None:
    visit = begin(store, cast.sam)
    tablet = Tablet(store, visit)
    clock.moment += KEPT_FOR
    assert tablet.write(feel_today="good").kept == 1
    clock.moment += dt.timedelta(seconds=1)
    with pytest.raises(Refused, match="old"):
        tablet.write(feel_today="ok")
    assert picked(store, begin(store, cast.sam), "feel_today") == ("good",)


def test_it_goes_after_signing_out_and_counts_as_it_was_when_the_page_was_fetched(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    talking.say_who_helps(store, visit, "carer")
    tablet = Tablet(store, visit)
    entering.leave(store, visit)
    assert tablet.write(feel_today="good").kept == 1
    again = begin(store, cast.sam)
    line = where(store, again).lines["feel_today"]
    assert (line.helped_by, line.language) == ("carer", "en")


def test_beside_somebody_nothing_said_alone_is_changed(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    talking.say_who_helps(store, visit, "alone")
    say(store, visit, "feel_today", "not_good")
    talking.say_who_helps(store, visit, "carer")
    tablet = Tablet(store, visit)
    assert tablet.write(feel_today="good", home_likes="food").kept == 1
    entering.leave(store, visit)
    assert picked(store, begin(store, cast.sam), "feel_today") == ("not_good",)


def test_without_the_pictures_nothing_said_before_is_changed(store: Store, cast: Cast, clock: FixedClock) -> None:
    say(store, begin(store, cast.sam), "feel_today", "not_good")
    clock.moment += dt.timedelta(hours=1)
    visit = entering.enter_without_pictures(store, entering.enter_with_card(store, cast.sam.card))
    (invited,) = list_invitations(store, visit.authority_id, cast.sam)
    talking.open_booklet(store, visit, invited.public_id)
    assert Tablet(store, visit).write(feel_today="good", home_likes="food").kept == 1
    assert picked(store, begin(store, cast.sam), "feel_today") == ("not_good",)


def test_an_answer_keeps_the_language_of_its_page(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    tablet = Tablet(store, visit)
    with pytest.raises(Refused, match="not_a_language"):
        choosing.choose_language(store, visit, "pl")
    assert tablet.write(feel_today="good").kept == 1
    assert where(store, visit).lines["feel_today"].language == "en"


def test_sending_closes_the_letterboxes_from_before_it(store: Store, cast: Cast, clock: FixedClock) -> None:
    visit = begin(store, cast.sam)
    tablet = Tablet(store, visit)
    clock.moment += dt.timedelta(minutes=1)
    send_all(store, visit)
    with pytest.raises(Refused, match="sent"):
        tablet.write(feel_today="ok")
    clock.moment += dt.timedelta(minutes=1)
    later = Tablet(store, visit)
    assert later.write(feel_today="ok").kept == 1
    assert where(store, visit).unsent
    clock.moment += dt.timedelta(minutes=1)
    sending.send(store, visit, "yes", [], "no")
    with pytest.raises(Refused, match="sent"):
        later.write(feel_today="mix")


def test_a_replaced_card_closes_them_too(store: Store, cast: Cast, clock: FixedClock) -> None:
    tablets = [Tablet(store, begin(store, who)) for who in (cast.sam, cast.maya)]
    clock.moment += dt.timedelta(minutes=1)
    inviting.replace_card(store, cast.officer, cast.sam.review_id)
    with pytest.raises(Refused, match="closed"):
        tablets[0].write(feel_today="ok")
    assert tablets[1].write(going_now="7").kept == 1


def test_three_siblings_on_one_tablet_each_get_their_own(store: Store, cast: Cast) -> None:
    siblings = [add_invited(store, cast.officer, f"S-{n}", f"Kid {n}", dt.date(2017, n, 1)) for n in (1, 2, 3)]
    tablets = [Tablet(store, begin(store, each)) for each in siblings]
    faces = ("good", "ok", "not_good")
    letters = [tablet.seal(feel_today=face) for tablet, face in zip(tablets, faces, strict=True)]
    for letter in letters[::-1]:  # whoever posts them: the capability decides
        tablets[0].post(letter)
    assert [picked(store, begin(store, each), "feel_today") for each in siblings] == [(face,) for face in faces]


def test_two_tabs_that_post_the_same_at_once_leave_one_answer(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    tablet, faults = Tablet(store, visit), list[Exception]()
    letter, together = tablet.seal(feel_today="good"), threading.Barrier(4)

    def post() -> None:
        together.wait()
        try:
            tablet.post(letter)
        except Exception as fault:
            faults.append(fault)

    threads = [threading.Thread(target=post) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert count_answers(store, cast) == 1


def test_the_same_as_last_time_can_come_by_letter_too(store: Store, cast: Cast) -> None:
    visit = second_booklet(store, cast)
    talking.say_who_helps(store, visit, "alone")
    tablet = Tablet(store, visit)
    assert tablet.write(happy_home=[["same", "1"]]).kept == 1
    assert picked(store, visit, "happy_home") == ("yes",)
    assert Tablet(store, begin(store, cast.maya)).write(happy_home=[["same", "1"]]).kept == 0


def test_without_an_open_booklet_there_is_no_blank(store: Store, cast: Cast) -> None:
    with pytest.raises(NotThere):
        Tablet(store, come_in(store, cast.sam))
