"""Staff type in a booklet that a child filled in on paper: all of it, or nothing."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, replace

from consult.actions.importing.papers_kept import when_sent
from consult.actions.paper_twin import Twin, find_twin
from consult.actions.refusals import NotThere, Refused
from consult.actions.scope import actor
from consult.actions.sending import BEFORE_REVIEW, send_imported
from consult.booklet.answers import Answer, Given, NotAnAnswer
from consult.booklet.kinds import KINDS
from consult.conversation.on_paper import find_strays, lay_out
from consult.conversation.walk import Walk, walk
from consult.store import conversations, invitations, on_file
from consult.store.audit import add_audit
from consult.store.conversations import Line
from consult.store.database import Store, Transaction
from consult.store.languages import ENGLISH
from consult.store.on_file import MIXED, PAPER, BookletOnFile
from consult.store.reviews import hold_review
from consult.store.sealing import Key
from consult.store.staff import Staff

REPLACEABLE = frozenset({"typed_before", "begun_on_screen"})
"""Obstacles that give way when staff say so."""
NOT_ASKED = "not_asked"
"""Fault of an answer to a follow-up that its own paper does not lead to."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A booklet as it lies on the table. `given`: question key -> what its form holds; left out or empty: skipped.

    `read_out`: yes, some (all but `held_back`), no, or blank where nothing is ticked; `quote`: yes, no or blank.
    `replace`: it may take the place of what is there. `language`: of the wording that is printed.
    """

    booklet: str
    edition: int
    written_on: dt.date
    given: Mapping[str, Given]
    helped_by: str = "unknown"
    read_out: str = ""
    held_back: Collection[str] = ()
    quote: str = ""
    replace: bool = False
    language: str = ENGLISH


@dataclass(frozen=True, slots=True)
class _Facts:
    """Columns of the conversation that the paper decides."""

    sent_at: dt.datetime
    helped_by: str
    language: str
    read_out: str = "ask"
    held_back: str = "[]"
    quote: str = ""


class NotSound(Exception):
    """Some answers cannot stand. `faults`: question key -> code of NotAnAnswer, or NOT_ASKED."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


def key_in_paper(store: Store, officer: Staff, review_id: str, paper: Paper) -> None:
    """Keep what a child wrote on paper, as sent on that day; the very same typed twice is kept once.

    Raises NotThere, NotSound; Refused: too_young, paper_in_future, nothing_typed, some_without_numbers,
    sent_on_screen, another_sent; and where `replace` would do it: typed_before, begun_on_screen.
    """
    with store.writing(officer.authority_id) as tx:
        twin = find_paper_twin(tx, officer, review_id, paper)
        if twin.anytime:
            raise NotThere
        if paper.written_on > tx.today:
            raise Refused("paper_in_future")
        walked = read_paper(twin, paper)
        facts = _facts(twin, walked, paper, when_sent(paper.written_on, tx.now))
        key = hold_review(tx, twin.review.id)
        before = _find_before(tx, twin)
        if before is not None and _is_the_same(tx, key, before, walked, facts):
            return
        obstacle = find_obstacle(tx, twin)
        if obstacle and not (paper.replace and obstacle in REPLACEABLE):
            raise Refused(obstacle)
        public_id = _keep(tx, twin, key, walked, before, facts)
        detail: dict[str, str | int] = {"edition": twin.edition.number, "replaced": int(before is not None)}
        add_audit(tx, actor(officer), "key_in_paper", "conversation", public_id, **detail)


def find_paper(
    store: Store, officer: Staff, review_id: str, booklet: str, edition: int, language: str = ""
) -> tuple[Twin, str]:
    """What can be keyed in, with the obstacle to it. Raises NotThere, Refused as `find_twin`."""
    with store.reading(officer.authority_id) as tx:
        twin = find_twin(tx, officer, review_id, booklet, edition, language, printed_before=True)
        return twin, "" if twin.anytime else find_obstacle(tx, twin)


def find_paper_twin(tx: Transaction, officer: Staff, review_id: str, paper: Paper) -> Twin:
    """The twin of what lies on the table. Raises NotThere, Refused as `find_twin`."""
    return find_twin(tx, officer, review_id, paper.booklet, paper.edition, paper.language, printed_before=True)


def read_paper(twin: Twin, paper: Paper) -> Walk:
    """The walk through a paper booklet. Raises NotSound, Refused nothing_typed."""
    booklet, age = twin.edition.booklet, twin.age
    said: dict[str, Answer | None] = {}
    faults: dict[str, str] = {}
    for printed in lay_out(booklet, age):
        question = printed.question
        given = paper.given.get(question.key, Given())
        said[question.key] = None
        if not is_blank(given):
            try:
                said[question.key] = KINDS[question.kind].read(question, given)
            except NotAnAnswer as fault:
                faults[question.key] = fault.fault
    walked = walk(booklet, said, age)
    answered = {key: answer for key, answer in said.items() if answer is not None}
    faults |= {stray.question.key: NOT_ASKED for stray in find_strays(booklet, walked, answered, faults)}
    if faults:
        raise NotSound({key: faults[key] for key in said if key in faults})
    if not answered:
        raise Refused("nothing_typed")
    return walked


def is_blank(given: Given) -> bool:
    """Whether nothing was written or ticked there."""
    return not any(text.strip() for text in (*given.picked, given.words, *given.fields.values()))


def _facts(twin: Twin, walked: Walk, paper: Paper, sent_at: dt.datetime) -> _Facts:
    facts = _Facts(sent_at, paper.helped_by, paper.language)
    if twin.edition.booklet.audience not in BEFORE_REVIEW:
        return facts
    answered = {turn.question.key for turn in walked.turns if turn.answer is not None}
    kept = sorted(answered & set(paper.held_back)) if paper.read_out == "some" else []
    if paper.read_out == "some" and not kept:
        raise Refused("some_without_numbers")
    read_out = {"yes": "yes", "some": "yes", "no": "no"}.get(paper.read_out, "ask")
    quote = "yes" if paper.quote == "yes" else "no"
    return replace(facts, read_out=read_out, held_back=conversations.write_held_back(kept), quote=quote)


def find_obstacle(tx: Transaction, twin: Twin) -> str:
    """Why this booklet cannot simply be typed in, as the reason of a refusal; blank where nothing is in its way."""
    booklet = twin.edition.booklet
    for there in on_file.list_booklets_of_review(tx, twin.review.id):
        if there.booklet == booklet.key:
            return _obstacle(tx, there)
        if there.sent_at is not None and {there.audience, booklet.audience} <= BEFORE_REVIEW:
            return "another_sent"
    return ""


def _obstacle(tx: Transaction, there: BookletOnFile) -> str:
    if there.sent_at is not None and there.source in {"screen", MIXED}:
        return "sent_on_screen"
    if conversations.find_last_sequence(tx, there.id) > there.sent_sequence:
        return "begun_on_screen"
    return "" if there.sent_at is None else "typed_before"


def _find_before(tx: Transaction, twin: Twin) -> BookletOnFile | None:
    there = on_file.list_booklets_of_review(tx, twin.review.id)
    return next((each for each in there if each.booklet == twin.edition.booklet.key), None)


def _is_the_same(tx: Transaction, key: Key, before: BookletOnFile, walked: Walk, facts: _Facts) -> bool:
    if before.source != PAPER or any(getattr(before, name) != value for name, value in asdict(facts).items()):
        return False
    return says_the_same(conversations.list_lines(tx, before.id, before.public_id, key), walked)


def says_the_same(lines: Mapping[str, Line], walked: Walk) -> bool:
    """Whether this was typed in before, word for word. `lines`: by question key."""
    return all(
        (line := lines.get(turn.question.key)) is not None and line.form_key == PAPER and line.answer == turn.answer
        for turn in walked.turns
    )


def _keep(tx: Transaction, twin: Twin, key: Key, walked: Walk, before: BookletOnFile | None, facts: _Facts) -> str:
    """Add every answer and skip after whatever was said before; the conversation's public id."""
    then = replace(tx, now=facts.sent_at)
    conversation_id, public_id = _begin(then, twin, facts) if before is None else (before.id, before.public_id)
    said_before = conversations.find_last_sequence(tx, conversation_id)
    add_lines(then, conversation_id, public_id, key, walked, facts.language, facts.helped_by, after=said_before)
    _mark_sent(tx, twin, conversation_id, before, facts, said_before + len(walked.turns))
    send_imported(
        tx,
        twin.edition,
        walked,
        conversation_id=conversation_id,
        review_id=twin.review.id,
        age=twin.age,
        band=twin.band,
        language=facts.language,
    )
    return public_id


def add_lines(
    then: Transaction,
    conversation_id: int,
    public_id: str,
    key: Key,
    walked: Walk,
    language: str,
    helped_by: str,
    *,
    after: int = 0,
) -> None:
    """Append every answer and skip of a paper booklet, `after` whatever was said before."""
    for sequence, turn in enumerate(walked.turns, start=after + 1):
        conversations.add_line(
            then,
            conversation_id,
            public_id,
            key,
            sequence=sequence,
            question=turn.question.key,
            said=turn.answer,
            form_key=PAPER,
            language=language,
            helped_by=helped_by,
        )


def _mark_sent(
    tx: Transaction, twin: Twin, conversation_id: int, before: BookletOnFile | None, facts: _Facts, last: int
) -> None:
    conversations.change_conversation(
        tx,
        conversation_id,
        **(asdict(facts) | _asked_since(before, facts)),
        edition_id=twin.edition.id,
        source=PAPER,
        changed_at=tx.now if before is not None and before.sent_at else None,
        sent_sequence=last,
        first_sent_sequence=last,
    )


def _begin(then: Transaction, twin: Twin, facts: _Facts) -> tuple[int, str]:
    """A new conversation. A booklet on paper was an invitation: with it the child finds the answers on screen."""
    review, edition = twin.review, twin.edition
    if edition.booklet.key not in {each.booklet for each in invitations.list_invitations_of_review(then, review.id)}:
        invitations.add_invitation(then, review.id, edition)
    return conversations.add_conversation(
        then, review.child_id, review.id, edition, source=PAPER, language=facts.language, helped_by=facts.helped_by
    )


def _asked_since(before: BookletOnFile | None, facts: _Facts) -> dict[str, object]:
    """What the officer asked the child stays, where the paper says nothing."""
    if before is not None and before.asked_at is not None and facts.read_out == "ask":
        return {"read_out": before.read_out}
    return {"asked_at": None}
