from dataclasses import replace

import pytest

from consult.actions.publishing import (
    Published,
    Unpublishable,
    add_authority,
    ensure_authority,
    publish,
    publish_shipped,
    read_shipped,
)
from consult.actions.refusals import Refused
from consult.booklet.model import Booklet, Option, Question, Section
from consult.store.audit import Actor
from consult.store.authorities import list_authorities
from consult.store.clock import FixedClock
from consult.store.database import Store
from consult.store.editions import find_newest, find_numbered, list_editions
from consult.store.migrate import migrate
from consult.store.sealing import Keyring
from tests.actions.deeds import Watch, list_audit
from tests.actions.rows import count_rows
from tests.fixtures.stores import NOON, ROOT_KEY

ACTOR = Actor("command", "booklet publish")
SHIPPED = [
    "about-me-11-plus",
    "about-me-under-11",
    "advocate",
    "after-review",
    "complain",
    "good-news",
    "interpreter",
    "need-something",
    "tell-something",
]
HAPPY = Question("happy", "choice", "Are you happy?", options=(Option("yes", "Yes"), Option("no", "No")))


def booklet(*questions: Question, audience: str = "child") -> Booklet:
    return Booklet("small", audience, "Small", (Section("only", "Only", questions),))


def list_keys(store: Store) -> list[str]:
    with store.engine.connect() as connection:
        return [each.key for each in list_authorities(connection)]


@pytest.fixture
def empty(empty_url):
    opened = Store(empty_url, Keyring(ROOT_KEY), FixedClock(NOON))
    migrate(opened)
    yield opened
    opened.engine.dispose()


def test_editions_are_numbered_and_an_unchanged_booklet_makes_none(store, cast):
    watch = Watch(store, cast.authority_id)
    assert publish(store, cast.authority_id, ACTOR, booklet(HAPPY)) == Published("small", 1, True)
    assert publish(store, cast.authority_id, ACTOR, booklet(HAPPY)) == Published("small", 1, False)
    reworded = booklet(replace(HAPPY, text="Are you happy or not?"))
    published = publish(store, cast.authority_id, ACTOR, reworded)
    assert (published.number, published.new, [each.what for each in published.changes]) == (2, True, ["reworded"])
    assert [(row["deed"], row["subject"], row["detail"]) for row in watch.rows] == [
        ("publish", "small", {"edition": 1}),
        ("publish", "small", {"edition": 2}),
    ]
    with store.reading(cast.authority_id) as tx:
        assert find_numbered(tx, "small", 1).booklet == booklet(HAPPY)
        assert find_newest(tx, "small").booklet == reworded


def test_going_back_to_an_older_wording_is_a_new_edition(store, cast):
    for each in (HAPPY, replace(HAPPY, text="Otherwise?"), HAPPY):
        published = publish(store, cast.authority_id, ACTOR, booklet(each))
    assert published.number == 3


def test_a_key_keeps_its_kind_even_over_an_edition_that_left_it_out(store, cast):
    other = replace(HAPPY, key="other")
    publish(store, cast.authority_id, ACTOR, booklet(HAPPY, other))
    publish(store, cast.authority_id, ACTOR, booklet(other))
    before = count_rows(store, cast.authority_id)
    with pytest.raises(Unpublishable, match="happy") as caught:
        publish(store, cast.authority_id, ACTOR, booklet(Question("happy", "words", "Happy?"), other))
    assert len(caught.value.sentences) == 1
    with pytest.raises(Unpublishable):
        publish(store, cast.authority_id, ACTOR, booklet(other, audience="young_person"))
    assert count_rows(store, cast.authority_id) == before


def test_shipped_booklets_are_there_from_the_start(store, cast):
    assert [each.key for each in read_shipped()] == SHIPPED
    assert [each.new for each in publish_shipped(store, cast.authority_id, ACTOR)] == [False] * len(SHIPPED)


def test_an_empty_database_gets_one_authority_once(empty):
    ensure_authority(empty, ACTOR)
    ensure_authority(empty, ACTOR)
    assert list_keys(empty) == ["main"]
    with empty.engine.connect() as connection:
        (main,) = list_authorities(connection)
    assert (main.name, main.demo, main.contact.complete) == ("My authority", False, False)
    with empty.reading(main.id) as tx:
        assert [(each.booklet.key, each.number) for each in list_editions(tx)] == [(key, 1) for key in SHIPPED]
    assert [row["deed"] for row in list_audit(empty, main.id)] == ["add_authority", *["publish"] * 3 * len(SHIPPED)]


def test_a_further_authority_has_its_own_key_and_booklets(store, cast):
    added = add_authority(store, ACTOR, "north", " North ", demo=True)
    ensure_authority(store, ACTOR)
    assert list_keys(store) == ["larkshire", "north", "otherton"]
    with store.reading(added) as tx:
        assert len(list_editions(tx)) == len(SHIPPED)
        assert tx.key.open(tx.key.seal("kept", "place"), "place") == "kept"


@pytest.mark.parametrize(
    ("key", "name", "reason"),
    [
        ("larkshire", "Again", "key_taken"),
        ("", "Nameless", "bad_key"),
        ("North", "North", "bad_key"),
        ("-north", "North", "bad_key"),
        ("n" * 61, "North", "bad_key"),
        ("north", "  ", "bad_name"),
        ("north", "n" * 201, "bad_name"),
    ],
)
def test_an_authority_that_cannot_be(store, cast, key, name, reason):
    with pytest.raises(Refused) as caught:
        add_authority(store, ACTOR, key, name)
    assert caught.value.reason == reason
    assert list_keys(store) == ["larkshire", "otherton"]


def test_an_authority_comes_whole_or_not_at_all(store, cast, monkeypatch):
    shipped = [*read_shipped(), booklet(HAPPY), booklet(Question("happy", "words", "Happy?"))]
    monkeypatch.setattr("consult.actions.publishing.read_shipped", lambda: shipped)
    with pytest.raises(Unpublishable):
        add_authority(store, ACTOR, "north", "North")
    assert list_keys(store) == ["larkshire", "otherton"]
    monkeypatch.undo()
    add_authority(store, ACTOR, "south", "South")
    assert list_keys(store) == ["larkshire", "otherton", "south"]
