"""All of somebody's reviews in one act, or one alone; messages and alerts follow."""

import datetime as dt

import pytest

from consult.actions import handing_over, recording
from consult.actions.handing_over import Load
from consult.actions.refusals import NotThere, Refused
from consult.store.database import Store
from tests.actions.deeds import Watch
from tests.actions.test_covering import said, sees
from tests.fixtures.cast import Cast


def test_everything_goes_over_in_one_audited_act(store: Store, cast: Cast) -> None:
    said(store, cast)
    recording.hold_review(
        store, cast.officer, cast.sam.review_id, recording.Held(dt.date(2026, 11, 20), "PN1", "alone", "no")
    )
    recording.add_review(store, cast.officer, cast.sam.child_id, dt.date(2027, 5, 4), "subsequent")
    assert handing_over.check_hand_over(store, cast.manager, cast.officer.public_id, cast.colleague.public_id) == Load(
        2, 3, 2
    )
    before, watch = sees(store, cast.officer), Watch(store, cast.authority_id)
    load = handing_over.hand_over(store, cast.manager, cast.officer.public_id, cast.colleague.public_id)
    assert load == Load(2, 3, 2)
    assert (sees(store, cast.officer), sees(store, cast.colleague)) == ((0, 0, 0, 0), before)
    (row,) = watch.rows
    assert (row["deed"], row["actor"], row["subject"]) == ("hand_over", cast.manager.public_id, cast.officer.public_id)
    assert row["detail"] == {"children": 2, "reviews": 3, "to": cast.colleague.public_id}


@pytest.mark.parametrize(
    ("giver", "taker", "refusal"),
    [
        ("officer", "officer", "same_officer"),
        ("officer", "manager", "no_colleague"),
        ("officer", "stranger", "no_colleague"),
        ("colleague", "officer", "nothing_to_hand_over"),
    ],
)
def test_it_is_refused(store: Store, cast: Cast, giver: str, taker: str, refusal: str) -> None:
    watch = Watch(store, cast.authority_id)
    with pytest.raises(Refused, match=refusal):
        handing_over.hand_over(store, cast.manager, getattr(cast, giver).public_id, getattr(cast, taker).public_id)
    assert watch.deeds == []


def test_nobody_takes_from_another_authority(store: Store, cast: Cast) -> None:
    with pytest.raises(NotThere):
        handing_over.hand_over(store, cast.stranger, cast.officer.public_id, cast.stranger.public_id)
    with pytest.raises(NotThere):
        handing_over.reassign(store, cast.stranger, cast.sam.child_id, cast.sam.review_id, cast.stranger.public_id)
    with pytest.raises(NotThere):
        handing_over.look_at_child(store, cast.stranger, cast.sam.child_id)
    assert handing_over.find_by_ref(store, cast.stranger, "R-100") is None
    assert sees(store, cast.officer)[0] == 2


def test_one_review_alone(store: Store, cast: Cast) -> None:
    said(store, cast)
    watch = Watch(store, cast.authority_id)
    handing_over.reassign(store, cast.manager, cast.sam.child_id, cast.sam.review_id, cast.colleague.public_id)
    assert (sees(store, cast.officer), sees(store, cast.colleague)) == ((1, 0, 0, 0), (1, 1, 1, 1))
    assert watch.deeds == ["reassign"]
    with pytest.raises(NotThere):
        handing_over.reassign(store, cast.manager, cast.maya.child_id, cast.sam.review_id, cast.officer.public_id)
