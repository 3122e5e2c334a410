"""Talking: begin, answer, skip, say no."""

from dataclasses import dataclass

from consult.actions.last_time import ALONE, find_last_time
from consult.actions.refusals import Away, NotThere, Refused
from consult.actions.standing import Standing, stand, take_seat
from consult.booklet.answers import Answer, Given
from consult.booklet.kinds import KINDS
from consult.booklet.model import Question
from consult.conversation.walk import Walk, walk
from consult.store import conversations, drafts, invitations, visits
from consult.store.audit import Actor, add_audit
from consult.store.database import Store, Transaction
from consult.store.editions import fetch_edition
from consult.store.seats import Seat
from consult.store.visits import VisitKey

LONGEST_FORM_KEY = 40
HELPERS = (ALONE, "carer", "worker", "advocate", "other")


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer is on disk. `next_place`: where to go on, None for the check page; `fresh`: pages may be shown."""

    next_place: int | None
    fresh: bool


def open_booklet(store: Store, visit: VisitKey, invitation_id: str) -> None:
    """Sit down to one of the child's booklets; what was begun goes on. Raises NotThere."""
    with store.writing(visit.authority_id) as tx:
        seat = _fresh_seat(tx, visit)
        invited = _fetch_invitation(tx, seat, invitation_id)
        if seat.hides_past and (invited.sent_at or invited.declined_at):
            raise NotThere
        if invited.declined_at is not None:
            invitations.change_declined(tx, invited.id, None)
        conversation_id = invited.conversation_id
        if conversation_id is None:
            edition = fetch_edition(tx, invited.edition_id)
            conversation_id, _ = conversations.add_conversation(
                tx, seat.child_id, invited.review_id, edition, source="screen", language=seat.speaks
            )
        visits.open_conversation(tx, seat.visit_id, conversation_id)
        add_audit(tx, _actor(seat), "open_booklet", "invitation", invited.public_id)


def say_who_helps(store: Store, visit: VisitKey, helper: str) -> None:
    """Who sits beside the child now. Raises Refused unknown_helper, Ended.

    Once somebody does, only the secret pictures show what was said before: see `entering.lock`.
    """
    if helper not in HELPERS:
        raise Refused("unknown_helper")
    with store.writing(visit.authority_id) as tx:
        seat = _fresh_seat(tx, visit)
        if seat.has_helper and helper == ALONE:
            raise Refused("pictures_first")
        visits.change_helper(tx, seat.visit_id, helper)
        add_audit(tx, _actor(seat), "say_who_helps", "child", seat.child_public_id, helper=helper)


def decline(store: Store, visit: VisitKey, invitation_id: str) -> None:
    """The child does not want to; kept as the child's choice, and can be undone by beginning."""
    with store.writing(visit.authority_id) as tx:
        seat = _fresh_seat(tx, visit)
        invited = _fetch_invitation(tx, seat, invitation_id)
        if invited.sent_at is not None or seat.hides_past:
            raise Refused("closed")
        invitations.change_declined(tx, invited.id, tx.now)
        add_audit(tx, _actor(seat), "decline", "invitation", invited.public_id)


def answer(
    store: Store,
    visit: VisitKey,
    place: int,
    given: Given,
    form_key: str,
    *,
    private: bool = False,
) -> Kept:
    """Keep an answer. Raises NotAnAnswer, Refused (not_this_question, closed), NotThere, Ended.

    The same form sent twice with the same content is one answer; with other content it is a change.
    `private`: not to be read out at the review.
    """
    with store.writing(visit.authority_id) as tx:
        standing = stand(tx, take_seat(tx, visit, to_write=True))
        question = _question_at(standing, place)
        said = KINDS[question.kind].read(question, given)
        _keep_private(tx, standing, question, private=private)
        return _keep(tx, standing, question, said, form_key)


def keep_typed(
    store: Store, visit: VisitKey, place: int, given: Given, form_key: str, *, private: bool = False
) -> None:
    """As `answer`, for a child who stops in the middle: what stands there as it was saved before is left alone."""
    with store.writing(visit.authority_id) as tx:
        standing = stand(tx, take_seat(tx, visit, to_write=True))
        question = _question_at(standing, place)
        said = KINDS[question.kind].read(question, given)
        before = standing.lines.get(question.key)
        _keep_private(tx, standing, question, private=private)
        if before is None or before.answer != said:
            _keep(tx, standing, question, said, form_key)


def answer_the_same(store: Store, visit: VisitKey, place: int, form_key: str, *, private: bool = False) -> Kept:
    """Keep what the child said to this question last time. Raises as `answer`; Refused nothing_before."""
    with store.writing(visit.authority_id) as tx:
        standing = stand(tx, take_seat(tx, visit, to_write=True))
        question = _question_at(standing, place)
        said = find_last_time(tx, standing, question)
        if said is None:
            raise Refused("nothing_before")
        _keep_private(tx, standing, question, private=private)
        return _keep(tx, standing, question, said, form_key)


def skip(store: Store, visit: VisitKey, place: int, form_key: str) -> Kept:
    """Keep that the child skipped. Raises as `answer` does."""
    with store.writing(visit.authority_id) as tx:
        standing = stand(tx, take_seat(tx, visit, to_write=True))
        return _keep(tx, standing, _question_at(standing, place), None, form_key)


def _keep_private(tx: Transaction, standing: Standing, question: Question, *, private: bool) -> None:
    before = conversations.read_held_back(standing.talk.held_back)
    now = before | {question.key} if private else before
    if not private and standing.talk.sent_at is None:  # once sent, only "Send again" lets more be read out
        now = before - {question.key}
    if now != before and standing.open:
        kept = conversations.write_held_back(sorted(now))
        conversations.change_conversation(tx, standing.talk.id, held_back=kept)


def _keep(tx: Transaction, standing: Standing, question: Question, said: Answer | None, form_key: str) -> Kept:
    if not standing.open:
        raise Refused("closed")
    talk, seat = standing.talk, standing.seat
    before = standing.lines.get(question.key)
    form_key = form_key[:LONGEST_FORM_KEY]
    if before is None or before.form_key != form_key or before.answer != said:
        conversations.add_line(
            tx,
            talk.id,
            talk.public_id,
            talk.key,
            sequence=standing.sequence + 1,
            question=question.key,
            said=said,
            form_key=form_key,
            language=seat.speaks,
            helped_by=seat.helper or "unknown",
        )
        if said is not None:
            drafts.drop_draft(tx, talk, question.key)
        deed = "skip" if said is None else "answer"
        add_audit(tx, _actor(seat), deed, "conversation", talk.public_id, question=question.key)
    if seat.fresh and seat.due_touch:
        visits.touch_visit(tx, seat.visit_id)
    return Kept(_next_place(standing, question, said), seat.fresh)


def _next_place(standing: Standing, question: Question, said: Answer | None) -> int | None:
    after: Walk = walk(standing.asked, standing.said | {question.key: said}, standing.talk.age)
    return None if after.waiting is None else standing.place_of(after.waiting.key)


def _question_at(standing: Standing, place: int) -> Question:
    questions = standing.edition.booklet.questions
    if not 1 <= place <= len(questions):
        raise NotThere
    question = questions[place - 1]
    if not standing.takes(question.key):
        raise Refused("not_this_question")
    return question


def _fetch_invitation(tx: Transaction, seat: Seat, public_id: str) -> invitations.Invitation:
    invited = invitations.find_invitation(tx, seat.child_id, public_id)
    if invited is None:
        raise NotThere
    return invited


def _fresh_seat(tx: Transaction, visit: VisitKey) -> Seat:
    seat = take_seat(tx, visit)
    if not seat.fresh:
        raise Away
    return seat


def _actor(seat: Seat) -> Actor:
    return Actor("child", seat.child_public_id)
