"""Short ways through the deeds that tests need before the one they are about."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from consult.actions import entering, inviting, recording, sending, talking
from consult.actions.standing import Standing, stand, take_seat
from consult.actions.talking import Kept
from consult.booklet.answers import Given
from consult.booklet.kinds import KINDS
from consult.booklet.model import Question
from consult.store.children import find_child
from consult.store.database import Store
from consult.store.invitations import Invitation, list_invitations_of_child
from consult.store.tables import audit
from consult.store.visits import VisitKey
from tests.fixtures.cast import Cast, Invited

PICTURES = ("sun", "boat", "key")
OTHER_PICTURES = ("sun", "boat", "cup")


def come_in(store: Store, who: Invited) -> VisitKey:
    """With the card and the secret pictures, chosen the first time."""
    visit = entering.enter_with_card(store, who.card)
    with store.reading(visit.authority_id) as tx:
        child = find_child(tx, who.child_id)
    assert child is not None
    if child.has_pictures:
        return entering.enter_pictures(store, visit, PICTURES)
    entering.choose_avatar(store, visit, "fox")
    return entering.choose_pictures(store, visit, PICTURES)


def list_invitations(store: Store, authority_id: int, who: Invited) -> list[Invitation]:
    """The child's invitations."""
    with store.reading(authority_id) as tx:
        child = find_child(tx, who.child_id)
        assert child is not None
        return list(list_invitations_of_child(tx, child.id))


def begin(store: Store, who: Invited) -> VisitKey:
    """Come in and sit down to the only booklet."""
    visit = come_in(store, who)
    (invited,) = list_invitations(store, visit.authority_id, who)
    talking.open_booklet(store, visit, invited.public_id)
    return visit


def where(store: Store, visit: VisitKey) -> Standing:
    """How the conversation stands."""
    with store.reading(visit.authority_id) as tx:
        return stand(tx, take_seat(tx, visit))


def waiting(store: Store, visit: VisitKey) -> Question:
    """The question that waits for an answer."""
    question = where(store, visit).walk.waiting
    assert question is not None
    return question


def say(
    store: Store,
    visit: VisitKey,
    question: str,
    *picked: str,
    words: str = "",
    form_key: str = "form",
    fields: Mapping[str, str] | None = None,
) -> Kept:
    """Answer a question by its key."""
    place, given = where(store, visit).place_of(question), Given(picked, words, fields or {})
    return talking.answer(store, visit, place, given, form_key)


def talk_through(store: Store, visit: VisitKey, words: str = "I like the garden") -> None:
    """Answer whatever waits: the first option, that the first person comes, or these words."""
    while (question := where(store, visit).walk.waiting) is not None:
        options = KINDS[question.kind].options(question)
        if question.kind == "people":
            say(store, visit, question.key, form_key=question.key, fields={f"who-{options[0].key}": "come"})
        elif options:
            say(store, visit, question.key, options[0].key, form_key=question.key)
        else:
            say(store, visit, question.key, words=words, form_key=question.key)


def send_all(store: Store, visit: VisitKey, words: str = "I like the garden") -> None:
    """Talk to the end and send; all may be read out."""
    talk_through(store, visit, words)
    sending.send(store, visit, "yes", [], "no")


def second_booklet(store: Store, cast: Cast) -> VisitKey:
    """Sam has sent a booklet, and sits down to the next review's."""
    send_all(store, begin(store, cast.sam), words="my brother is far away")
    review_id = recording.add_review(store, cast.officer, cast.sam.child_id, dt.date(2027, 5, 4), "subsequent")
    inviting.invite(store, cast.officer, review_id)
    visit = come_in(store, cast.sam)
    newest = max(list_invitations(store, cast.authority_id, cast.sam), key=lambda each: each.review_day)
    talking.open_booklet(store, visit, newest.public_id)
    return visit


def list_audit(store: Store, authority_id: int) -> list[dict[str, Any]]:
    """Every audit row of an authority, first to last."""
    statement = select(audit).where(audit.c.authority_id == authority_id).order_by(audit.c.id)
    with store.reading(authority_id) as tx:
        return [dict(row._mapping, detail=json.loads(row.detail)) for row in tx.connection.execute(statement)]


class Watch:
    """Which deeds left an audit row since it was made."""

    def __init__(self, store: Store, authority_id: int) -> None:
        self.store, self.authority_id = store, authority_id
        self.before = len(list_audit(store, authority_id))

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The new rows."""
        return list_audit(self.store, self.authority_id)[self.before :]

    @property
    def deeds(self) -> list[str]:
        """The new rows' deeds."""
        return [row["deed"] for row in self.rows]
