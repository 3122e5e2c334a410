"""Forgetting on time: words go when their days are over, once they are on the child's file."""

import datetime as dt
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass

from consult.actions.refusals import Refused
from consult.store import retention
from consult.store.audit import Actor, add_audit
from consult.store.database import Store, Transaction
from consult.store.retention import ALERT, DRAFT, Kept, Rule

DAYS, MONTHS = (1, 90), (6, 14)
"""What an authority may choose, both ends inclusive."""


@dataclass(frozen=True, slots=True)
class Due:
    """Words whose time is over since `since`. `waits`: why they are still here: held, open, not_on_file; or blank."""

    words: Kept
    since: dt.date

    @property
    def waits(self) -> str:
        """A hold comes before all; something still open is not to be forgotten; a draft needs no file."""
        if self.words.held:
            return "held"
        if not self.words.settled:
            return "open"
        return "" if self.words.filed or self.words.kind == DRAFT else "not_on_file"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What one run did: words, reviews' keys and children's names that went; and what waits."""

    words: int
    reviews: int
    children: int
    waiting: Sequence[Due]


def ends_on(day: dt.date, held_days: Sequence[dt.date], rule: Rule) -> dt.date:
    """The first day on which words of this day are due to go. `held_days`: of the child's held reviews, in order."""
    latest = add_months(day, rule.months)
    following = next((held for held in held_days if held > day), None)
    return latest if following is None else min(latest, following + dt.timedelta(days=rule.days))


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day of the month so many months on, or the last one of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    return day.replace(
        year=day.year + years, month=month + 1, day=min(day.day, monthrange(day.year + years, month + 1)[1])
    )


def change_rule(store: Store, authority_id: int, actor: Actor, days: int, months: int) -> None:
    """Decide how long words stay. Raises Refused bad_days, bad_months."""
    for number, (least, most), fault in ((days, DAYS, "bad_days"), (months, MONTHS, "bad_months")):
        if not least <= number <= most:
            raise Refused(fault)
    with store.writing(authority_id) as tx:
        retention.change_rule(tx, Rule(days, months))
        add_audit(tx, actor, "change_retention", "authority", "retention", days=days, months=months)


def list_due(store: Store, authority_id: int) -> Sequence[Due]:
    """What is due today, longest first, and what waits among it. Opens no words."""
    with store.reading(authority_id) as tx:
        return _due(tx)


def forget_due(store: Store, authority_id: int, actor: Actor) -> Forgotten:
    """Destroy what is due and waits for nothing; one audit row for each piece of it."""
    with store.writing(authority_id) as tx:
        due = _due(tx)
        gone = [each.words for each in due if not each.waits]
        for words in gone:
            forget = retention.forget_alert if words.kind == ALERT else retention.forget_conversation
            forget(tx, words.id)
            add_audit(tx, actor, "forget_words", words.kind, words.public_id)
        reviews = _forget_reviews(tx)
        children = _forget_children(tx)
        if reviews or children:
            add_audit(tx, actor, "forget_keys", "authority", "retention", reviews=reviews, children=children)
        retention.forget_visits(tx)
    if gone or reviews or children:
        store.wipe_traces()
    return Forgotten(len(gone), reviews, children, [each for each in due if each.waits])


def _due(tx: Transaction) -> list[Due]:
    rule, held_days = retention.fetch_rule(tx), retention.list_held_days(tx)

    def end(words: Kept) -> dt.date:
        if words.kind == DRAFT and words.closes_on is not None:
            return max(words.closes_on, words.day + dt.timedelta(days=rule.days))
        return ends_on(words.day, held_days.get(words.child_id, ()), rule)

    found = (Due(words, end(words)) for words in retention.list_kept(tx))
    return sorted((each for each in found if each.since <= tx.today), key=lambda each: (each.since, each.words.id))


def _forget_reviews(tx: Transaction) -> int:
    """Keys of reviews whose time is over and whose words are all gone."""
    rule, held_days = retention.fetch_rule(tx), retention.list_held_days(tx)
    still = {words.review_id for words in retention.list_kept(tx)}
    over = [
        review_id
        for review_id, child_id, day in retention.list_reviews_with_key(tx)
        if review_id not in still and ends_on(day, held_days.get(child_id, ()), rule) <= tx.today
    ]
    for review_id in over:
        retention.forget_review(tx, review_id)
    return len(over)


def _forget_children(tx: Transaction) -> int:
    """Names of children who had no review for so long that no words can be here, and none are."""
    rule, still = retention.fetch_rule(tx), {words.child_id for words in retention.list_kept(tx)}
    over = [
        child_id
        for child_id, last in retention.list_last_days(tx).items()
        if child_id not in still and add_months(last, rule.months) <= tx.today
    ]
    for child_id in over:
        retention.forget_child(tx, child_id)
    return len(over)
