"""Passing on: exactly what the child wants this person to get."""

from consult.actions import sending
from consult.store.database import Store
from tests.actions.deeds import Watch, begin, talk_through
from tests.fixtures.cast import Cast
from tests.web.browsing import staff_browser


def send_with(store: Store, cast: Cast, shares) -> None:
    visit = begin(store, cast.sam)
    talk_through(store, visit, words="zebra words")
    sending.send(store, visit, "yes", [], "no", shares)


def test_only_what_was_allowed_is_on_the_page(app, store: Store, cast: Cast) -> None:
    send_with(store, cast, {"social_worker": frozenset({"feel_today"}), "advocate": None})
    officer = staff_browser(app, store, cast.officer)
    address = f"/desk/reviews/{cast.sam.review_id}"
    page = officer.open(address).text
    assert "Please pass 1 answer on to the social worker." in page
    assert "Please pass all of it on to the advocate." in page
    watch = Watch(store, cast.authority_id)
    some = officer.open(f"{address}/for/social_worker").text
    assert [(row["deed"], row["detail"]) for row in watch.rows] == [("pass_on", {"who": "social_worker"})]
    assert "How do you feel today?" in some
    assert "zebra words" not in some
    everything = officer.open(f"{address}/for/advocate").text
    assert "zebra words" in everything, "the control: all of it means all of it"
    assert "Guess:" in page
    assert "Guess:" not in everything


def test_nobody_whom_the_child_did_not_name_gets_anything(app, store: Store, cast: Cast) -> None:
    send_with(store, cast, {"advocate": None})
    officer = staff_browser(app, store, cast.officer)
    address = f"/desk/reviews/{cast.sam.review_id}/for"
    assert officer.open(f"{address}/social_worker").status_code == 404
    assert officer.open(f"{address}/neighbour").status_code == 404
    assert staff_browser(app, store, cast.colleague).open(f"{address}/advocate").status_code == 404
