"""Going on without internet: a blank booklet goes to the tablet, sealed envelopes come back."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from consult.actions.last_time import find_last_time
from consult.actions.letters import Fields, Letter, given_in, read_letter
from consult.actions.refusals import Away, NotThere, Refused
from consult.actions.standing import Standing, stand, take_seat
from consult.booklet.answers import Answer, NotAnAnswer
from consult.booklet.kinds import KINDS
from consult.booklet.model import Question
from consult.conversation.walk import walk
from consult.store import conversations, letterboxes
from consult.store.audit import Actor, add_audit
from consult.store.conversations import Line
from consult.store.database import Store, Transaction
from consult.store.envelopes import make_key_pair, modulus_of, open_envelope
from consult.store.letterboxes import Letterbox
from consult.store.sealing import Unopened
from consult.store.seats import fetch_seat_left
from consult.store.visits import VisitKey

KEPT_FOR = dt.timedelta(days=7)
"""So long a blank booklet's envelopes are taken, by our own clock: a tablet's may be wrong by a year."""
_POSTED = re.compile(r"letter:([0-9]+):([0-9]+)")


@dataclass(frozen=True, slots=True)
class Blank:
    """A booklet for a tablet, without a word of the child. `public_key`: SubjectPublicKeyInfo."""

    standing: Standing
    capability: str
    public_key: bytes

    @property
    def modulus(self) -> str:
        """The key as a browser takes it: base64url."""
        return modulus_of(self.public_key)


@dataclass(frozen=True, slots=True)
class Posted:
    """What became of an envelope. `kept`: answers that are new now; `sequence`: the conversation's after it."""

    kept: int
    sequence: int


def take_blank(store: Store, visit: VisitKey) -> Blank:
    """The open conversation's booklet, to be filled without internet. Raises Refused closed, NotThere, Ended."""
    public_key = _public_key(store, visit)
    with store.writing(visit.authority_id) as tx:
        seat = take_seat(tx, visit)
        if not seat.fresh:
            raise Away
        standing = stand(tx, seat)
        if not standing.open:
            raise Refused("closed")
        talk = standing.talk
        capability = letterboxes.add_letterbox(tx, seat.visit_id, talk.id, seat.helper, seat.speaks)
        add_audit(tx, Actor("child", seat.child_public_id), "take_blank", "conversation", talk.public_id)
        return Blank(standing, capability, public_key)


def post_letter(store: Store, authority_id: int, envelope: str) -> Posted:
    """Keep what an envelope holds, unsent like any other answer.

    Posting the same again changes nothing. Raises Refused: forged (not sealed for us, or by nobody we know), old
    (more than KEPT_FOR), sent (the child has sent the booklet since), closed (card replaced, or too late to answer).
    """
    letter = read_letter(_unseal(store, authority_id, envelope))
    with store.writing(authority_id) as tx:
        box = letterboxes.find_letterbox(tx, letter.capability)
        if box is None:
            raise Refused("forged")
        if tx.now - box.made_at > KEPT_FOR:
            raise Refused("old")
        if box.card_replaced:
            raise Refused("closed")
        return _keep_all(tx, _stand_there(tx, box), box, letter)


def _public_key(store: Store, visit: VisitKey) -> bytes:
    with store.reading(visit.authority_id) as tx:
        take_seat(tx, visit)  # nobody else has a key made
        known = letterboxes.find_public_key(tx)
    if known is not None:
        return known
    private, public = make_key_pair()  # a fifth of a second, in which nobody else need wait to write
    with store.writing(visit.authority_id) as tx:
        known = letterboxes.find_public_key(tx)
        if known is None:
            letterboxes.add_key(tx, private, public)
        return known or public


def _unseal(store: Store, authority_id: int, envelope: str) -> str:
    if not letterboxes.has_authority(store, authority_id):
        raise Refused("forged")
    with store.reading(authority_id) as tx:
        private = letterboxes.find_private_key(tx)
    if private is None:
        raise Refused("forged")
    try:
        return open_envelope(private, envelope)
    except Unopened:
        raise Refused("forged") from None


def _stand_there(tx: Transaction, box: Letterbox) -> Standing:
    """Where the conversation stands, seen from the seat at which the tablet was given its page."""
    left = fetch_seat_left(tx, box.visit_id, box.conversation_id)
    seat = replace(left, helper=box.helper, language=box.language, languages=(box.language,))
    talk = seat.talk
    if talk is not None and any(moment and moment > box.made_at for moment in (talk.sent_at, talk.changed_at)):
        raise Refused("sent")
    try:
        standing = stand(tx, seat)
    except NotThere:
        raise Refused("sent") from None
    if not standing.open:
        raise Refused("closed")
    return standing


def _keep_all(tx: Transaction, standing: Standing, box: Letterbox, letter: Letter) -> Posted:
    talk, said, kept = standing.talk, dict(standing.said), list[str]()
    for question in standing.asked:
        if question.key not in letter.answers or not _is_newer(standing, question, box, letter):
            continue
        before = standing.lines.get(question.key)
        try:
            answer = _read(tx, standing, question, letter.answers[question.key], box)
        except NotAnAnswer:
            continue
        if walk(standing.asked, said | {question.key: answer}, talk.age).find(question.key) is None:
            continue  # its rules exclude it
        said[question.key] = answer
        if before is not None and before.answer == answer:
            continue
        kept.append(question.key)
        conversations.add_line(
            tx,
            talk.id,
            talk.public_id,
            talk.key,
            sequence=standing.sequence + len(kept),
            question=question.key,
            said=answer,
            form_key=f"letter:{box.id}:{letter.number}",
            language=box.language,
            helped_by=box.helper or "unknown",
        )
    _hold_back(tx, standing, letter.answers, said)
    if kept:
        who = Actor("child", standing.seat.child_public_id)
        add_audit(tx, who, "post_letter", "conversation", talk.public_id, questions=" ".join(kept))
    return Posted(len(kept), standing.sequence + len(kept))


def _is_newer(standing: Standing, question: Question, box: Letterbox, letter: Letter) -> bool:
    """Whether this letter has the last word on a question.

    Between letters the later one of the later page counts, whichever arrives first. What was said online counts
    where the tablet had not heard of it when the letter was written.
    """
    before = standing.lines.get(question.key)
    if before is None:
        return True
    if standing.hides(question.key):
        return False
    posted = _posted(before)
    return posted < (box.id, letter.number) if posted else before.sequence <= letter.after


def _read(tx: Transaction, standing: Standing, question: Question, fields: Fields, box: Letterbox) -> Answer | None:
    """The answer; None for a skip, or where an answer that this page gave before is taken away. Raises NotAnAnswer."""
    pressed = {name for name, _value in fields}
    if "skip" in pressed:
        return None
    if "same" in pressed:
        before = find_last_time(tx, standing, question)
        if before is None:
            raise NotAnAnswer("nothing_picked")
        return before
    try:
        return KINDS[question.kind].read(question, given_in(fields))
    except NotAnAnswer as refusal:
        posted = _posted(standing.lines[question.key]) if question.key in standing.lines else None
        if refusal.fault == "nothing_picked" and posted and posted[0] == box.id:
            return None
        raise


def _posted(line: Line) -> tuple[int, int] | None:
    """The letterbox and the number of the letter that brought an answer; None where it was given online."""
    found = _POSTED.fullmatch(line.form_key)
    return (int(found[1]), int(found[2])) if found else None


def _hold_back(
    tx: Transaction, standing: Standing, answers: Mapping[str, Fields], said: Mapping[str, Answer | None]
) -> None:
    """What is ticked is not read out. A blank page cannot know of an earlier tick, so none is taken away."""
    ticked = {name for name, fields in answers.items() if ("private", "1") in fields and name in said}
    before = conversations.read_held_back(standing.talk.held_back)
    if ticked - before:
        kept = conversations.write_held_back(sorted(before | ticked))
        conversations.change_conversation(tx, standing.talk.id, held_back=kept)
