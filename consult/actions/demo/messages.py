"""What the demo's children tell between reviews, and what the officer answers."""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial

from consult.actions import alerting, anytime, entering, messaging, sending, talking
from consult.actions.demo.days import Days
from consult.actions.demo.plan import PlannedChild
from consult.booklet.answers import Given
from consult.store import messages
from consult.store.alerts import list_open_alerts

Deed = tuple[dt.datetime, Callable[[], None]]

TOLD = (
    ("good-news", "i got a medal in swimming 25 m"),
    ("need-something", "my school bag is broken the zip is gone"),
    ("tell-something", "can nan come to the next meeting she has a new phone"),
    ("complain", "nobody told me that my worker is leaving"),
)
"""Booklet and the child's words; the last one waits unread."""
ANSWERED = "Thank you for telling me. We get you a new bag this week. You can pick it with Dee on Saturday."
NOT_SAFE = "there was shouting again last night and i hid"


def plan_messages(days: Days, children: list[PlannedChild], now: dt.datetime) -> Iterator[Deed]:
    """Each message with its moment: all but the last are read, one is answered; one alert was seen."""
    for number, ((key, words), who) in enumerate(zip(TOLD, children, strict=False)):
        yield now - dt.timedelta(days=4 - number), partial(_tell, days, who, key, words)
    yield now - dt.timedelta(hours=40), partial(_read_and_answer, days)
    if len(children) > len(TOLD):
        yield now - dt.timedelta(hours=22), partial(_press, days, children[len(TOLD)])
        yield now - dt.timedelta(hours=6), partial(_see, days)


def _tell(days: Days, who: PlannedChild, key: str, words: str) -> None:
    visit = days.enter(who)
    anytime.begin_anytime(days.store, visit, key)
    with days.store.reading(days.officer.authority_id) as tx:
        booklet = next(each.booklet for each in anytime.list_offered(tx) if each.booklet.key == key)
    for place, question in enumerate(booklet.questions, 1):
        if question.kind == "words" and words:
            talking.answer(days.store, visit, place, Given(words=words), f"{key}-{place}")
            words = ""
        else:
            talking.skip(days.store, visit, place, f"{key}-{place}")
    sending.send(days.store, visit, "", [], "")
    entering.leave(days.store, visit)


def _read_and_answer(days: Days) -> None:
    with days.store.reading(days.officer.authority_id) as tx:
        found = [each.public_id for each in messages.list_messages(tx, days.officer.id)]
    for public_id in found:
        opened = messaging.read_message(days.store, days.officer, public_id)
        if opened.booklet.edition.booklet.key == "need-something":
            messaging.answer_message(days.store, days.officer, public_id, ANSWERED)


def _press(days: Days, who: PlannedChild) -> None:
    visit = days.enter(who)
    alerting.raise_alert(days.store, visit, NOT_SAFE)
    entering.leave(days.store, visit)


def _see(days: Days) -> None:
    with days.store.reading(days.officer.authority_id) as tx:
        found = [each.public_id for each in list_open_alerts(tx, days.officer.id)]
    for public_id in found:
        alerting.see_alert(days.store, days.officer, public_id)
