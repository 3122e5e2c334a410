"""Importing booklets that were filled on paper or elsewhere."""

import dataclasses
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consult.actions.importing.answer_rows import Paper, read_papers
from consult.actions.importing.asked import read_answers
from consult.actions.importing.faults import Fault, Faulty, Imported
from consult.actions.importing.papers_kept import IMPORT, Kept, was_kept_alike, when_sent
from consult.actions.sending import send_imported
from consult.conversation.walk import Walk
from consult.store import conversations, editions
from consult.store.audit import Actor, add_audit
from consult.store.authorities import fetch_authority
from consult.store.database import Store, Transaction
from consult.store.editions import Edition
from consult.store.on_file import BookletOnFile, ReviewOnFile, list_booklets_on_file, list_reviews_on_file
from consult.store.reviews import YOUNGEST


@dataclass(frozen=True, slots=True)
class _Ready:
    """A sound booklet, ready to be kept. `before`: what it takes the place of."""

    paper: Paper
    review: ReviewOnFile
    edition: Edition
    walked: Walk
    before: BookletOnFile | None


def import_answers(
    store: Store, authority_id: int, actor: Actor, content: str | bytes, *, replace: bool = False
) -> Imported:
    """Booklets of a CSV file (docs/imports.md), all or nothing. Raises Faulty with every fault.

    `replace`: a booklet that was imported with other answers gives way; one that the child sent never does.
    """
    papers, faults = read_papers(content, store.clock.today())
    with store.writing(authority_id) as tx:
        checking = _Checking(tx, papers, replace)
        faults += checking.faults()
        if faults:
            raise Faulty(faults)
        for ready in checking.ready:
            _keep(tx, ready)
        changed = sum(ready.before is not None and ready.before.sent_at is not None for ready in checking.ready)
        imported = Imported(len(checking.ready) - changed, changed, len(papers) - len(checking.ready))
        counts = dataclasses.asdict(imported)
        add_audit(tx, actor, "import_answers", "authority", fetch_authority(tx).key, **counts)
        return imported


class _Checking:
    """Holds the booklets of a file against what is on file; those to be written gather in `ready`."""

    def __init__(self, tx: Transaction, papers: Sequence[Paper], replace: bool) -> None:
        self.ready: list[_Ready] = []
        self._tx, self._papers, self._replace = tx, papers, replace
        self._reviews = list_reviews_on_file(tx, {paper.child_ref for paper in papers})
        review_ids = {review.id for dates in self._reviews.values() for review in dates.values()}
        self._booklets = list_booklets_on_file(tx, review_ids)
        self._editions: dict[str, dict[int, Edition]] = {}
        for edition in editions.list_editions(tx):
            self._editions.setdefault(edition.booklet.key, {})[edition.number] = edition

    def faults(self) -> Iterator[Fault]:
        """Every booklet of the file that cannot come in, told at its row."""
        for paper in self._papers:
            review = self._reviews.get(paper.child_ref, {}).get(paper.review_date)
            before = self._booklets.get((review.id, paper.booklet)) if review else None
            edition = self._edition(paper, before)
            found = [*self._misplaced(paper, review), *self._unpublished(paper, edition)]
            if edition is not None:
                walked, misread = read_answers(paper, edition.booklet, review.age if review else None)
                found += misread
                if review is not None and not found:
                    found += self._clash(_Ready(paper, review, edition, walked, before))
            yield from found

    def _edition(self, paper: Paper, before: BookletOnFile | None) -> Edition | None:
        """The edition named, else the one imported under before, else the newest."""
        published = self._editions.get(paper.booklet)
        if not published:
            return None
        if paper.about.edition is not None:
            return published.get(paper.about.edition)
        if before is not None and before.source == IMPORT:
            return editions.fetch_edition(self._tx, before.edition_id)
        return published[max(published)]

    def _misplaced(self, paper: Paper, review: ReviewOnFile | None) -> Iterator[Fault]:
        if paper.child_ref not in self._reviews:
            yield Fault(paper.number, "child_ref", "This child is not known. Import the child's review first.")
        elif review is None:
            yield Fault(paper.number, "review_date", "This child has no review on this day.")
        elif review.age < YOUNGEST:
            sentence = f"The child is {review.age} on the day of the review. Booklets are for children from {YOUNGEST}."
            yield Fault(paper.number, "child_ref", sentence)

    def _unpublished(self, paper: Paper, edition: Edition | None) -> Iterator[Fault]:
        published = self._editions.get(paper.booklet)
        if not published:
            sentence = f"No booklet with this key is published. There are {', '.join(self._editions) or 'none'}."
            yield Fault(paper.number, "booklet", sentence)
        elif edition is None:
            yield Fault(paper.number, "edition", f"There is no such edition. The newest is {max(published)}.")

    def _clash(self, ready: _Ready) -> Iterator[Fault]:
        """Nothing where the booklet can be written or is kept already, which are told apart here."""
        if ready.before is None:
            self.ready.append(ready)
            return
        kept = Kept.read(self._tx, ready.before, ready.review.key)
        if was_kept_alike(ready.paper, ready.walked, ready.edition, kept):
            return
        number = ready.paper.number
        if kept.sent and kept.by_child:
            sentence = "The child has sent this booklet on screen. An import never takes its place: leave its rows out."
            yield Fault(number, "", sentence)
        elif kept.by_child and not self._replace:
            sentence = "The child has begun this booklet on screen. Only --replace puts the paper in its place."
            yield Fault(number, "", sentence)
        elif kept.sent and not self._replace:
            sentence = "This booklet is there already with other answers. Only --replace puts this file in its place."
            yield Fault(number, "", sentence)
        else:
            self.ready.append(ready)


def _keep(tx: Transaction, ready: _Ready) -> None:
    sent_at = when_sent(ready.paper.about.submitted_on, tx.now)
    then = dataclasses.replace(tx, now=sent_at)
    conversation_id, public_id, language = _begin(then, ready, tx.now)
    for sequence, turn in enumerate(ready.walked.turns, start=1):
        conversations.add_line(
            then,
            conversation_id,
            public_id,
            ready.review.key,
            sequence=sequence,
            question=turn.question.key,
            said=turn.answer,
            form_key=IMPORT,
            language=language,
        )
    send_imported(
        tx,
        ready.edition,
        ready.walked,
        conversation_id=conversation_id,
        review_id=ready.review.id,
        age=ready.review.age,
        band=ready.review.band,
        language=language,
    )


def _begin(then: Transaction, ready: _Ready, now: dt.datetime) -> tuple[int, str, str]:
    """The conversation that the answers go into, marked as sent; its id, public id and language."""
    about, before = ready.paper.about, ready.before
    language = about.language or (before.language if before else "en")
    helped_by = about.helped_by or (before.helped_by if before else "unknown")
    if before is None:
        conversation_id, public_id = conversations.add_conversation(
            then,
            ready.review.child_id,
            ready.review.id,
            ready.edition,
            source=IMPORT,
            language=language,
            helped_by=helped_by,
        )
    else:
        conversation_id, public_id = before.id, before.public_id
        conversations.drop_lines(then, conversation_id)
    length = len(ready.walked.turns)
    conversations.change_conversation(
        then,
        conversation_id,
        edition_id=ready.edition.id,
        source=IMPORT,
        language=language,
        helped_by=helped_by,
        read_out=about.read_out or (before.read_out if before else "ask"),
        quote=about.quote or (before and before.quote) or "no",
        sent_at=then.now,
        changed_at=now if before and before.sent_at else None,
        sent_sequence=length,
        first_sent_sequence=length,
    )
    return conversation_id, public_id, language
