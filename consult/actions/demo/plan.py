"""Who is in care here, and what becomes of each of their reviews: drawn with seeded dice, the same on the same day."""

import datetime as dt
from dataclasses import dataclass
from random import Random

from consult.actions.demo.answers import HARD, SO_SO, WELL
from consult.actions.demo.people import CARDED, FIRST_NAMES, HOMES, TEAMS
from consult.store.reviews import FROM_11, UNDER_11, YOUNGEST, age_on, band_for

SEED = 1189
AGES = (9, 14, 6, 2, 16, 11, 7, 13, 5, 15, 1, 10, 12, 8, 17, 4, 12, 3, 9, 15, 6, 16, 7, 13, 10, 11, 0, 8, 14)
"""Dealt out in turn."""

LONGEST_AGO = dt.timedelta(days=540)
APART = 182
SOON = dt.timedelta(days=45)

TOO_YOUNG, NEVER, NO_ANSWER, DECLINED = "too young", "never invited", "no answer", "declined"
STARTED, SENT, CHANGED, PAPER, URGENT = "started", "sent", "changed", "paper", "urgent"
"""What becomes of a booklet. `changed`: sent, and sent again; `urgent`: just sent, with words to read today."""

_PAST = {NEVER: 20, NO_ANSWER: 16, DECLINED: 6, STARTED: 7, SENT: 30, CHANGED: 8, PAPER: 13}
_COMING = {NEVER: 4, NO_ANSWER: 4, DECLINED: 1, STARTED: 3, SENT: 4}
_CODES = {
    SENT: ("PN1", "PN1", "PN1", "PN2", "PN3"),
    NO_ANSWER: ("PN1", "PN4", "PN6", "PN7"),
    PAPER: ("PN1", "PN5", "PN6", "PN6"),
}


@dataclass(slots=True)
class PlannedReview:
    """One review. `held_on` None: still to come, or nobody has written it down yet."""

    date: dt.date
    kind: str
    age: int
    outcome: str
    mood: int
    code: str
    held_on: dt.date | None
    feedback: bool


@dataclass(slots=True)
class PlannedChild:
    """A child and the reviews, first one first."""

    ref: str
    first_name: str
    born: dt.date
    home: str
    team: str
    reviews: list[PlannedReview]


def draw_plan(today: dt.date) -> list[PlannedChild]:
    """Every child of the demo except the two with printed cards."""
    dice = Random(SEED)  # noqa: S311 - a made-up world, not a secret
    children = [_draw_child(number, name, today, dice) for number, name in enumerate(FIRST_NAMES)]
    for band in (UNDER_11, FROM_11):
        coming = [
            review
            for child in children
            for review in child.reviews
            if review.date > today and review.age >= YOUNGEST and band_for(review.age) == band
        ]
        min(coming, key=lambda review: review.date).outcome = URGENT
    return children


def plan_carded(today: dt.date) -> list[PlannedChild]:
    """The two children whom a visitor can be: invited, nothing begun."""
    date = _workday(today + dt.timedelta(days=15))
    return [
        PlannedChild(
            ref,
            name,
            _years_before(today, age) - dt.timedelta(days=100),
            HOMES[0],
            TEAMS[0],
            [PlannedReview(date, "second", age, NO_ANSWER, WELL, "", None, False)],
        )
        for ref, name, age, _ in CARDED
    ]


def _draw_child(number: int, name: str, today: dt.date, dice: Random) -> PlannedChild:
    born = _years_before(today, AGES[number % len(AGES)]) - dt.timedelta(days=dice.randint(5, 350))
    team = TEAMS[2] if age_on(today, born) >= 16 else TEAMS[number % 2]
    latest = today + dt.timedelta(days=number * 3 - 38)
    dates = [_workday(latest - dt.timedelta(days=APART * back)) for back in range(4)]
    # A review is in the authority's file two months ahead, and the child must be born by then.
    earliest = max(born + dt.timedelta(days=70), today - LONGEST_AGO)
    kept = [day for day in dates if earliest < day < today + SOON]
    kept = sorted(kept[: dice.choice((2, 2, 3, 3, 4))])
    kinds = ("initial", "second") if len(kept) < 3 else ("subsequent", "subsequent")
    reviews = [
        _draw_review(day, kinds[place] if place < 2 else "subsequent", age_on(day, born), today, dice)
        for place, day in enumerate(kept)
    ]
    return PlannedChild(f"D-{101 + number}", name, born, dice.choice(HOMES), team, reviews)


def _draw_review(day: dt.date, kind: str, age: int, today: dt.date, dice: Random) -> PlannedReview:
    past = day < today
    shares = _PAST if past else _COMING
    outcome = dice.choices(list(shares), list(shares.values()))[0]
    code = dice.choice(_CODES.get(SENT if outcome == CHANGED else outcome, _CODES[NO_ANSWER]))
    mood = dice.choices((WELL, SO_SO, HARD), (45, 35, 20))[0]
    if age < YOUNGEST:
        outcome, code = TOO_YOUNG, "PN0"
    # The newest reviews are not all written down yet.
    written_down = past and (day < today - dt.timedelta(days=14) or dice.random() < 0.5)
    feedback = dice.random() < 0.45
    return PlannedReview(
        day, kind, age, outcome, mood, code if written_down else "", day if written_down else None, feedback
    )


def _workday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=max(0, day.weekday() - 4))


def _years_before(day: dt.date, years: int) -> dt.date:
    # 28 is in every February.
    return day.replace(year=day.year - years, day=min(day.day, 28))
