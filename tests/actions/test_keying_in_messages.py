"""A booklet for any time on paper becomes a message of that child: once, unread, in the paper's language."""

from typing import Any

import pytest

from consult.actions import messaging
from consult.actions.keying_in import Paper, key_in_paper
from consult.actions.keying_in_messages import key_in_message
from consult.actions.paper_twin import print_paper
from consult.actions.refusals import NotThere, Refused
from consult.booklet.answers import Answer, Given
from consult.store.database import Store
from consult.store.ids import paper_code
from consult.store.messages import Message, list_messages
from tests.actions.deeds import Watch
from tests.actions.test_keying_in import DAY
from tests.fixtures.cast import Cast
from tests.web.talk.test_languages import turn_on

WORDS = "its to loud\n at nite"


def told(**changes: Any) -> Paper:
    """What Sam complains of."""
    given = {"complaint_words": Given(words=WORDS), "complaint_helper": Given(picked=("yes",))}
    return Paper("complain", 1, DAY, changes.pop("given", given), **changes)


def list_mine(store: Store, cast: Cast) -> list[Message]:
    with store.reading(cast.authority_id) as tx:
        return list(list_messages(tx, cast.officer.id))


def test_it_comes_in_as_an_unread_message(store: Store, cast: Cast) -> None:
    watch = Watch(store, cast.authority_id)
    key_in_message(store, cast.officer, cast.sam.review_id, told(helped_by="carer"))
    (row,) = watch.rows
    assert (row["deed"], row["detail"]) == ("key_in_message", {"edition": 1})
    (message,) = list_mine(store, cast)
    assert (message.first_name, message.sent_at.date(), message.read_at) == ("Sam", DAY, None)
    booklet = messaging.read_message(store, cast.officer, message.public_id).booklet
    assert (booklet.source, booklet.helped_by, booklet.language) == ("paper", "carer", "en")
    assert booklet.lines["complaint_words"].answer == Answer(words=WORDS)
    assert booklet.lines["complaint_wish"].answer is None
    assert booklet.finals["complaint_helper"].options == "yes"


def test_the_very_same_is_kept_once_and_another_beside_it(store: Store, cast: Cast) -> None:
    for paper in (told(), told(), told(given={"complaint_words": Given(words="more")})):
        key_in_message(store, cast.officer, cast.sam.review_id, paper)
    assert len(list_mine(store, cast)) == 2


def test_the_papers_language_goes_with_every_answer(store: Store, cast: Cast) -> None:
    turn_on(store, cast.authority_id, "pl")
    key_in_message(store, cast.officer, cast.sam.review_id, told(language="pl"))
    (message,) = list_mine(store, cast)
    booklet = messaging.read_message(store, cast.officer, message.public_id).booklet
    assert (booklet.language, {line.language for line in booklet.lines.values()}) == ("pl", {"pl"})
    assert booklet.finals["complaint_words"].mood == "not_assessed"


def test_a_language_turned_off_since_can_be_keyed_in_but_not_printed(store: Store, cast: Cast) -> None:
    turn_on(store, cast.authority_id)
    key_in_message(store, cast.officer, cast.sam.review_id, told(language="ar"))
    for paper in (told(language="ar"), told(language="xx")):
        with pytest.raises(NotThere):
            print_paper(store, cast.officer, cast.sam.review_id, "complain", 1, paper.language)
    with pytest.raises(NotThere):
        key_in_message(store, cast.officer, cast.sam.review_id, told(language="xx"))


def test_the_code_is_the_childs(store: Store, cast: Cast) -> None:
    twin = print_paper(store, cast.officer, cast.sam.review_id, "complain", 1)
    assert paper_code(twin.code_of) == paper_code(cast.sam.child_id)
    assert print_paper(store, cast.officer, cast.sam.review_id).code_of == cast.sam.review_id


def test_only_the_officer_and_only_what_is_for_any_time(store: Store, cast: Cast) -> None:
    review_id = cast.sam.review_id
    for who in (cast.colleague, cast.stranger, cast.manager):
        with pytest.raises(NotThere):
            key_in_message(store, who, review_id, told())
    with pytest.raises(NotThere):
        key_in_paper(store, cast.officer, review_id, told())
    with pytest.raises(NotThere):
        key_in_message(store, cast.officer, review_id, Paper("about-me-under-11", 1, DAY, {}))
    with pytest.raises(Refused, match="nothing_typed"):
        key_in_message(store, cast.officer, review_id, told(given={}))
    assert list_mine(store, cast) == []
