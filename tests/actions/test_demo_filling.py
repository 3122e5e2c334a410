"""The demo, filled once on SQLite: what happens in it is the deeds that other tests hold to."""

import datetime as dt
from collections import Counter

import pytest
from sqlalchemy import select

from consult.actions import entering
from consult.actions.demo import fill_demo, find_demo
from consult.actions.demo.plan import draw_plan
from consult.actions.publishing import add_authority
from consult.actions.refusals import Refused
from consult.report.build import build_report
from consult.report.period import Period
from consult.store import cards
from consult.store.audit import Actor
from consult.store.authorities import list_authorities
from consult.store.children import fetch_child
from consult.store.clock import FixedClock
from consult.store.counts import count_for_report
from consult.store.database import Store
from consult.store.desk import list_desk
from consult.store.invitations import list_invitations_of_child
from consult.store.languages import fetch_languages
from consult.store.migrate import migrate
from consult.store.sealing import Keyring
from consult.store.staff import find_staff_written
from consult.store.tables import audit, conversation
from consult.store.translations import list_drafts
from tests.fixtures.stores import NOON, ROOT_KEY

ACTOR = Actor("command", "test")
TODAY = NOON.date()
EVER = Period(dt.date(2020, 1, 1), dt.date(2030, 1, 1))


def open_empty(folder):
    opened = Store(f"sqlite:///{folder / 'demo.db'}", Keyring(ROOT_KEY), FixedClock(NOON))
    migrate(opened)
    return opened


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    store = open_empty(tmp_path_factory.mktemp("demo"))
    fill_demo(store, "a hash")
    yield store
    store.engine.dispose()


@pytest.fixture(scope="module")
def demo_id(filled):
    with filled.engine.connect() as connection:
        (demo,) = list_authorities(connection)
    assert demo.demo
    assert demo.contact.complete
    return demo.id


@pytest.fixture(scope="module")
def desk(filled, demo_id):
    with filled.reading(demo_id) as tx:
        return list_desk(tx, find_staff_written(tx, "amira.hassan@example.org").id)


def test_about_sixty_children_and_a_hundred_and_forty_reviews(desk):
    assert len({line.child_id for line in desk}) == 60
    assert 125 <= len(desk) <= 155
    assert min(line.day for line in desk) >= TODAY - dt.timedelta(days=545)
    assert max(line.day for line in desk) <= TODAY + dt.timedelta(days=46)


def test_every_fate_of_a_booklet_is_there_in_both_bands(filled, demo_id):
    with filled.reading(demo_id) as tx:
        report = build_report(EVER, "internal", count_for_report(tx, EVER))
    for returns in report.returns:
        assert returns.returned.count > 10
        assert all(returns.why_not_returned.values()), returns.why_not_returned
    assert report.all_returns.too_young.count > 10
    assert {mood for theme in report.themes for mood, n in theme.mood.items() if n} >= {
        "positive",
        "negative",
        "neutral",
    }
    assert {code.code for code in report.participation if code.all.count} >= {"PN0", "PN1", "PN2", "PN6", "PN7"}
    after = next(booklet for booklet in report.booklets if booklet.key == "after-review")
    assert sum(one.answered.count for asked in after.questions for one in asked.bands) > 20


def test_paper_and_changed_booklets_are_there(filled, demo_id):
    statement = select(conversation.c.source, conversation.c.changed_at).where(conversation.c.authority_id == demo_id)
    with filled.engine.connect() as connection:
        seen = Counter((row.source, row.changed_at is not None) for row in connection.execute(statement))
    assert seen["import", False] > 5
    assert seen["screen", True] > 5


def test_a_booklet_of_each_band_waits_to_be_read_today(desk):
    waiting = [line for line in desk if line.concern and line.sent_at and line.read_at is None and line.day > TODAY]
    assert {line.age >= 11 for line in waiting} == {True, False}


def test_nothing_happens_later_than_now(filled, demo_id):
    with filled.engine.connect() as connection:
        moments = connection.execute(select(audit.c.at).where(audit.c.authority_id == demo_id)).scalars().all()
    assert max(moments) <= NOON
    assert min(moments) < NOON - dt.timedelta(days=540)


def test_the_two_cards_open_a_booklet_that_nobody_has_begun(filled):
    for card in find_demo(filled).cards:
        assert cards.is_number(card.number)
        found = cards.find_card(filled, card.number)
        with filled.reading(found.authority_id) as tx:
            child = fetch_child(tx, found.child_id)
            (invited,) = list_invitations_of_child(tx, child.id)
        assert (child.first_name, child.has_pictures) == (card.first_name, False)
        assert invited.age == card.age
        assert invited.audience == ("child" if card.age < 11 else "young_person")
        assert 10 <= (invited.review_day - TODAY).days <= 18
        assert invited.conversation_id is None
        assert entering.enter_with_card(filled, card.number)


def test_both_languages_are_turned_on_here_and_nowhere_else(filled, demo_id):
    with filled.reading(demo_id) as tx:
        assert fetch_languages(tx) == ("ar", "pl")
        assert {("about-me-under-11", "ar"), ("about-me-11-plus", "pl")} <= list_drafts(tx)


def test_a_second_time_changes_nothing(filled, desk, demo_id):
    assert fill_demo(filled, "another hash") == find_demo(filled)
    with filled.reading(demo_id) as tx:
        assert len(list_desk(tx, find_staff_written(tx, "amira.hassan@example.org").id)) == len(desk)


def test_an_interrupted_demo_and_a_real_authority_in_its_place_are_told(tmp_path):
    store = open_empty(tmp_path)
    assert find_demo(store) is None
    demo_id = add_authority(store, ACTOR, "demo", "Real")
    with pytest.raises(Refused, match="key_taken"):
        fill_demo(store, "a hash")
    with store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE authority SET demo = 1")
    with pytest.raises(Refused, match="half_filled"):
        fill_demo(store, "a hash")
    assert demo_id
    store.engine.dispose()


@pytest.mark.parametrize(
    "today", [TODAY, dt.date(2028, 2, 29), dt.date(2027, 1, 1), dt.date(2026, 7, 5), dt.date(2027, 3, 31)]
)
def test_the_plan_holds_on_any_day(today):
    plan = draw_plan(today)
    assert plan == draw_plan(today)
    reviews = [review for child in plan for review in child.reviews]
    assert 120 <= len(reviews) <= 155
    assert all(review.date.weekday() < 5 for review in reviews)
    assert len({(child.ref, review.date) for child in plan for review in child.reviews}) == len(reviews)
    assert all(child.born < review.date for child in plan for review in child.reviews)
