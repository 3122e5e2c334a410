"""Putting right: ages and bands follow a date of birth everywhere; who left care is let in no more, until undone."""

import datetime as dt

import pytest

from consult.actions import correcting, entering, inviting, recording, retention
from consult.actions.refusals import Ended, NotThere, Refused
from consult.store.children import find_child
from consult.store.clock import FixedClock
from consult.store.database import Store
from consult.store.desk import list_desk
from consult.store.tables import final_answer
from tests.actions.deeds import Watch, begin, come_in, send_all, where
from tests.actions.rows import rows_of
from tests.actions.test_anytime import tell
from tests.fixtures.cast import Cast

OLDER, TOO_OLD, BABY = dt.date(2015, 3, 2), dt.date(2000, 1, 1), dt.date(2023, 1, 1)
TODAY = dt.date(2026, 11, 21)


def bands(store: Store, cast: Cast) -> set[tuple[int, str]]:
    """Ages and bands of all final rows; only Sam has sent anything."""
    return {(row["age"], row["band"]) for row in rows_of(store, final_answer, cast.authority_id)}


def test_ages_and_bands_follow_in_reviews_booklets_and_messages(store: Store, cast: Cast) -> None:
    send_all(store, begin(store, cast.sam))
    tell(store, cast.sam)
    assert bands(store, cast) == {(9, "under-11")}
    (shift,) = correcting.foresee_birth(store, cast.officer, cast.sam.child_id, OLDER)
    assert (shift.review.age, shift.age, shift.review.band, shift.band) == (9, 11, "under-11", "11-plus")
    assert bands(store, cast) == {(9, "under-11")}, "looking ahead changes nothing"
    watch = Watch(store, cast.authority_id)
    correcting.correct_birth(store, cast.officer, cast.sam.child_id, OLDER)
    assert bands(store, cast) == {(11, "11-plus")}
    assert watch.deeds == ["correct_birth"]
    assert "2015" not in str(watch.rows[0]["detail"])
    with store.reading(cast.authority_id) as tx:
        found = find_child(tx, cast.sam.child_id)
        ages = {line.child_ref: line.age for line in list_desk(tx, cast.officer.id)}
    assert found is not None
    assert found.date_of_birth == OLDER
    assert ages == {"R-100": 11, "R-200": 15}


def test_a_code_that_does_not_fit_the_age_is_foretold(store: Store, cast: Cast) -> None:
    held = recording.Held(dt.date(2026, 11, 20), "PN1", "alone", "no")
    recording.hold_review(store, cast.officer, cast.sam.review_id, held)
    (shift,) = correcting.foresee_birth(store, cast.officer, cast.sam.child_id, BABY)
    assert shift.wrong_code
    (shift,) = correcting.foresee_birth(store, cast.officer, cast.sam.child_id, OLDER)
    assert not shift.wrong_code


@pytest.mark.parametrize(
    ("born", "refusal"),
    [
        (dt.date(2017, 3, 2), "as_before"),
        (TODAY + dt.timedelta(days=1), "birth_in_future"),
        (TOO_OLD, "adult"),
    ],
)
def test_dates_of_birth_that_cannot_be(store: Store, cast: Cast, born: dt.date, refusal: str) -> None:
    for deed in (correcting.foresee_birth, correcting.correct_birth):
        with pytest.raises(Refused, match=refusal):
            deed(store, cast.officer, cast.sam.child_id, born)


def test_nobody_is_born_after_a_review(store: Store, cast: Cast) -> None:
    held = recording.Held(dt.date(2026, 11, 2), "", "alone", "no")
    recording.hold_review(store, cast.officer, cast.sam.review_id, held)
    with pytest.raises(Refused, match="birth_after_review"):
        correcting.correct_birth(store, cast.officer, cast.sam.child_id, dt.date(2026, 11, 3))


def test_another_first_name(store: Store, cast: Cast) -> None:
    watch = Watch(store, cast.authority_id)
    correcting.correct_first_name(store, cast.officer, cast.sam.child_id, "Samir")
    assert correcting.read_child(store, cast.officer, cast.sam.child_id).first_name == "Samir"
    assert watch.deeds == ["correct_first_name"]
    assert "Sam" not in str(watch.rows)
    with pytest.raises(Refused, match="as_before"):
        correcting.correct_first_name(store, cast.officer, cast.sam.child_id, "Samir")


def test_who_left_care_is_let_in_no_more_until_undone(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    watch = Watch(store, cast.authority_id)
    correcting.leave_care(store, cast.officer, cast.sam.child_id, TODAY)
    with pytest.raises(Ended):
        where(store, visit)
    with pytest.raises(Refused, match="unknown_card"):
        entering.enter_with_card(store, cast.sam.card)
    for deed in (
        lambda: recording.add_review(store, cast.officer, cast.sam.child_id, dt.date(2027, 6, 1), "subsequent"),
        lambda: inviting.invite(store, cast.officer, cast.sam.review_id),
        lambda: correcting.leave_care(store, cast.officer, cast.sam.child_id, TODAY),
    ):
        with pytest.raises(Refused, match="left_care"):
            deed()
    with store.reading(cast.authority_id) as tx:
        assert [line.child_ref for line in list_desk(tx, cast.officer.id)] == ["R-200"]
    correcting.return_to_care(store, cast.officer, cast.sam.child_id)
    assert watch.deeds == ["leave_care", "return_to_care"]
    come_in(store, cast.sam)
    with store.reading(cast.authority_id) as tx:
        assert len(list_desk(tx, cast.officer.id)) == 2


def test_what_they_said_is_forgotten_on_time_all_the_same(store: Store, cast: Cast, clock: FixedClock) -> None:
    send_all(store, begin(store, cast.sam))
    correcting.leave_care(store, cast.officer, cast.sam.child_id, TODAY)
    clock.moment += dt.timedelta(days=500)
    assert [each.waits for each in retention.list_due(store, cast.authority_id)] == ["not_on_file"]


@pytest.mark.parametrize(
    ("day", "refusal"), [(TODAY + dt.timedelta(days=1), "left_in_future"), (dt.date(2017, 3, 1), "before_birth")]
)
def test_days_of_leaving_that_cannot_be(store: Store, cast: Cast, day: dt.date, refusal: str) -> None:
    with pytest.raises(Refused, match=refusal):
        correcting.leave_care(store, cast.officer, cast.sam.child_id, day)


@pytest.mark.parametrize("who", ["colleague", "manager", "stranger"])
def test_only_the_childs_officer(store: Store, cast: Cast, who: str) -> None:
    other, child_id = getattr(cast, who), cast.sam.child_id
    for deed in (
        lambda: correcting.read_child(store, other, child_id),
        lambda: correcting.correct_first_name(store, other, child_id, "Samir"),
        lambda: correcting.foresee_birth(store, other, child_id, OLDER),
        lambda: correcting.correct_birth(store, other, child_id, OLDER),
        lambda: correcting.leave_care(store, other, child_id, TODAY),
        lambda: correcting.return_to_care(store, other, child_id),
    ):
        with pytest.raises(NotThere):
            deed()
