"""What fresh eyes found open: who has a child no more, drafts that went too early, cards guessed one after another."""

import datetime as dt

import pytest

from consult.actions import (
    correcting,
    entering,
    filing,
    handing_over,
    inviting,
    recording,
    retention,
    staffing,
    talking,
)
from consult.actions.refusals import NotThere, Refused
from consult.actions.subject_access import export_everything
from consult.booklet.answers import Given
from consult.store.audit import Actor
from consult.store.cards import make_number
from consult.store.clock import FixedClock
from consult.store.database import Store
from consult.store.desk import list_desk
from consult.store.retention import forget_review
from tests.actions.deeds import begin, list_invitations, send_all, where
from tests.fixtures.cast import REVIEW_DATE, Cast, find_row_id

COMMAND = Actor("command", "test")


def at(clock: FixedClock, day: dt.date) -> None:
    """Noon of a day."""
    clock.moment = dt.datetime.combine(day, dt.time(12), dt.UTC)


def test_a_draft_stays_while_its_review_has_not_been_held(store: Store, cast: Cast, clock: FixedClock) -> None:
    visit = begin(store, cast.sam)
    talking.answer(store, visit, 1, Given(("not_good",)), "k")
    at(clock, REVIEW_DATE + dt.timedelta(days=200))
    assert retention.forget_due(store, cast.authority_id, COMMAND).words == 0
    send_all(store, begin(store, cast.sam))


def test_nobody_sits_down_to_what_is_forgotten(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    with store.writing(cast.authority_id) as tx:
        forget_review(tx, find_row_id(store, cast.authority_id, cast.sam.review_id))
    assert list_invitations(store, cast.authority_id, cast.sam) == []
    with pytest.raises(NotThere):
        where(store, visit)
    entering.leave(store, visit)


def test_whoever_had_the_child_before_has_neither_card_nor_export(store: Store, cast: Cast) -> None:
    later = recording.add_review(store, cast.officer, cast.sam.child_id, dt.date(2027, 5, 4), "subsequent")
    handing_over.reassign(store, cast.manager, cast.sam.child_id, later, cast.colleague.public_id)
    for deed in (inviting.show_card, inviting.replace_card, inviting.reset_pictures):
        with pytest.raises(NotThere):
            deed(store, cast.officer, cast.sam.review_id)  # type: ignore[operator]
    with pytest.raises(NotThere):
        export_everything(store, cast.officer, cast.sam.child_id)
    assert export_everything(store, cast.colleague, cast.sam.child_id).child.first_name == "Sam"


def test_what_was_not_sent_is_not_exported(store: Store, cast: Cast) -> None:
    talking.answer(store, begin(store, cast.sam), 1, Given(("not_good",)), "k")
    everything = export_everything(store, cast.officer, cast.sam.child_id)
    assert everything.tables["answer"] == []
    assert "not_good" not in everything.to_json()


def test_what_nobody_has_read_is_not_put_on_file(store: Store, cast: Cast) -> None:
    send_all(store, begin(store, cast.sam))
    with pytest.raises(Refused) as refused:
        filing.file_review(store, cast.officer, cast.sam.review_id)
    assert refused.value.reason == "unread"


def test_unknown_numbers_are_looked_at_twenty_times_from_one_place(store: Store, cast: Cast) -> None:
    def enter(number: str, address: str) -> str:
        try:
            entering.enter_with_card(store, number, address)
        except Refused as refusal:
            return refusal.reason
        return "in"

    assert {enter(make_number(), f"192.0.2.{host}") for host in range(20)} == {"unknown_card"}
    assert enter(make_number(), "192.0.2.99") == "wait"
    assert enter(cast.sam.card, "192.0.2.99") == "wait", "the right one too: nothing is told"
    assert enter(cast.sam.card, "198.51.100.1") == "in"


def test_nobody_gives_themselves_a_role(store: Store, cast: Cast) -> None:
    actor = Actor("staff", cast.manager.public_id)
    with pytest.raises(Refused) as refused:
        staffing.change_roles(store, cast.authority_id, actor, cast.manager.public_id, ["manager", "auditor"])
    assert refused.value.reason == "own_roles"


def test_a_child_who_left_after_sending_stays_on_the_desk(store: Store, cast: Cast) -> None:
    send_all(store, begin(store, cast.sam))
    for who in (cast.sam, cast.maya):
        correcting.leave_care(store, cast.officer, who.child_id, store.clock.today())
    with store.reading(cast.authority_id) as tx:
        assert [line.child_ref for line in list_desk(tx, cast.officer.id)] == ["R-100"]
