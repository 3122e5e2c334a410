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
from consult.store.retention import STAYS_OPEN
from consult.store.seats import Seat, Talk, find_seat
from consult.store.translations import translated
from consult.store.visits import CHILD, LOCKED, VisitKey


@dataclass(frozen=True, slots=True)
class Standing:
    """A conversation as it stands now.

    `asked`: the edition's booklet in the child's language and in the order of asking, which depends on who sits
    beside the child. `said`: question -> answer, as far as this seat may know. `ahead`: the review is still to come.
    """

    seat: Seat
    talk: Talk
    edition: Edition
    asked: Booklet
    lines: dict[str, Line]
    said: dict[str, Answer | None]
    walk: Walk
    open: bool
    ahead: bool

    @property
    def sequence(self) -> int:
        """The highest sequence of any answer."""
        return count_lines(self.lines)

    @property
    def unsent(self) -> bool:
        """Whether something was said after the last sending."""
        return self.sequence > self.talk.sent_sequence

    def takes(self, question: str) -> bool:
        """Whether an answer to this question can be given now; not to one whose answer is hidden at this seat."""
        return self.walk.reaches(question) and not self.hides(question)

    def hides(self, question: str) -> bool:
        """Whether something was said to this question that this seat may not know."""
        return question in self.lines and _is_hidden(self.seat, self.lines[question])

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
    walked = walk(asked, said, talk.age)
    ahead = talk.held_on is None and talk.review_day is not None and talk.review_day >= tx.today
    return Standing(seat, talk, edition, asked, lines, said, walked, _is_open(tx.today, talk), ahead)


def _known(seat: Seat, line: Line) -> Answer | None:
    # A hidden answer counts as a skip: a follow-up would tell what was said.
    return None if _is_hidden(seat, line) else line.answer


def _is_hidden(seat: Seat, line: Line) -> bool:
    """Without the pictures whatever was said before; beside somebody whatever was not said beside them."""
    if seat.hides_past:
        return line.said_at < seat.since
    return seat.has_helper and line.helped_by != seat.helper


def _is_open(today: dt.date, talk: Talk) -> bool:
    if talk.audience == "anytime":
        return talk.sent_at is None
    if talk.held_on is None:
        return True
    if today > talk.held_on + STAYS_OPEN:
        return False
    return talk.audience == "after_review" or talk.sent_at is None
