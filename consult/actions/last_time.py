"""What the child answered to the same question last time, so that nobody is asked twice."""

from consult.actions.standing import Standing
from consult.booklet.answers import Answer
from consult.booklet.kinds import KINDS
from consult.booklet.model import Question
from consult.store.conversations import find_earlier_answer
from consult.store.database import Transaction

ALONE = "alone"


def find_last_time(tx: Transaction, standing: Standing, question: Question) -> Answer | None:
    """The answer of the newest other booklet that was sent; None beside a helper, or where it no longer fits."""
    seat = standing.seat
    if seat.helper != ALONE or seat.hides_past or question.key in standing.lines:
        return None
    answer = find_earlier_answer(tx, seat.child_id, standing.talk.id, question.key)
    return answer if answer is not None and _still_fits(question, answer) else None


def _still_fits(question: Question, answer: Answer) -> bool:
    known = {option.key for option in KINDS[question.kind].options(question)}
    return {*answer.picked, *(each.key for each in answer.people if each.key)} <= known
