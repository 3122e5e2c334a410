"""A booklet that is there already, held against the one in the file."""

import datetime as dt
from dataclasses import dataclass

from consult.actions.importing.answer_rows import About, Paper
from consult.booklet.answers import Answer
from consult.conversation.walk import Walk
from consult.store import conversations
from consult.store.clock import LONDON, local
from consult.store.database import Transaction
from consult.store.editions import Edition
from consult.store.on_file import MIXED, PAPER, BookletOnFile
from consult.store.sealing import Key

IMPORT = "import"
"""Source of an imported booklet, and form key of its answers: any other but PAPER was the child's own press."""

_NOON = dt.time(12)


@dataclass(frozen=True, slots=True)
class Kept:
    """What is there. `by_child`: something in it was said on screen."""

    booklet: BookletOnFile
    said: dict[str, Answer | None]
    by_child: bool

    @property
    def sent(self) -> bool:
        """Whether adults may read it already."""
        return self.booklet.sent_at is not None

    @classmethod
    def read(cls, tx: Transaction, booklet: BookletOnFile, key: Key) -> "Kept":
        """Open what is there."""
        lines = conversations.list_lines(tx, booklet.id, booklet.public_id, key)
        said = {question: line.answer for question, line in lines.items()}
        by_child = booklet.source == MIXED or any(line.form_key not in {IMPORT, PAPER} for line in lines.values())
        return cls(booklet, said, by_child)


def was_kept_alike(paper: Paper, walked: Walk, edition: Edition, kept: Kept) -> bool:
    """Whether the very same booklet came in before. What the file leaves blank does not count against it."""
    there = kept.booklet
    if kept.by_child or there.sent_at is None or there.edition_id != edition.id:
        return False
    same_answers = kept.said == {turn.question.key: turn.answer for turn in walked.turns}
    same_day = local(there.sent_at).date() == paper.about.submitted_on
    return same_answers and same_day and _says_the_same(paper.about, there)


def _says_the_same(about: About, there: BookletOnFile) -> bool:
    said = (about.language, about.helped_by, about.quote)
    kept = (there.language, there.helped_by, there.quote)
    if any(new and new != old for new, old in zip(said, kept, strict=True)):
        return False
    # The officer has asked the child since; the paper still says "ask".
    asked_since = there.asked_at is not None and about.read_out == "ask"
    return asked_since or about.read_out in ("", there.read_out)


def when_sent(submitted_on: dt.date, now: dt.datetime) -> dt.datetime:
    """Noon in London of that day, but never later than now."""
    return min(dt.datetime.combine(submitted_on, _NOON, LONDON).astimezone(dt.UTC), now)
