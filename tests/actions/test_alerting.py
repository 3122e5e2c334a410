"""“I don’t feel safe”: it goes at once, once, to the right people, and stays until somebody wrote what was done."""

import datetime as dt
from collections.abc import Callable

import pytest

from consult.actions import alerting, anytime, recording
from consult.actions.refusals import NotThere, Refused
from consult.store.alerts import count_unseen, find_cover, list_all_open_alerts, list_open_alerts
from consult.store.authorities import Contact
from consult.store.clock import FixedClock
from consult.store.database import Store
from consult.store.staff import Staff
from consult.store.tables import alert
from tests.actions.deeds import Watch, come_in
from tests.actions.rows import rows_of
from tests.fixtures.cast import CONTACT, Cast

WORDS = "they lock me out at nite"
DONE = "Rang the social worker."


def alert_id(store: Store, cast: Cast) -> str:
    """The public id of the only alert."""
    (row,) = rows_of(store, alert, cast.authority_id)
    return str(row["public_id"])


DEEDS: dict[str, Callable[[Store, Staff, Cast], object]] = {
    "read_alert": lambda store, who, cast: alerting.read_alert(store, who, alert_id(store, cast)),
    "see_alert": lambda store, who, cast: alerting.see_alert(store, who, alert_id(store, cast)),
    "close_alert": lambda store, who, cast: alerting.close_alert(store, who, alert_id(store, cast), DONE),
}


def test_it_goes_at_once_with_or_without_words(store: Store, cast: Cast) -> None:
    watch = Watch(store, cast.authority_id)
    assert alerting.raise_alert(store, come_in(store, cast.sam), "")
    assert alerting.raise_alert(store, come_in(store, cast.maya), WORDS)
    assert watch.deeds.count("raise_alert") == 2
    with store.reading(cast.authority_id) as tx:
        assert [each.first_name for each in list_open_alerts(tx, cast.officer.id)] == ["Sam", "Maya"]
        assert count_unseen(tx) == 2
    assert WORDS not in str(watch.rows)
    assert all(b"lock" not in (row["words_sealed"] or b"") for row in rows_of(store, alert, cast.authority_id))


def test_a_double_press_is_one_and_other_words_are_kept(store: Store, cast: Cast, clock: FixedClock) -> None:
    visit = come_in(store, cast.sam)
    for words in (WORDS, WORDS, "", "and now again"):
        alerting.raise_alert(store, visit, words)
    assert len(rows_of(store, alert, cast.authority_id)) == 2
    clock.moment += dt.timedelta(minutes=11)
    alerting.raise_alert(store, visit, WORDS)
    assert len(rows_of(store, alert, cast.authority_id)) == 3


def test_it_goes_although_the_child_was_away(store: Store, cast: Cast, clock: FixedClock) -> None:
    visit = come_in(store, cast.sam)
    clock.moment += dt.timedelta(hours=1)
    assert alerting.raise_alert(store, visit, WORDS) is False
    assert len(rows_of(store, alert, cast.authority_id)) == 1


def test_too_many_words_are_kept_as_far_as_they_fit(store: Store, cast: Cast) -> None:
    alerting.raise_alert(store, come_in(store, cast.sam), "x" * 9_000)
    found = alerting.read_alert(store, cast.officer, alert_id(store, cast))
    assert found.words == "x" * alerting.LONGEST_WORDS


@pytest.mark.parametrize("deed", DEEDS)
def test_the_childs_officer_may_and_leaves_one_audit_row(store: Store, cast: Cast, deed: str) -> None:
    alerting.raise_alert(store, come_in(store, cast.sam), WORDS)
    watch = Watch(store, cast.authority_id)
    DEEDS[deed](store, cast.officer, cast)
    assert watch.deeds == [deed]
    assert DONE not in str(watch.rows)


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("who", ["colleague", "manager", "stranger"])
def test_for_anybody_else_it_is_not_there(store: Store, cast: Cast, deed: str, who: str) -> None:
    alerting.raise_alert(store, come_in(store, cast.sam), WORDS)
    watch = Watch(store, cast.authority_id)
    with pytest.raises(NotThere):
        DEEDS[deed](store, getattr(cast, who), cast)
    assert watch.deeds == []


def test_the_named_cover_with_a_desk_gets_it_too(store: Store, cast: Cast) -> None:
    alerting.raise_alert(store, come_in(store, cast.sam), WORDS)
    with store.reading(cast.authority_id) as tx:
        assert find_cover(tx) == ""
        assert list_open_alerts(tx, cast.colleague.id) == []
    contact = Contact(CONTACT.officer_title, CONTACT.out_of_hours_phone, "Ben Cole", CONTACT.cover_phone)
    recording.set_contact(store, cast.manager, contact)
    with store.reading(cast.authority_id) as tx:
        assert find_cover(tx) == "Ben Cole"
        assert len(list_open_alerts(tx, cast.colleague.id)) == 1
    assert alerting.read_alert(store, cast.colleague, alert_id(store, cast)).words == WORDS


def test_the_child_sees_who_saw_it_and_closing_takes_it_off_the_list(store: Store, cast: Cast) -> None:
    visit = come_in(store, cast.sam)
    alerting.raise_alert(store, visit, WORDS)
    (before,) = anytime.open_own_page(store, visit).alerts
    assert before.seen_at is None
    alerting.see_alert(store, cast.officer, alert_id(store, cast))
    (after,) = anytime.open_own_page(store, visit).alerts
    assert (after.seen_by, after.seen_at is None) == ("Amira Hassan", False)
    with pytest.raises(Refused, match="nothing_written"):
        alerting.close_alert(store, cast.officer, alert_id(store, cast), "  ")
    alerting.close_alert(store, cast.officer, alert_id(store, cast), DONE)
    with pytest.raises(Refused, match="closed"):
        alerting.close_alert(store, cast.officer, alert_id(store, cast), DONE)
    with store.reading(cast.authority_id) as tx:
        assert list_open_alerts(tx, cast.officer.id) == list_all_open_alerts(tx) == []
    assert alerting.read_alert(store, cast.officer, alert_id(store, cast)).done == DONE


def test_what_managers_see_holds_no_words(store: Store, cast: Cast) -> None:
    alerting.raise_alert(store, come_in(store, cast.sam), WORDS)
    with store.reading(cast.authority_id) as tx:
        (found,) = list_all_open_alerts(tx)
    assert (found.first_name, found.words, found.done) == ("Sam", "", "")
