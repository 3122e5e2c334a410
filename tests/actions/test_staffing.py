"""People who work here, on both databases: every deed ends what was open, and what proves them counts once."""

import contextlib
import datetime as dt
import threading

import pytest

from consult.actions import signing_in, staffing
from consult.actions.refusals import NotThere, Refused
from consult.store import second_factor, staff
from consult.store.audit import Actor
from consult.store.database import Store
from consult.store.sign_in_tries import spend
from consult.store.staff import find_staff_seat
from consult.store.visits import STAFF, STAFF_CODE, STAFF_SETUP, VisitKey, add_visit
from tests.actions.deeds import Watch
from tests.fixtures.cast import Cast
from tests.fixtures.passwords import APP, next_code

ADMIN = Actor("staff", "somebody")


def sit_in(store: Store, who: staff.Staff, stage: str = STAFF) -> VisitKey:
    """A visit of theirs."""
    with store.writing(who.authority_id) as tx:
        second_factor.keep_secret(tx, who, APP.base32_key, None)
        return add_visit(tx, stage, staff_id=who.id)


def is_open(store: Store, visit: VisitKey) -> bool:
    """Whether a visit still shows who it is."""
    with store.reading(visit.authority_id) as tx:
        return find_staff_seat(tx, visit.token) is not None


def test_each_deed_ends_the_visits_and_writes_one_row(store: Store, cast: Cast) -> None:
    who, ours = cast.officer, cast.authority_id
    for deed, name in (
        (lambda: staffing.change_roles(store, ours, ADMIN, who.public_id, ["manager", "auditor"]), "change_roles"),
        (lambda: staffing.reset(store, ours, ADMIN, who.public_id), "reset_staff"),
        (lambda: staffing.disable(store, ours, ADMIN, who.public_id), "disable_staff"),
    ):
        mine, colleagues = sit_in(store, who), sit_in(store, cast.colleague)
        watch = Watch(store, ours)
        deed()
        assert (is_open(store, mine), is_open(store, colleagues)) == (False, True), name
        assert watch.deeds == [name]
    with store.reading(ours) as tx:
        (person,) = [each for each in staff.list_people(tx) if each.staff == who]
    assert (person.active, person.ready, person.roles) == (False, False, {"manager", "auditor"})
    token = staffing.enable(store, ours, ADMIN, who.public_id)
    assert second_factor.find_linked(store, token) is not None


def test_another_authority_has_no_such_person(store: Store, cast: Cast) -> None:
    theirs = cast.stranger.public_id
    with pytest.raises(NotThere):
        staffing.disable(store, cast.authority_id, ADMIN, theirs)
    with pytest.raises(NotThere):
        staffing.reset(store, cast.authority_id, ADMIN, theirs)
    with pytest.raises(NotThere):
        staffing.change_roles(store, cast.authority_id, ADMIN, theirs, ["manager"])


def test_the_last_administrator_stays(store: Store, cast: Cast) -> None:
    first, _ = staffing.add_person(store, cast.authority_id, ADMIN, "a@new.example", "Ann Ash", ["administrator"])
    for deed in (
        lambda: staffing.disable(store, cast.authority_id, ADMIN, first.public_id),
        lambda: staffing.change_roles(store, cast.authority_id, ADMIN, first.public_id, ["auditor"]),
    ):
        with pytest.raises(Refused, match="last_administrator"):
            deed()
    staffing.add_person(store, cast.authority_id, ADMIN, "b@new.example", "Bo Ash", ["auditor", "administrator"])
    staffing.disable(store, cast.authority_id, ADMIN, first.public_id)


def test_one_code_sent_twice_at_once_lets_in_once(store: Store, cast: Cast) -> None:
    halves = [sit_in(store, cast.officer, STAFF_CODE) for _ in range(2)]
    code, inside = next_code(cast.officer, store), list[VisitKey]()

    def enter(half: VisitKey) -> None:
        with contextlib.suppress(Refused):
            inside.append(signing_in.enter_code(store, half, code))

    threads = [threading.Thread(target=enter, args=(half,)) for half in halves]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(inside) == 1


def test_codes_and_links_are_not_in_the_rows(store: Store, cast: Cast) -> None:
    half = sit_in(store, cast.officer, STAFF_SETUP)
    _, app = signing_in.show_next_secret(store, half)
    assert signing_in.show_next_secret(store, half)[1].base32_key == app.base32_key, "the same until it is set up"
    code = app.generate(time=store.clock.now()).token
    _, recovery = signing_in.set_up_codes(store, half, code)
    link = staffing.make_password_link(store, cast.officer)
    with store.engine.connect() as connection:
        row = connection.execute(staff.staff.select().where(staff.staff.c.id == cast.officer.id)).one()
    held = repr(tuple(row))
    secrets = [app.base32_key, link, *recovery, *(each.replace("-", "") for each in recovery)]
    assert [secret for secret in secrets if secret in held] == []


def test_something_is_spent_once(store: Store) -> None:
    assert [spend(store, "a challenge", dt.timedelta(minutes=10)) for _ in range(3)] == [True, False, False]
    assert spend(store, "another", dt.timedelta(minutes=10))
