"""Whatever goes wrong between a press and the next question: nothing lost, nothing doubled, the latest counts.

`Child` notes what was pressed last at each question and acknowledged by the next page; `count` holds it against
the rows of the database.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from flask import Flask
from playwright.sync_api import Page, Route, expect
from sqlalchemy import select

from consult.actions import inviting, recording
from consult.actions.last_time import ALONE
from consult.actions.talking import say_who_helps
from consult.store.clock import FixedClock
from consult.store.database import Store
from consult.store.sealing import Keyring
from consult.store.tables import answer
from consult.store.visits import VisitKey
from tests.actions.deeds import begin, where
from tests.fixtures.cast import Cast, Invited
from tests.fixtures.stores import ROOT_KEY, Database
from tests.journeys.child import ChildWalk
from tests.journeys.conftest import OpenPage
from tests.journeys.killable import Server
from tests.journeys.seat import give_cookie

ANSWERS = 10
UNDER_WAY_MS = 250
ERROR_PAGE = "chrome-error://**"
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])


def at(url: str) -> int:
    """The number of the question at this address; 0 where there is none."""
    found = re.search(r"/talk/(\d+)", url)
    return int(found[1]) if found else 0


@dataclass
class Child:
    """Somebody at `page`; `heard`: place -> what they pressed last and saw acknowledged."""

    page: Page
    heard: dict[int, tuple[str, str]] = field(default_factory=dict)

    @property
    def place(self) -> int:
        """The number of the question that is up."""
        return at(self.page.url)

    def gives(self, words: str) -> tuple[str, str]:
        """Fill the form: its first option (the second where one leads to more), and words where there is room."""
        self.page.bring_to_front()  # a tab at the back is slow to paint
        picks, box = self.page.locator("[name=a]"), self.page.locator(".ask [name=words]")
        picked = ""
        if picks.count():
            picked = picks.nth(1).get_attribute("value") or ""
            picks.nth(1).check()
        said = words if box.count() else ""
        if said:
            box.first.fill(said)
        return picked, said

    def presses(self) -> None:
        """The main button; nothing is waited for."""
        self.page.locator(".go .btn").click(no_wait_after=True)

    def answers(self, words: str) -> None:
        """Answer and see the next question."""
        place, said = self.place, self.gives(words)
        self.presses()
        self.page.wait_for_url(lambda url: at(url) not in {place, 0}, wait_until="domcontentloaded")
        self.heard[place] = said


def count(store: Store, visit: VisitKey, child: Child) -> tuple[int, int]:
    """Of what the child saw acknowledged: how many answers are not in the database as pressed last; how many
    forms left more than one row.
    """
    standing = where(store, visit)
    lost = 0
    for place, (picked, words) in child.heard.items():
        line = standing.lines.get(standing.edition.booklet.questions[place - 1].key)
        kept = line.answer if line else None
        lost += kept is None or ("".join(kept.picked), kept.words) != (picked, words)
    with store.engine.connect() as connection:
        rows = connection.execute(
            select(answer.c.form_key).where(
                answer.c.authority_id == visit.authority_id, answer.c.conversation_id == standing.talk.id
            )
        )
        forms = Counter(row.form_key for row in rows)
    return lost, sum(times > 1 for times in forms.values())


def unsent(route: Route) -> None:
    """The network is gone before the answer leaves."""
    route.abort("internetdisconnected")


def unheard(route: Route) -> None:
    """The server keeps the answer, and its reply never arrives; the page stays as it was."""
    route.fetch(max_redirects=0)
    route.abort("aborted")


def broken_off(route: Route) -> None:
    """The same, and the browser shows its own error page."""
    route.fetch(max_redirects=0)
    route.abort("connectionreset")


@pytest.fixture
def visit(store: Store, child: Invited) -> VisitKey:
    """Ava sits at the first question, alone."""
    visit = begin(store, child)
    say_who_helps(store, visit, ALONE)
    return visit


@pytest.fixture
def sit(app: Flask, live: str, visit: VisitKey, open_page: OpenPage) -> Callable[..., Child]:
    """`sit(scripts=False)`: Ava in a browser of her own."""

    def sit_down(*, scripts: bool = True) -> Child:
        page = open_page(scripts=scripts)
        give_cookie(page.context, app, live, visit)
        page.goto("/talk/1")
        return Child(page)

    return sit_down


def test_ten_presses_in_vain(store: Store, visit: VisitKey, sit: Callable[..., Child]) -> None:
    ava = sit(scripts=False)
    for number in range(ANSWERS):
        address, spoil = ava.page.url, (unsent, unheard, broken_off)[number % 3]
        ava.gives(f"answer {number}")
        ava.page.route("**/talk/*", spoil, times=1)
        with ava.page.expect_event("requestfailed"):
            ava.presses()
        if spoil is not unheard:
            ava.page.wait_for_url(ERROR_PAGE)
            ava.page.goto(address)
        ava.answers(f"answer {number}")
    assert len(ava.heard) == ANSWERS
    assert count(store, visit, ava) == (0, 0)


@SCRIPTS
def test_a_double_tap(scripts: bool, store: Store, visit: VisitKey, sit: Callable[..., Child]) -> None:
    ava = sit(scripts=scripts)
    ava.heard[ava.place] = ava.gives("")
    button = ava.page.locator(".go .btn")
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    assert box is not None
    with store.queueing():  # nobody else may write now: both taps are in the server before it keeps the first
        for _ in range(2):
            ava.page.mouse.click(box["x"] + 20, box["y"] + 20)
            ava.page.wait_for_timeout(UNDER_WAY_MS)
    ChildWalk(ava.page).sees("What do you like about where you live?")
    assert count(store, visit, ava) == (0, 0)


def test_two_tabs(store: Store, visit: VisitKey, sit: Callable[..., Child]) -> None:
    ava = sit()
    ava.answers("")
    other = Child(ava.page.context.new_page())
    other.page.goto(ava.page.url)
    ava.answers("from the first tab")
    other.answers("from the second tab")
    ava.answers("")
    other.answers("")
    assert (ava.place, other.place) == (4, 4)
    ava.heard |= other.heard
    assert ava.heard[2][1] == "from the second tab"
    assert count(store, visit, ava) == (0, 0)


@SCRIPTS
def test_back_and_change(scripts: bool, store: Store, visit: VisitKey, sit: Callable[..., Child]) -> None:
    ava = sit(scripts=scripts)
    ava.answers("")
    ava.answers("at first")
    ava.page.go_back(wait_until="commit")
    expect(ava.page.locator("input[name=words]")).to_have_value("at first")
    ava.answers("on second thoughts")
    assert ava.heard[2][1] == "on second thoughts"
    assert count(store, visit, ava) == (0, 0)


def test_a_tablet_asleep(store: Store, child: Invited, clock: FixedClock, sit: Callable[..., Child]) -> None:
    ava = sit()
    ava.answers("")
    ava.heard[2] = ava.gives("before I fell asleep")
    clock.moment += dt.timedelta(hours=3)
    ava.presses()
    ChildWalk(ava.page).comes_again()
    ChildWalk(ava.page).sees("Are you happy or not happy where you live?")
    assert count(store, begin(store, child), ava) == (0, 0)


def test_a_session_that_has_ended(store: Store, child: Invited, clock: FixedClock, sit: Callable[..., Child]) -> None:
    ava = sit()
    ava.answers("")
    ava.gives("what I wrote yesterday")
    clock.moment += dt.timedelta(hours=13)
    ava.presses()
    walk = ChildWalk(ava.page)
    walk.sees("This was not saved yet")
    words = ava.page.locator("textarea").input_value()
    walk.follow("Come in again")
    walk.types_number(child.card)
    walk.comes_again()
    walk.press("Yes, let’s go on")
    walk.says_alone()
    ava.answers(words)
    assert ava.heard[2][1] == "what I wrote yesterday"
    assert count(store, begin(store, child), ava) == (0, 0)


@pytest.fixture
def server(database: Database) -> Iterator[Server]:
    """Not started yet."""
    server = Server(database.url)
    yield server
    server.kill()


@pytest.fixture
def store_today(database: Database) -> Iterator[Store]:
    """The same database at the hour at which gunicorn serves it."""
    opened = Store(database.url, Keyring(ROOT_KEY))
    yield opened
    opened.engine.dispose()


def test_a_server_killed_in_the_middle(
    server: Server, store_today: Store, cast: Cast, app: Flask, open_page: OpenPage
) -> None:
    visit = invite_today(store_today, cast)
    server.start()
    address = f"http://127.0.0.1:{server.port}"
    ava = Child(open_page(scripts=False))
    give_cookie(ava.page.context, app, address, visit)
    ava.page.goto(f"{address}/talk/1")

    ava.gives("said when the server fell over")
    # Nobody else may write now: the answer is in the server, and waits for its turn.
    with store_today.queueing(), ava.page.expect_event("requestfailed"):
        ava.presses()
        ava.page.wait_for_timeout(UNDER_WAY_MS)
        server.kill()
    ava.page.wait_for_url(ERROR_PAGE)
    assert not where(store_today, visit).lines, "it was not kept, and nobody was told that it was"
    server.start()
    ava.page.goto(f"{address}/talk/1")
    ava.answers("said again")

    def kept_but_unheard(route: Route) -> None:
        route.fetch(max_redirects=0)
        server.kill()
        route.abort("connectionreset")

    ava.heard[ava.place] = ava.gives("kept, and nobody was told")
    ava.page.route("**/talk/*", kept_but_unheard, times=1)
    with ava.page.expect_event("requestfailed"):
        ava.presses()
    ava.page.wait_for_url(ERROR_PAGE)
    server.start()
    ava.page.reload()  # sends the same form once more
    assert ava.place == 3
    ava.answers("")
    ava.answers("and on it goes")
    assert len(ava.heard) == 4
    assert count(store_today, visit, ava) == (0, 0)


def invite_today(store: Store, cast: Cast) -> VisitKey:
    """A child of nine with a review in four weeks, alone at the first question."""
    with store.reading(cast.authority_id) as tx:
        today = tx.today
    born, review_day = today.replace(year=today.year - 9, day=1), today + dt.timedelta(weeks=4)
    review_id = recording.add_child(store, cast.officer, "R-500", "Ava", born, review_day, "subsequent")
    inviting.invite(store, cast.officer, review_id)
    child, card = inviting.show_card(store, cast.officer, review_id)
    visit = begin(store, Invited(child.public_id, "R-500", "Ava", born, review_id, card))
    say_who_helps(store, visit, ALONE)
    return visit
