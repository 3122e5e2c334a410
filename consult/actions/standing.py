"""Where the child at a seat stands: the edition, what was said, and the walk through it."""

import datetime as dt
from dataclasses import dataclass

from consult.actions.refusals import Away, Ended, NotThere
from consult.booklet.answers import Answer
from consult.booklet.model import Booklet
from consult.conversation.order import ABOUT_CARERS, put_last
from consult.conversation.walk import Walk, walk
from consult.store.conversations import Line, count_lines, list_lines
from consult.store.database import Transaction
from consult.store.editions import Edition, fetch_edition
from consult.store.seats import Seat, Talk, find_seat
from consult.store.translations import translated
from consult.store.visits import CHILD, LOCKED, VisitKey

STAYS_OPEN = dt.timedelta(days=28)
"""So long after the review a booklet begun before, or the form about the review, can still be sent."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A conversation as it stands now.

    `asked`: the edition's booklet in the child's language and in the order of asking, which depends on who sits
    beside the child.
    """

    seat: Seat
    talk: Talk
    edition: Edition
    asked: Booklet
    lines: dict[str, Line]
    walk: Walk
    open: bool

    @property
    def sequence(self) -> int:
        """The highest sequence of any answer."""
        return count_lines(self.lines)

    @property
    def unsent(self) -> bool:
        """Whether something was said after the last sending."""
        return self.sequence > self.talk.sent_sequence

    def takes(self, question: str) -> bool:
        """Whether an answer to this question can be given now; without the pictures only to what was still open."""
        return self.walk.reaches(question) and not (
            self.seat.hides_past and question in self.lines and _is_earlier(self.seat, self.lines[question])
        )

    def place_of(self, question: str) -> int:
        """1-based place of a question in its edition, as addresses carry it."""
        return next(n for n, each in enumerate(self.edition.booklet, 1) if each.key == question)


def take_seat(tx: Transaction, visit: VisitKey, *, to_write: bool = False) -> Seat:
    """The child's seat after the pictures. Raises Ended without one, Away while the pictures are asked again."""
    seat = find_seat(tx, visit.token, to_write=to_write)
    if seat is not None and seat.stage == LOCKED:
        raise Away
    if seat is None or seat.stage != CHILD:
        raise Ended
    return seat


def stand(tx: Transaction, seat: Seat) -> Standing:
    """Where the seat's conversation stands. Raises NotThere when none is open."""
    talk = seat.talk
    if talk is None or (seat.hides_past and talk.sent_at is not None):
        raise NotThere
    edition = fetch_edition(tx, talk.edition_id)
    lines = list_lines(tx, talk.id, talk.public_id, talk.key)
    said = {name: _known(seat, line) for name, line in lines.items()}
    spoken = translated(tx, edition, seat.speaks)
    asked = put_last(spoken, ABOUT_CARERS) if seat.has_helper else spoken
    return Standing(seat, talk, edition, asked, lines, walk(asked, said, talk.age), _is_open(tx.today, talk))


def _known(seat: Seat, line: Line) -> Answer | None:
    # Without the pictures earlier answers count as skips: a follow-up would tell what was said.
    return None if seat.hides_past and _is_earlier(seat, line) else line.answer


def _is_earlier(seat: Seat, line: Line) -> bool:
    return line.said_at < seat.since


def _is_open(today: dt.date, talk: Talk) -> bool:
    if talk.audience == "anytime":
        return talk.sent_at is None
    if talk.held_on is None:
        return True
    if today > talk.held_on + STAYS_OPEN:
        return False
    return talk.audience == "after_review" or talk.sent_at is None
