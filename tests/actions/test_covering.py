"""While covering, a colleague is as the officer; the day before and after, and once it is ended, nothing is there."""

import datetime as dt
from collections.abc import Callable

import pytest

from consult.actions import alerting, filing, messaging, reading, recording, subject_access
from consult.actions.covering import add_cover, end_cover, read_away
from consult.actions.refusals import NotThere, Refused
from consult.store.alerts import list_open_alerts
from consult.store.clock import FixedClock
from consult.store.database import Store
from consult.store.desk import list_desk
from consult.store.messages import count_unread, list_messages
from consult.store.reviews import find_review
from consult.store.staff import Staff, add_staff
from tests.actions.deeds import Watch, begin, come_in, send_all
from tests.actions.test_alerting import alert_id
from tests.actions.test_anytime import message_id, tell
from tests.fixtures.cast import Cast

TODAY = dt.date(2026, 11, 21)
DAY = dt.timedelta(days=1)
Try = Callable[[Store, Staff, Cast], object]
DEEDS: dict[str, Try] = {
    "read_booklet": lambda store, who, cast: reading.read_review(store, who, cast.sam.review_id),
    "read_message": lambda store, who, cast: messaging.read_message(store, who, message_id(store, cast)),
    "read_alert": lambda store, who, cast: alerting.read_alert(store, who, alert_id(store, cast)),
    "put_on_file": lambda store, who, cast: filing.file_message(store, who, message_id(store, cast)),
    "export_everything": lambda store, who, cast: subject_access.export_everything(store, who, cast.sam.child_id),
}


def said(store: Store, cast: Cast) -> None:
    """Sam has sent a booklet, told something, and is not safe."""
    send_all(store, begin(store, cast.sam))
    tell(store, cast.sam)
    alerting.raise_alert(store, come_in(store, cast.sam), "they lock me out")


def sees(store: Store, who: Staff) -> tuple[int, int, int, int]:
    """Reviews on the desk, messages, unread ones, alerts."""
    with store.reading(who.authority_id) as tx:
        return (
            len(list_desk(tx, who.id)),
            len(list_messages(tx, who.id)),
            count_unread(tx, who.id),
            len(list_open_alerts(tx, who.id)),
        )


def test_both_days_are_inclusive(store: Store, cast: Cast, clock: FixedClock) -> None:
    said(store, cast)
    add_cover(store, cast.officer, cast.colleague.public_id, TODAY + DAY, TODAY + 2 * DAY)
    seen = []
    for _ in range(4):
        seen.append((sees(store, cast.colleague), sees(store, cast.stranger), sees(store, cast.officer)))
        clock.moment += DAY
    nothing, everything = (0, 0, 0, 0), (2, 1, 1, 1)
    assert [each[0] for each in seen] == [nothing, everything, everything, nothing]
    assert {each[1] for each in seen} == {nothing}
    assert {each[2] for each in seen} == {everything}


@pytest.mark.parametrize("deed", DEEDS)
def test_a_deed_while_covering_names_both(store: Store, cast: Cast, deed: str, clock: FixedClock) -> None:
    said(store, cast)
    with pytest.raises(NotThere):
        DEEDS[deed](store, cast.colleague, cast)
    add_cover(store, cast.officer, cast.colleague.public_id, TODAY, TODAY)
    watch = Watch(store, cast.authority_id)
    DEEDS[deed](store, cast.colleague, cast)
    (row,) = watch.rows
    assert (row["deed"], row["actor"]) == (deed, cast.colleague.public_id)
    assert row["detail"]["covering"] == cast.officer.public_id
    for other in (cast.manager, cast.stranger):
        with pytest.raises(NotThere):
            DEEDS[deed](store, other, cast)
    DEEDS[deed](store, cast.officer, cast)
    assert "covering" not in watch.rows[-1]["detail"]
    clock.moment += DAY
    with pytest.raises(NotThere):
        DEEDS[deed](store, cast.colleague, cast)


def test_ending_it_ends_it_at_once(store: Store, cast: Cast) -> None:
    add_cover(store, cast.officer, cast.colleague.public_id, TODAY, TODAY + DAY)
    (agreed,) = read_away(store, cast.officer).by
    assert [each.officer.name for each in read_away(store, cast.colleague).covering] == ["Amira Hassan"]
    with pytest.raises(NotThere):
        end_cover(store, cast.colleague, agreed.public_id)
    assert sees(store, cast.colleague)[0] == 2
    end_cover(store, cast.officer, agreed.public_id)
    assert sees(store, cast.colleague)[0] == 0
    with pytest.raises(NotThere):
        reading.read_review(store, cast.colleague, cast.sam.review_id)
    with pytest.raises(NotThere):
        end_cover(store, cast.officer, agreed.public_id)


def test_a_review_added_while_covering_is_the_officers(store: Store, cast: Cast) -> None:
    add_cover(store, cast.officer, cast.colleague.public_id, TODAY, TODAY)
    review_id = recording.add_review(store, cast.colleague, cast.sam.child_id, dt.date(2027, 6, 1), "subsequent")
    with store.reading(cast.authority_id) as tx:
        found = find_review(tx, review_id)
    assert found is not None
    assert found.officer_id == cast.officer.id


def test_cover_does_not_go_on_to_a_third(store: Store, cast: Cast) -> None:
    with store.writing(cast.authority_id) as tx:
        third = add_staff(tx, "cy.dale@larkshire.example", "Cy Dale", ["officer"], None)
    add_cover(store, cast.officer, cast.colleague.public_id, TODAY, TODAY)
    add_cover(store, cast.colleague, third.public_id, TODAY, TODAY)
    assert (sees(store, cast.colleague)[0], sees(store, third)[0]) == (2, 0)


@pytest.mark.parametrize(
    ("first", "last", "refusal"),
    [(0, -1, "days_turned"), (-1, 1, "days_past"), (0, 400, "too_far"), (2, 5, "days_taken"), (3, 3, "days_taken")],
)
def test_days_that_cannot_be(store: Store, cast: Cast, first: int, last: int, refusal: str) -> None:
    add_cover(store, cast.officer, cast.colleague.public_id, TODAY + 3 * DAY, TODAY + 4 * DAY)
    with pytest.raises(Refused, match=refusal):
        add_cover(store, cast.officer, cast.colleague.public_id, TODAY + first * DAY, TODAY + last * DAY)


def test_only_another_officer_of_the_same_authority_can_cover(store: Store, cast: Cast) -> None:
    assert [each.name for each in read_away(store, cast.officer).colleagues] == ["Ben Cole"]
    for who in (cast.officer, cast.manager, cast.stranger):
        with pytest.raises(Refused, match="no_colleague"):
            add_cover(store, cast.officer, who.public_id, TODAY, TODAY)
