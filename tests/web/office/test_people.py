"""People: added with a link that is shown once, given roles, switched off and on."""

import datetime as dt
import re

import pytest
from flask import Flask

from consult.store.clock import FixedClock
from consult.store.database import Store
from consult.store.second_factor import find_linked
from consult.store.staff import Person, Staff, list_people
from tests.actions.deeds import Watch
from tests.fixtures.cast import Cast
from tests.fixtures.passwords import give_password
from tests.web.browsing import Browser, faults_on, staff_browser
from tests.web.office.conftest import Hire
from tests.web.shelves import look

IDA = {"name": " Ida  Berg ", "email": "Ida@New.example", "roles": ["officer", "auditor"]}


def page_of(who: Staff) -> str:
    return f"/office/people/{who.public_id}"


def find(store: Store, cast: Cast, email: str) -> Person:
    with store.reading(cast.authority_id) as tx:
        return next(each for each in list_people(tx) if each.staff.email == email)


def token_on(page) -> str:
    (token,) = re.findall(r"http://localhost/staff/link/([A-Za-z0-9_-]{43})<", page.text)
    return str(token)


def test_somebody_is_added_and_the_link_is_shown_once(
    administrator: Browser, store: Store, cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    administrator.open("/office/people/new")
    watch = Watch(store, cast.authority_id)
    page = administrator.send("/office/people/new", **IDA)
    assert page.status_code == 200, "no redirect, which would have to carry the token"
    token = token_on(page)
    linked = find_linked(store, token)
    assert linked is not None
    assert (linked.staff.email, linked.staff.name) == ("ida@new.example", "Ida Berg")
    assert find(store, cast, "ida@new.example").roles == {"officer", "auditor"}
    assert watch.deeds == ["add_staff"]
    assert "no-store" in page.headers["Cache-Control"]
    with administrator.client.session_transaction() as session:
        assert token not in str(dict(session))
    for address in ("/office/people", page_of(linked.staff), "/office/people/new"):
        assert token not in administrator.open(address).text
    assert token not in caplog.text


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        ({"email": "no address"}, "email", "This is not an e-mail address."),
        ({"email": "amira.hassan@larkshire.example"}, "email", "Somebody has this e-mail address already"),
        ({"email": "una.price@otherton.example"}, "email", "Somebody has this e-mail address already"),
        ({"name": " "}, "name", "Write the name as children and colleagues know it"),
        ({"name": "x" * 121}, "name", "Write the name as children and colleagues know it"),
        ({"roles": []}, "roles", "Tick at least one role."),
        ({"roles": ["king"]}, "roles", "Tick at least one role."),
    ],
)
def test_who_cannot_be_added_is_told_why(
    administrator: Browser, store: Store, change: dict[str, object], field: str, sentence: str
) -> None:
    administrator.open("/office/people/new")
    before = look(store)
    page = administrator.send("/office/people/new", **IDA | change)
    assert page.status_code == 422
    (told,) = faults_on(page).items()
    assert (told[0], told[1][: len(sentence)]) == (field, sentence)
    assert look(store) == before
    for kept in {"name", "email", "roles"} - {field}:
        typed = {"name": "Ida Berg", "email": "Ida@New.example", "roles": 'value="auditor" checked'}[kept]
        assert typed in page.text


def test_roles_are_changed_together_and_end_what_was_open(
    app: Flask, administrator: Browser, store: Store, cast: Cast
) -> None:
    ben = staff_browser(app, store, cast.colleague)
    assert ben.open("/desk").status_code == 200
    assert 'value="officer" checked' in administrator.open(page_of(cast.colleague)).text
    page = administrator.follow(administrator.send(page_of(cast.colleague), do="roles", roles=["manager", "auditor"]))
    assert "Ben Cole has these roles now" in page.text
    assert find(store, cast, cast.colleague.email).roles == {"manager", "auditor"}
    assert ben.open("/desk").status_code == 303


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"do": "roles", "roles": ["officer"]}, "This is the only administrator."),
        ({"do": "off"}, "This is the only administrator."),
        ({"do": "roles"}, "Tick at least one role."),
    ],
)
def test_the_last_administrator_stays(
    administrator: Browser, store: Store, tess: Staff, form: dict[str, object], sentence: str
) -> None:
    assert "This is you." in administrator.open(page_of(tess)).text
    before = look(store)
    page = administrator.send(page_of(tess), **form)
    assert page.status_code == 422
    assert faults_on(page)["roles"].startswith(sentence)
    assert look(store) == before


def test_the_last_but_one_may_go(administrator: Browser, store: Store, cast: Cast, tess: Staff, hire: Hire) -> None:
    hire("Ola Two", "administrator")
    administrator.open("/office/people")
    assert administrator.send(page_of(tess), do="off").status_code == 303
    assert not find(store, cast, tess.email).active


def test_off_and_on_again(app: Flask, administrator: Browser, store: Store, cast: Cast) -> None:
    ben, address = staff_browser(app, store, cast.colleague), page_of(cast.colleague)
    give_password(app, store, cast.colleague)
    administrator.open(address)
    assert administrator.send(address, do="off").location == "/office/people"
    assert "Switched off" in administrator.open("/office/people").text
    assert ben.open("/desk").status_code == 303
    assert administrator.send(address, do="off").status_code == 409, "somebody was quicker"
    assert administrator.send(address, do="reset").status_code == 409, "a link for nobody"
    linked = find_linked(store, token_on(administrator.send(address, do="on")))
    assert linked is not None
    assert linked.staff == cast.colleague
    person = find(store, cast, cast.colleague.email)
    assert (person.active, person.ready) == (True, False), "nothing that let them in before counts"
    assert administrator.send(address, do="on").status_code == 409, "which would forget all proofs again"


def test_a_new_link_in_place_of_the_old(app: Flask, administrator: Browser, store: Store, cast: Cast) -> None:
    give_password(app, store, cast.colleague)
    address = page_of(cast.colleague)
    administrator.open(address)
    first = token_on(administrator.send(address, do="reset"))
    second = token_on(administrator.send(address, do="reset"))
    assert find_linked(store, first) is None
    assert find_linked(store, second) is not None
    assert not find(store, cast, cast.colleague.email).ready


def test_people_of_others_are_not_there(administrator: Browser, store: Store, cast: Cast) -> None:
    listed = administrator.open("/office/people").text
    assert cast.officer.email in listed
    assert cast.stranger.email not in listed
    before = look(store)
    for form in ({"do": "off"}, {"do": "reset"}, {"do": "roles", "roles": ["officer"]}):
        assert administrator.send(page_of(cast.stranger), **form).status_code == 404
    assert look(store) == before


def test_a_fresh_proof_is_asked_for_and_leads_back(
    administrator: Browser, store: Store, cast: Cast, clock: FixedClock
) -> None:
    administrator.open("/office/people")
    clock.moment += dt.timedelta(minutes=31)
    assert administrator.open("/office/people").status_code == 200, "the list changes nothing"
    before = look(store)
    for address in ("/office/people/new", page_of(cast.colleague), "/office/retention", "/office/retention/destroy"):
        asked = [administrator.open(address), administrator.send(address, do="off", **IDA)]
        assert [page.location for page in asked] == ["/staff/code"] * 2
        with administrator.client.session_transaction() as session:
            assert session["staff_wanted"] == address
    assert look(store) == before


@pytest.mark.parametrize(
    ("roles", "first", "places"),
    [
        (("administrator",), "/office/people", ["Children", "People", "Settings", "Retention"]),
        (("auditor",), "/office/audit", ["Audit"]),
        (("manager",), "/voice", ["Voice", "Not safe", "Children", "Settings", "Recordings", "Import"]),
        (("officer", "auditor"), "/desk", ["Desk", "Messages", "Voice", "Audit"]),
        (("facilitator",), "/staff/me", []),
    ],
)
def test_each_role_lands_and_sees_where_it_may_go(
    app: Flask, store: Store, hire: Hire, roles: tuple[str, ...], first: str, places: list[str]
) -> None:
    browser = staff_browser(app, store, hire("Kim Day", *roles))
    landed = browser.open("/staff")
    assert landed.location == first
    page = browser.follow(landed)
    found = re.search(r'<nav class="nav".*?</nav>', page.text, re.DOTALL)
    links = re.findall(r'<a href="([^"]+)"[^>]*>([^<]+)', found[0]) if found else []
    assert [name.strip() for _address, name in links] == places
    assert {browser.open(address).status_code for address, _name in links} <= {200}
