"""Three foster siblings, three cards, one tablet: nobody's answers or page are anybody else's."""

import datetime as dt
import re

import pytest
from flask import Flask

from consult.actions import entering
from consult.booklet.answers import Answer
from consult.store.database import Store
from consult.store.visits import VisitKey
from tests.actions.deeds import PICTURES, begin, where
from tests.fixtures.cast import Cast, Invited, add_invited
from tests.web.browsing import Browser, visit_of

SECRET = {"Ada": "heron words", "Bob": "kestrel words", "Cyn": "badger words"}


@pytest.fixture
def siblings(store: Store, cast: Cast) -> list[Invited]:
    """Six, eight and ten; all have chosen their pictures."""
    born = {"Ada": dt.date(2020, 1, 2), "Bob": dt.date(2018, 1, 2), "Cyn": dt.date(2016, 1, 2)}
    invited = [
        add_invited(store, cast.officer, f"S-{number}", name, day) for number, (name, day) in enumerate(born.items())
    ]
    for each in invited:
        entering.leave(store, begin(store, each))
    return invited


def comes_in(tablet: Browser, who: Invited) -> VisitKey:
    """With the card and the pictures, on the tablet as it was left; sits down to the questions."""
    tablet.open("/")
    tablet.follow(tablet.send("/", number=who.card))
    start = tablet.follow(tablet.follow(tablet.send("/pictures", p=list(PICTURES))))
    assert f"Hello {who.first_name}" in start.text
    assert not [words for name, words in SECRET.items() if words in start.text and name != who.first_name]
    found = re.search(r'name="invitation" value="([^"]+)"', start.text)
    assert found is not None
    tablet.send("/talk/begin", invitation=found[1])
    return visit_of(tablet)


def says(tablet: Browser, store: Store, who: Invited) -> None:
    """Two answers, one of them in words."""
    for key, given in (("feel_today", {"a": "good"}), ("home_likes", {"words": SECRET[who.first_name]})):
        place = where(store, visit_of(tablet)).place_of(key)
        assert tablet.send(f"/talk/{place}", key=f"{who.ref}-{key}", **given).status_code == 303


def test_one_after_the_other_finished_or_not(app: Flask, store: Store, siblings: list[Invited]) -> None:
    tablet, (ada, bob, cyn) = Browser(app), siblings
    visits = {}
    for who in siblings:
        visits[who.first_name] = comes_in(tablet, who)
        says(tablet, store, who)
        page = tablet.open("/talk/check").text
        assert [name for name, words in SECRET.items() if words in page] == [who.first_name]
        if who is ada:
            tablet.send("/leave")
    comes_in(tablet, ada)
    assert SECRET["Ada"] in tablet.open("/talk/check").text, "back to what she said, past two who did not finish"
    tablet.send("/leave")
    for who in (bob, cyn):
        visit = begin(store, who)
        said = {name: line.answer for name, line in where(store, visit).lines.items()}
        assert said == {"feel_today": Answer(("good",)), "home_likes": Answer(words=SECRET[who.first_name])}


def test_a_page_left_open_does_not_answer_for_the_next_child(app: Flask, store: Store, siblings: list[Invited]) -> None:
    tablet, (_ada, bob, cyn) = Browser(app), siblings
    comes_in(tablet, bob)
    says(tablet, store, bob)
    tablet.open("/talk/3")
    left_open = tablet.token
    visit = comes_in(tablet, cyn)
    says(tablet, store, cyn)
    tablet.open("/talk/3")
    old = tablet.client.post("/talk/2", data={"csrf_token": left_open, "key": "old", "words": "from the old page"})
    assert old.status_code in {400, 409}
    assert "from the old page" in old.text, "the control: it is given back, not lost"
    assert where(store, visit).lines["home_likes"].answer == Answer(words=SECRET["Cyn"])
