"""Staff type in a booklet for any time that a child filled in on paper: it becomes a message of that child."""

import datetime as dt
from dataclasses import replace

from consult.actions.importing.papers_kept import when_sent
from consult.actions.keying_in import Paper, add_lines, find_paper_twin, read_paper, says_the_same
from consult.actions.paper_twin import Twin
from consult.actions.refusals import NotThere, Refused
from consult.actions.scope import actor
from consult.actions.sending import send_imported
from consult.conversation.walk import Walk
from consult.store import children, conversations, messages
from consult.store.audit import add_audit
from consult.store.clock import local
from consult.store.database import Store, Transaction
from consult.store.on_file import PAPER
from consult.store.staff import Staff


def key_in_message(store: Store, officer: Staff, review_id: str, paper: Paper) -> None:
    """Keep it as sent on that day, unread, for whoever looks after the child; the same typed twice is kept once.

    `review_id`: any review of the child that is this officer's. Raises NotThere, NotSound, Refused (too_young,
    paper_in_future, nothing_typed).
    """
    with store.writing(officer.authority_id) as tx:
        twin = find_paper_twin(tx, officer, review_id, paper)
        if not twin.anytime:
            raise NotThere
        if paper.written_on > tx.today:
            raise Refused("paper_in_future")
        walked = read_paper(twin, paper)
        children.hold_child(tx, twin.child.id)
        if _was_typed_before(tx, twin, paper, walked):
            return
        public_id = _keep(tx, twin, paper, walked, when_sent(paper.written_on, tx.now))
        add_audit(tx, actor(officer), "key_in_message", "conversation", public_id, edition=twin.edition.number)


def _was_typed_before(tx: Transaction, twin: Twin, paper: Paper, walked: Walk) -> bool:
    return any(
        each.source == PAPER
        and each.edition.id == twin.edition.id
        and local(each.sent_at).date() == paper.written_on
        and (each.language, each.helped_by) == (paper.language, paper.helped_by)
        and says_the_same(each.lines, walked)
        for each in messages.list_told(tx, twin.child.id)
    )


def _keep(tx: Transaction, twin: Twin, paper: Paper, walked: Walk, sent_at: dt.datetime) -> str:
    """The message's public id."""
    then, child_id = replace(tx, now=sent_at), twin.child.id
    conversation_id, public_id = conversations.add_conversation(
        then, child_id, None, twin.edition, source=PAPER, language=paper.language, helped_by=paper.helped_by
    )
    key = children.fetch_child_key(tx, child_id)
    add_lines(then, conversation_id, public_id, key, walked, paper.language, paper.helped_by)
    last = len(walked.turns)
    conversations.change_conversation(
        tx, conversation_id, sent_at=sent_at, sent_sequence=last, first_sent_sequence=last
    )
    send_imported(
        tx,
        twin.edition,
        walked,
        conversation_id=conversation_id,
        review_id=None,
        age=twin.age,
        band=twin.band,
        language=paper.language,
    )
    return public_id
