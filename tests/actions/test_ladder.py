"""Every deed of an officer: works and leaves one audit row; a colleague and a stranger find nothing there."""

import datetime as dt
from collections.abc import Callable

import pytest

from consult.actions import inviting, reading, recording
from consult.actions.recording import Held
from consult.actions.refusals import NotThere
from consult.store.database import Store
from consult.store.staff import Staff
from tests.actions.deeds import Watch, begin, send_all
from tests.fixtures.cast import Cast

Deed = Callable[[Store, Staff, Cast], object]

TODAY = dt.date(2026, 11, 21)
DEEDS: dict[str, Deed] = {
    "add_review": lambda store, who, cast: recording.add_review(
        store, who, cast.sam.child_id, dt.date(2027, 6, 1), "subsequent"
    ),
    "move_review": lambda store, who, cast: recording.move_review(
        store, who, cast.sam.review_id, dt.date(2026, 12, 15)
    ),
    "hold_review": lambda store, who, cast: recording.hold_review(
        store, who, cast.sam.review_id, Held(TODAY, "PN1", "alone", "no")
    ),
    "show_card": lambda store, who, cast: inviting.show_card(store, who, cast.sam.review_id),
    "replace_card": lambda store, who, cast: inviting.replace_card(store, who, cast.sam.review_id),
    "reset_pictures": lambda store, who, cast: inviting.reset_pictures(store, who, cast.sam.review_id),
    "read_booklet": lambda store, who, cast: reading.read_review(store, who, cast.sam.review_id),
}


@pytest.fixture(params=DEEDS)
def deed(request: pytest.FixtureRequest, store: Store, cast: Cast) -> str:
    if request.param == "read_booklet":
        send_all(store, begin(store, cast.sam))
    return str(request.param)


def test_the_own_officer_may_and_leaves_one_audit_row(store: Store, cast: Cast, deed: str) -> None:
    watch = Watch(store, cast.authority_id)
    DEEDS[deed](store, cast.officer, cast)
    assert watch.deeds == [deed]
    assert watch.rows[0]["actor_kind"] == "staff"
    assert watch.rows[0]["actor"] == cast.officer.public_id


@pytest.mark.parametrize("who", ["colleague", "manager", "stranger"])
def test_for_anybody_else_it_is_not_there(store: Store, cast: Cast, deed: str, who: str) -> None:
    watch = Watch(store, cast.authority_id)
    with pytest.raises(NotThere):
        DEEDS[deed](store, getattr(cast, who), cast)
    assert watch.deeds == []


def test_inviting_climbs_the_same_ladder(store: Store, cast: Cast) -> None:
    review_id = recording.add_review(store, cast.officer, cast.sam.child_id, dt.date(2027, 6, 1), "subsequent")
    watch = Watch(store, cast.authority_id)
    for who in (cast.colleague, cast.manager, cast.stranger):
        with pytest.raises(NotThere):
            inviting.invite(store, who, review_id)
    assert watch.deeds == []
    inviting.invite(store, cast.officer, review_id)
    assert watch.deeds == ["invite"]


def test_an_id_that_nobody_has_is_not_there_either(store: Store, cast: Cast) -> None:
    with pytest.raises(NotThere):
        reading.read_review(store, cast.officer, "no-such-review")
    with pytest.raises(NotThere):
        recording.add_review(store, cast.officer, "no-such-child", TODAY, "subsequent")
