"""Talking: answers are only ever added, a form sent twice is one answer, an early answer may change."""

import datetime as dt
import threading
from itertools import count

import pytest
from sqlalchemy import select

from consult.actions import talking
from consult.actions.refusals import NotThere, Refused
from consult.booklet.answers import Given, NotAnAnswer
from consult.store.clock import FixedClock
from consult.store.database import Store
from consult.store.tables import answer
from consult.store.visits import VisitKey
from tests.actions.deeds import Watch, begin, come_in, list_invitations, say, talk_through, waiting, where
from tests.fixtures.cast import Cast


def list_rows(store: Store, cast: Cast) -> list[tuple[int, str, str]]:
    """(sequence, question, state) of every answer row of the authority."""
    statement = select(answer.c.sequence, answer.c.question, answer.c.state).where(
        answer.c.authority_id == cast.authority_id
    )
    with store.reading(cast.authority_id) as tx:
        return [tuple(row) for row in tx.run(statement.order_by(answer.c.sequence))]


def test_an_answer_is_one_row_one_audit_row_and_leads_on(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    watch = Watch(store, cast.authority_id)
    kept = say(store, visit, "feel_today", "good")
    assert kept.next_place == 2
    assert list_rows(store, cast) == [(1, "feel_today", "answered")]
    assert watch.deeds == ["answer"]
    assert watch.rows[0]["detail"] == {"question": "feel_today"}


def test_the_same_form_with_the_same_content_is_one_answer(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    watch = Watch(store, cast.authority_id)
    first = say(store, visit, "feel_today", "good", form_key="once")
    assert say(store, visit, "feel_today", "good", form_key="once") == first
    assert len(list_rows(store, cast)) == 1
    assert watch.deeds == ["answer"]


def test_the_same_form_with_other_content_is_a_change(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    say(store, visit, "feel_today", "good", form_key="once")
    say(store, visit, "feel_today", "not_good", form_key="once")
    assert len(list_rows(store, cast)) == 2
    assert where(store, visit).walk.turns[0].answer.picked == ("not_good",)  # type: ignore[union-attr]


def test_back_and_forth_under_one_form_keeps_what_was_said_last(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    for picked in ("good", "not_good", "good"):
        say(store, visit, "feel_today", picked, form_key="once")
    assert len(list_rows(store, cast)) == 3
    assert where(store, visit).walk.turns[0].answer.picked == ("good",)  # type: ignore[union-attr]


def test_answers_are_never_changed_or_taken_away(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    say(store, visit, "feel_today", "good", form_key="a")
    talking.skip(store, visit, 1, "b")
    say(store, visit, "feel_today", "ok", form_key="c")
    assert list_rows(store, cast) == [
        (1, "feel_today", "answered"),
        (2, "feel_today", "skipped"),
        (3, "feel_today", "answered"),
    ]


def test_a_skip_leads_on_and_is_shown_as_one(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    watch = Watch(store, cast.authority_id)
    assert talking.skip(store, visit, 1, "s").next_place == 2
    assert where(store, visit).walk.turns[0].answer is None
    assert watch.deeds == ["skip"]


def test_a_changed_early_answer_hides_what_hung_on_it_and_deletes_nothing(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    say(store, visit, "feel_today", "good")
    say(store, visit, "home_likes", "food")
    say(store, visit, "happy_home", "no")
    assert waiting(store, visit).key == "happy_home_more"
    say(store, visit, "happy_home_more", words="A quiet room")
    rows = len(list_rows(store, cast))
    say(store, visit, "happy_home", "yes", form_key="changed")
    standing = where(store, visit)
    assert not standing.walk.reaches("happy_home_more")
    assert len(list_rows(store, cast)) == rows + 1
    with pytest.raises(Refused, match="not_this_question"):
        say(store, visit, "happy_home_more", words="More")
    say(store, visit, "happy_home", "no", form_key="changed back")
    turn = next(turn for turn in where(store, visit).walk.turns if turn.question.key == "happy_home_more")
    assert turn.answer is not None
    assert turn.answer.words == "A quiet room"


def test_a_question_that_was_not_reached_is_refused(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    with pytest.raises(Refused, match="not_this_question"):
        say(store, visit, "happy_home", "yes")
    for place in (0, -1, 99):
        with pytest.raises(NotThere):
            talking.answer(store, visit, place, Given(("yes",)), "form")
    assert list_rows(store, cast) == []


def test_an_unknown_option_is_not_an_answer_and_leaves_nothing(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    watch = Watch(store, cast.authority_id)
    with pytest.raises(NotAnAnswer):
        say(store, visit, "feel_today", "furious")
    assert list_rows(store, cast) == []
    assert watch.deeds == []


def test_coming_back_goes_on_at_the_same_place(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    say(store, visit, "feel_today", "good")
    again = begin(store, cast.sam)
    assert again.token != visit.token
    assert waiting(store, again).key == "home_likes"


def test_two_tabs_at_once_lose_nothing(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    other = begin(store, cast.sam)
    faces, faults, numbers = ("good", "ok", "not_good"), [], count()

    def press(tab: VisitKey) -> None:
        for turn in range(10):
            try:
                talking.answer(store, tab, 1, Given((faces[turn % 3],)), f"form {next(numbers)}")
            except Exception as fault:
                faults.append(fault)

    threads = [threading.Thread(target=press, args=(tab,)) for tab in (visit, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert [sequence for sequence, _, _ in list_rows(store, cast)] == list(range(1, 21))


def test_a_double_click_at_the_same_moment_is_one_answer(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    together, faults = threading.Barrier(4), []

    def press() -> None:
        together.wait()
        try:
            talking.answer(store, visit, 1, Given(("good",)), "the one form")
        except Exception as fault:
            faults.append(fault)

    threads = [threading.Thread(target=press) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert len(list_rows(store, cast)) == 1


def test_declining_is_kept_and_can_be_undone_by_beginning(store: Store, cast: Cast) -> None:
    visit = come_in(store, cast.sam)
    (invited,) = list_invitations(store, cast.authority_id, cast.sam)
    watch = Watch(store, cast.authority_id)
    talking.decline(store, visit, invited.public_id)
    assert list_invitations(store, cast.authority_id, cast.sam)[0].declined_at == store.clock.now()
    talking.open_booklet(store, visit, invited.public_id)
    assert list_invitations(store, cast.authority_id, cast.sam)[0].declined_at is None
    assert watch.deeds == ["decline", "open_booklet"]


def test_another_childs_booklet_is_not_there(store: Store, cast: Cast) -> None:
    visit = come_in(store, cast.sam)
    (mayas,) = list_invitations(store, cast.authority_id, cast.maya)
    for deed in (talking.open_booklet, talking.decline):
        with pytest.raises(NotThere):
            deed(store, visit, mayas.public_id)


def test_without_an_open_booklet_there_is_nothing_to_answer(store: Store, cast: Cast) -> None:
    with pytest.raises(NotThere):
        talking.skip(store, come_in(store, cast.sam), 1, "form")


def test_opening_twice_goes_on_in_the_same_conversation(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    say(store, visit, "feel_today", "good")
    (invited,) = list_invitations(store, cast.authority_id, cast.sam)
    talking.open_booklet(store, visit, invited.public_id)
    assert waiting(store, visit).key == "home_likes"


def test_a_visit_is_kept_awake_by_answering(store: Store, cast: Cast, clock: FixedClock) -> None:
    visit = begin(store, cast.sam)
    for turn in range(5):
        clock.moment += dt.timedelta(minutes=15)
        assert say(store, visit, "feel_today", "good", form_key=str(turn)).fresh


def test_both_booklets_can_be_talked_through(store: Store, cast: Cast) -> None:
    for who in (cast.sam, cast.maya):
        visit = begin(store, who)
        talk_through(store, visit)
        assert where(store, visit).walk.waiting is None


def test_the_end_of_the_questions_leads_to_the_check_page(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    talk_through(store, visit)
    assert say(store, visit, "feel_today", "ok", form_key="last").next_place is None
