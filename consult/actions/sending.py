"""Sending: the moment after which adults may read. Writes the final rows that reports count."""

import json
import logging
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from consult.actions.refusals import Away, Refused
from consult.actions.standing import Standing, stand, take_seat
from consult.analysis.analyse import VERSION, analyse
from consult.analysis.finding import Finding, Utterance
from consult.booklet.answers import Answer
from consult.booklet.kinds import KINDS
from consult.booklet.model import Question
from consult.conversation.walk import Walk, walk
from consult.store import conversations, finals, visits
from consult.store.audit import Actor, add_audit
from consult.store.conversations import ANSWERED, SKIPPED, Line, Share
from consult.store.database import Store, Transaction
from consult.store.editions import Edition
from consult.store.finals import Final
from consult.store.on_file import MIXED, PAPER
from consult.store.seats import Talk
from consult.store.visits import VisitKey

log = logging.getLogger(__name__)
BEFORE_REVIEW = frozenset({"child", "young_person"})
CONSENTS = ("read_out", "held_back", "quote", "shared")
RECIPIENTS = ("social_worker", "advocate")
"""Who else a child may want to get what was said."""


def send(
    store: Store,
    visit: VisitKey,
    read_out: str,
    held_back: Collection[str],
    quote: str,
    shares: Mapping[str, Share] | None = None,
) -> None:
    """Send what was said, with who may hear it.

    `read_out`: yes, some (yes, but not `held_back`: question keys) or no; what is ticked is held back with "yes" too.
    `quote`: yes or no; `shares`: recipient -> what they get. Only booklets before a review ask these. Raises Refused
    (read_out_missing, held_back_missing, quote_missing, share_missing, nothing_to_send, closed, pictures_first), Ended.
    """
    with store.writing(visit.authority_id) as tx:
        seat = take_seat(tx, visit, to_write=True)
        if not seat.fresh:
            raise Away
        if not seat.shows_past:
            raise Refused("pictures_first")
        standing = stand(tx, seat)
        if not standing.open:
            raise Refused("closed")
        if not standing.walk.turns:
            raise Refused("nothing_to_send")
        consents = _consents(standing, read_out, held_back, quote, shares or {})
        _send(tx, standing, consents)
        add_audit(tx, Actor("child", seat.child_public_id), "send", "conversation", standing.talk.public_id)
        visits.touch_visit(tx, seat.visit_id)


def _consents(
    standing: Standing, read_out: str, held_back: Collection[str], quote: str, shares: Mapping[str, Share]
) -> dict[str, str]:
    helped_by = {"helped_by": helper_of(standing.lines.values())}
    if standing.talk.audience not in BEFORE_REVIEW:
        return helped_by
    if read_out not in {"yes", "some", "no"}:
        raise Refused("read_out_missing")
    if quote not in {"yes", "no"}:
        raise Refused("quote_missing")
    if read_out == "some" and not held_back:
        raise Refused("held_back_missing")
    if any(share is not None and not share for share in shares.values()):
        raise Refused("share_missing")
    reached = {turn.question.key for turn in standing.walk.turns}
    kept = [] if read_out == "no" else sorted(reached & set(held_back))
    return {
        "read_out": "no" if read_out == "no" else "yes",
        "held_back": conversations.write_held_back(kept),
        "quote": quote,
        "shared": conversations.write_shared({who: share for who, share in shares.items() if who in RECIPIENTS}),
        **helped_by,
    }


def helper_of(lines: Iterable[Line]) -> str:
    """Who helped with a booklet: whoever was beside the child for the most answers given beside somebody."""
    beside = Counter(line.helped_by for line in lines)
    others = [(count, who) for who, count in beside.items() if who not in {"alone", "unknown"}]
    if others:
        return max(others)[1]
    return "alone" if beside["alone"] else "unknown"


def _send(tx: Transaction, standing: Standing, consents: dict[str, str]) -> None:
    talk, again = standing.talk, standing.talk.sent_at is not None
    moments = {"changed_at": tx.now} if again else {"sent_at": tx.now, "first_sent_sequence": standing.sequence}
    if again and not standing.unsent and not _asks_anew(standing.talk, consents):
        moments = {}
    source = MIXED if talk.source == PAPER else talk.source
    conversations.change_conversation(
        tx, talk.id, **consents, **moments, source=source, sent_sequence=standing.sequence
    )
    finals.write_finals(
        tx,
        _sum_up_standing(standing),
        conversation_id=talk.id,
        review_id=talk.review_id,
        booklet=standing.edition.booklet.key,
        edition=standing.edition.number,
        band=talk.band,
        age=talk.age,
    )


def _asks_anew(talk: Talk, consents: Mapping[str, str]) -> bool:
    return any(getattr(talk, name) != consents.get(name, getattr(talk, name)) for name in CONSENTS)


def _sum_up_standing(standing: Standing) -> list[Final]:
    """As asked in English, which the analysis knows; each answer in the language in which it was given."""
    english, lines = standing.edition.booklet, standing.lines
    said = {name: line.answer for name, line in lines.items()}
    languages = {name: line.language for name, line in lines.items()}
    return sum_up(walk(english, said, standing.talk.age), languages, standing.talk.band)


def sum_up(walked: Walk, languages: Mapping[str, str], band: str) -> list[Final]:
    """The final rows of a walk: what was picked, and the machine's guess about words, marked with its version.

    `languages`: question key -> language of its answer.
    """
    return [_sum_up_turn(turn.question, turn.answer, languages[turn.question.key], band) for turn in walked.turns]


def _sum_up_turn(question: Question, said: Answer | None, language: str, band: str) -> Final:
    if said is None:
        return Final(question.key, SKIPPED, "")
    picked = (*said.picked, "other") if said.words and KINDS[question.kind].closed else said.picked
    options = "|".join(picked)
    if not said.words:
        return Final(question.key, ANSWERED, options)
    found = _analyse(Utterance(said.words, question.text, language, band, question.themes))
    because = json.dumps(found.to_json()["because"])
    return Final(question.key, ANSWERED, options, found.sentiment, found.themes, found.disclosure, because, VERSION)


def _analyse(utterance: Utterance) -> Finding:
    try:
        return analyse(utterance)
    except Exception as fault:  # a child's answer is sent whatever becomes of the guess
        log.error("The analysis failed on an answer: %s", type(fault).__name__)
        return Finding("not_assessed")


def send_imported(
    tx: Transaction,
    edition: Edition,
    walked: Walk,
    *,
    conversation_id: int,
    review_id: int | None,
    age: int,
    band: str,
    language: str,
) -> None:
    """Final rows for a booklet that came in on paper; no review: one for any time."""
    finals.write_finals(
        tx,
        sum_up(walked, {turn.question.key: language for turn in walked.turns}, band),
        conversation_id=conversation_id,
        review_id=review_id,
        booklet=edition.booklet.key,
        edition=edition.number,
        band=band,
        age=age,
    )
