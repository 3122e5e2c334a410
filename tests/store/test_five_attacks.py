"""Five things that somebody with the database, but without the keys, might do to a child's answers."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select, update

from consult.actions import reading
from consult.store.database import Store
from consult.store.sealing import Unopened
from consult.store.tables import answer, conversation, review
from tests.actions.deeds import begin, send_all
from tests.fixtures.cast import Cast, add_invited
from tests.store.tampering import tampering

WORDS = "the swing by the river"


class Desk:
    """Sam's and Maya's sent answers, and the stranger's child's, open to tampering."""

    def __init__(self, connection: Connection, ours: int, theirs: int) -> None:
        self.connection = connection
        self.mayas, self.sams = self._answers(ours, "about-me-11-plus"), self._answers(ours, "about-me-under-11")
        self.theirs = self._answers(theirs, "about-me-11-plus")

    def _answers(self, owner: int, booklet: str) -> list[Any]:
        wanted = select(answer).join(conversation, conversation.c.id == answer.c.conversation_id)
        mine = wanted.where(answer.c.authority_id == owner, conversation.c.booklet == booklet)
        return list(self.connection.execute(mine.where(answer.c.sealed.is_not(None)).order_by(answer.c.id)))

    def change(self, row: Any, **values: Any) -> None:
        self.connection.execute(update(answer).where(answer.c.id == row.id).values(values))


def swap(desk: Desk) -> None:
    """Two answers of one child change places."""
    one, other = desk.mayas[:2]
    desk.change(one, sealed=other.sealed)
    desk.change(other, sealed=one.sealed)


def move(desk: Desk) -> None:
    """An answer goes to another child."""
    desk.change(desk.mayas[0], sealed=desk.sams[0].sealed)


def relabel(desk: Desk) -> None:
    """An answer pretends to be to another question, or of another turn."""
    last = desk.mayas[-1]
    row = {name: value for name, value in last._mapping.items() if name != "id"}
    desk.connection.execute(
        update(conversation).where(conversation.c.id == last.conversation_id).values(sent_sequence=99)
    )
    desk.connection.execute(insert(answer), row | {"sequence": last.sequence + 1, "question": desk.mayas[0].question})


def flip(desk: Desk) -> None:
    """One bit of one answer changes."""
    sealed = bytearray(desk.mayas[0].sealed)
    sealed[len(sealed) // 2] ^= 1
    desk.change(desk.mayas[0], sealed=bytes(sealed))


def bring_from_another_authority(desk: Desk) -> None:
    """An answer comes from another authority, and its review's key with it."""
    desk.change(desk.mayas[0], sealed=desk.theirs[0].sealed)
    keys = [
        desk.connection.execute(
            select(review.c.id, review.c.wrapped_key)
            .join(conversation, conversation.c.review_id == review.c.id)
            .where(conversation.c.id == row.conversation_id)
        ).one()
        for row in (desk.mayas[0], desk.theirs[0])
    ]
    change = update(review).where(review.c.id == keys[0].id).values(wrapped_key=keys[1].wrapped_key)
    desk.connection.execute(change)


@pytest.fixture
def said(store: Store, cast: Cast) -> Cast:
    """Three children of two authorities have sent a booklet."""
    other = add_invited(store, cast.stranger, "R-900", "Otto", cast.maya.born)
    for who in (cast.sam, cast.maya, other):
        send_all(store, begin(store, who), WORDS)
    return cast


@pytest.mark.parametrize("attack", [swap, move, relabel, flip, bring_from_another_authority])
def test_it_is_noticed_and_nothing_is_shown(store: Store, said: Cast, attack: Callable[[Desk], None]) -> None:
    opened = reading.read_review(store, said.officer, said.maya.review_id)
    words = {line.answer.words for booklet in opened.booklets for line in booklet.lines.values() if line.answer}
    assert WORDS in words, "the control: untouched, it opens"
    with tampering(store) as connection:
        attack(Desk(connection, said.authority_id, said.stranger.authority_id))
    with pytest.raises(Unopened):
        reading.read_review(store, said.officer, said.maya.review_id)
