"""Messages that children send at any time: reading one is a deed, answering another."""

from collections.abc import Sequence
from dataclasses import dataclass

from consult.actions.refusals import NotThere, Refused
from consult.actions.scope import actor, fetch_own_message, fetch_own_review
from consult.booklet.answers import clean
from consult.store import conversations, readings, replies, sent
from consult.store.audit import add_audit
from consult.store.database import Store, Transaction
from consult.store.messages import Message
from consult.store.replies import LONGEST_REPLY, Reply
from consult.store.sent import SentBooklet
from consult.store.staff import Staff

CHILDREN = frozenset({"child", "young_person"})


@dataclass(frozen=True, slots=True)
class OpenedMessage:
    """A message as its officer sees it."""

    message: Message
    booklet: SentBooklet
    replies: Sequence[Reply]


def read_message(store: Store, officer: Staff, public_id: str) -> OpenedMessage:
    """The message with its words; it counts as read. Raises NotThere."""
    with store.writing(officer.authority_id) as tx:
        message, booklet = fetch_own_message(tx, officer, public_id)
        if booklet.read_at is None:
            conversations.change_conversation(tx, booklet.id, read_at=tx.now)
        readings.add_reading(tx, booklet.id, officer.id)
        add_audit(tx, actor(officer), "read_message", "conversation", public_id)
        return OpenedMessage(message, booklet, replies.list_replies(tx, booklet.id))


def answer_message(store: Store, officer: Staff, public_id: str, words: str) -> None:
    """Answer the child; the same words twice are one answer. Raises NotThere, Refused (nothing_written, too_long)."""
    with store.writing(officer.authority_id) as tx:
        message, _ = fetch_own_message(tx, officer, public_id)
        _answer(tx, officer, message.id, message.child_id, public_id, words)


def tell_decided(store: Store, officer: Staff, review_id: str, words: str) -> None:
    """Tell the child what was decided about the booklet before this review. Raises as `answer_message`."""
    with store.writing(officer.authority_id) as tx:
        review, child = fetch_own_review(tx, officer, review_id)
        booklet = next((each for each in sent.list_sent(tx, review.id) if each.audience in CHILDREN), None)
        if booklet is None:
            raise NotThere
        _answer(tx, officer, booklet.id, child.id, booklet.public_id, words)


def _answer(tx: Transaction, officer: Staff, conversation_id: int, child_id: int, public_id: str, words: str) -> None:
    said = clean(words).strip()
    if not said:
        raise Refused("nothing_written")
    if len(said) > LONGEST_REPLY:
        raise Refused("too_long")
    before = replies.list_replies(tx, conversation_id)
    if any(each.staff_id == officer.id and each.words == said for each in before):
        return
    replies.add_reply(tx, conversation_id, child_id, officer.id, said)
    add_audit(tx, actor(officer), "answer_child", "conversation", public_id)
