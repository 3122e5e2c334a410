"""What the desk's values work out for themselves."""

import datetime as dt

import pytest
from markupsafe import Markup

from consult.web.desk.pages import Card, Child, Row, State
from consult.web.desk.sent_pages import Answered, Part, Sent

CHILD = Child("c", "2150", "Ava", 6)


def row(code: str, *, read: bool = False, held: bool = False) -> Row:
    return Row("r", dt.date(2026, 11, 23), "second", CHILD, State(code, read=read), held=held)


def sent(*answers: Answered) -> Sent:
    moment = dt.datetime(2026, 11, 19, 18, 12)
    return Sent("k", "About me", 1, "under-11", moment, (Part("Home", answers[:1]), Part("School", answers[1:])))


@pytest.mark.parametrize(
    ("code", "action"),
    [
        ("not_invited", "invite"),
        ("invited", "card"),
        ("started", "card"),
        ("sent", "read"),
        ("changed", "read"),
        ("declined", "open"),
        ("too_young", "open"),
        ("no_booklet", "open"),
    ],
)
def test_each_state_has_its_button(code: str, action: str) -> None:
    assert row(code).action == action


def test_what_was_read_is_only_opened() -> None:
    assert row("sent", read=True).action == "open"


def test_a_held_review_is_read_but_neither_invited_nor_given_a_card() -> None:
    assert [row(code, held=True).action for code in ("sent", "not_invited", "invited")] == ["read", "open", "open"]


def test_a_skip_is_neither_given_nor_kept_back() -> None:
    booklet = sent(
        Answered("One?", words="yes"),
        Answered("Two?", words="no", kept_back=True),
        Answered("Three?", skipped=True, kept_back=True),
    )
    assert (booklet.given, booklet.kept_back) == (2, 1)


def test_one_concern_marks_the_booklet() -> None:
    assert not sent(Answered("One?", words="yes")).marked
    assert sent(Answered("One?", words="yes"), Answered("Two?", words="no", concern="Why.")).marked


def test_a_card_number_stands_in_fours() -> None:
    assert Card("Ava", "482910375516", Markup("<svg></svg>"), "booklet.example").fours == "4829 1037 5516"
