"""Keeping what was typed when a child stops before it is an answer."""

from consult.actions.refusals import NotThere
from consult.actions.standing import Standing, stand, take_seat
from consult.booklet.answers import Given, NotAnAnswer, clean
from consult.booklet.kinds import KINDS
from consult.booklet.model import Question
from consult.store import drafts
from consult.store.audit import Actor, add_audit
from consult.store.database import Store
from consult.store.visits import VisitKey

NOT_TYPED = frozenset({"a", "words", "key", "csrf_token", "hide"})
"""Form fields that a draft leaves out: kept already, or the form's own."""
UNREADABLE = frozenset({"big_drawing", "broken_drawing"})


def keep_draft(store: Store, visit: VisitKey, place: int, given: Given) -> None:
    """Keep a form that is no answer as it stands; an empty one is not kept. Raises NotThere, Ended."""
    with store.writing(visit.authority_id) as tx:
        standing = stand(tx, take_seat(tx, visit, to_write=True))
        questions = standing.edition.booklet.questions
        if not 1 <= place <= len(questions):
            raise NotThere
        question = questions[place - 1]
        fault = fault_of(question, given)
        if not standing.open or fault == "nothing_picked":
            return
        left_out = NOT_TYPED | {"drawing"} if fault in UNREADABLE else NOT_TYPED
        fields = {name: clean(text) for name, text in given.fields.items() if name not in left_out}
        typed = Given(tuple(clean(each) for each in given.picked), clean(given.words), fields)
        drafts.keep_draft(tx, standing.talk, question.key, typed)
        who = Actor("child", standing.seat.child_public_id)
        add_audit(tx, who, "keep_draft", "conversation", standing.talk.public_id, question=question.key)


def find_draft(standing: Standing, question: Question) -> Given | None:
    """What the child typed there before stopping; None also where the past is hidden at this seat."""
    if not standing.seat.shows_past or standing.talk.drafts_sealed is None:
        return None
    return drafts.list_drafts(standing.talk).get(question.key)


def fault_of(question: Question, given: Given) -> str:
    """Why this is no answer, as NotAnAnswer says it; blank where it is one."""
    try:
        KINDS[question.kind].read(question, given)
    except NotAnAnswer as refusal:
        return refusal.fault
    return ""
