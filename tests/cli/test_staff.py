"""`staff`: the first person of a service, and a new link for whoever lost what proves them."""

import re

from consult.store.second_factor import find_linked
from tests.fixtures.passwords import give_password
from tests.web.browsing import staff_browser

LINK = re.compile(r"http://localhost/staff/link/([A-Za-z0-9_-]{43})")


def link_in(done):
    (found,) = [LINK.fullmatch(line) for line in done.told if "/staff/link/" in line]
    assert found is not None
    return found[1]


def test_add_prints_a_link_that_works(run, store, app, cast):
    done = run(
        "staff", "add", "Ida@New.example", "--name", "Ida Berg", "--role", "administrator", "--authority", "larkshire"
    )
    assert (done.code, done.told[0].split(".")[0]) == (0, "Ida Berg is added")
    linked = find_linked(store, link_in(done))
    assert linked is not None
    assert (linked.staff.email, linked.staff.authority_id) == ("ida@new.example", cast.authority_id)
    assert app.test_client().get(f"/staff/link/{link_in(done)}").status_code == 200


def test_the_first_person_of_an_empty_database(run_empty):
    done = run_empty("staff", "add", "ida@new.example", "--name", "Ida Berg", "--role", "administrator")
    assert done.code == 0, done.faults
    assert "/staff/link/" in done.told[1]


def test_what_cannot_be_added_is_one_line(run, cast):
    for email, name, role, words in (
        ("no address", "Ida", "officer", "not an e-mail address"),
        ("ida@new.example", " ", "officer", "1 to 120 characters"),
        ("ida@new.example", "Ida", "king", "A role is one of: officer, manager, administrator"),
        (cast.officer.email, "Ida", "officer", "has this e-mail address already"),
    ):
        done = run("staff", "add", email, "--name", name, "--role", role, "--authority", "larkshire")
        assert (done.code != 0, done.told, len(done.faults)) == (True, [], 1)
        assert words in done.faults[0]


def test_reset_ends_what_was_open(run, store, app, cast):
    give_password(app, store, cast.officer)
    browser = staff_browser(app, store, cast.officer)
    assert browser.open("/desk").status_code == 200
    done = run("staff", "reset", cast.officer.email)
    assert done.code == 0
    assert browser.open("/desk").status_code == 303
    assert find_linked(store, link_in(done)).staff == cast.officer
    assert "Nobody" in run("staff", "reset", "nobody@larkshire.example").faults[0]


def test_codes_are_shown_for_the_demo_only(run, store, app, cast):
    give_password(app, store, cast.officer)
    done = run("staff", "code", cast.officer.email)
    assert (done.told, done.faults) == ([], ["Error: Only people of the demo have their codes shown."])
