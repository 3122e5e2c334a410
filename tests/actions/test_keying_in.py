"""Keying in what a child wrote on paper: all or nothing, append-only, never over what the child sent."""

import dataclasses
import datetime as dt
from typing import Any

import pytest
from sqlalchemy import select

from consult.actions import reading, recording, sending
from consult.actions.keying_in import NotSound, Paper, key_in_paper
from consult.actions.paper_twin import fetch_blank, list_blanks, print_paper
from consult.actions.refusals import NotThere, Refused
from consult.booklet.answers import Answer, Given
from consult.store import editions
from consult.store.conversations import list_lines
from consult.store.database import Store
from consult.store.ids import is_paper_code, paper_code
from consult.store.sent import SentBooklet
from consult.store.tables import answer, conversation, final_answer
from tests.actions.deeds import Watch, begin, list_invitations, say, send_all, where
from tests.actions.rows import count_rows
from tests.fixtures.cast import Cast, Invited

DAY = dt.date(2026, 11, 18)
WORDS = "i want a dog\n  realy"


def paper(**changes: Any) -> Paper:
    """Sam's booklet, some of it filled in."""
    given = {
        "feel_today": Given(picked=("ok",)),
        "home_likes": Given(picked=("pets", "food"), words="the swing"),
        "happy_home": Given(picked=("no",)),
        "happy_home_more": Given(words=WORDS),
        "school_well": Given(picked=("",), words="  "),
    }
    return Paper("about-me-under-11", 1, DAY, changes.pop("given", given), **changes)


def fetch_sent(store: Store, cast: Cast, who: Invited) -> SentBooklet:
    """The one booklet that adults may read."""
    (booklet,) = reading.read_review(store, cast.officer, who.review_id).booklets
    return booklet


def rows_of(store: Store, cast: Cast, table: Any) -> list[Any]:
    """Every row that the authority has in a table."""
    with store.reading(cast.authority_id) as tx:
        return list(tx.run(select(table).where(table.c.authority_id == cast.authority_id).order_by(table.c.id)))


def test_a_paper_booklet_comes_in_as_sent_on_its_day(store: Store, cast: Cast) -> None:
    watch = Watch(store, cast.authority_id)
    key_in_paper(store, cast.officer, cast.sam.review_id, paper(helped_by="carer", quote="yes"))
    (row,) = watch.rows
    assert (row["deed"], row["actor"], row["detail"]) == (
        "key_in_paper",
        cast.officer.public_id,
        {"edition": 1, "replaced": 0},
    )
    booklet = fetch_sent(store, cast, cast.sam)
    assert (booklet.source, booklet.helped_by, booklet.read_out, booklet.quote) == ("paper", "carer", "ask", "yes")
    assert (booklet.sent_at.date(), booklet.changed_at) == (DAY, None)
    assert booklet.lines["home_likes"].answer == Answer(picked=("food", "pets"), words="the swing")
    assert booklet.lines["happy_home_more"].answer == Answer(words=WORDS)
    assert booklet.lines["school_well"].answer is None
    assert "school_more" not in booklet.lines
    assert {line.helped_by for line in booklet.lines.values()} == {"carer"}


def test_reports_count_it_like_any_other(store: Store, cast: Cast) -> None:
    key_in_paper(store, cast.officer, cast.sam.review_id, paper())
    finals = {row.question: row for row in rows_of(store, cast, final_answer)}
    assert (finals["happy_home"].options, finals["happy_home"].band) == ("no", "under-11")
    assert finals["school_well"].state == "skipped"
    assert finals["happy_home_more"].mood != ""


@pytest.mark.parametrize(
    ("read_out", "held_back", "kept"),
    [
        ("yes", ["feel_today"], ("yes", set())),
        ("some", ["feel_today", "school_well"], ("yes", {"feel_today"})),
        ("no", [], ("no", set())),
        ("", ["feel_today"], ("ask", set())),
    ],
)
def test_what_is_ticked_about_reading_out_holds(
    store: Store, cast: Cast, read_out: str, held_back: list[str], kept: tuple[str, set[str]]
) -> None:
    key_in_paper(store, cast.officer, cast.sam.review_id, paper(read_out=read_out, held_back=held_back))
    booklet = fetch_sent(store, cast, cast.sam)
    assert (booklet.read_out, set(booklet.held_back), booklet.quote) == (*kept, "no")


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({"happy_home": Given(picked=("yes",))}, {"happy_home_more": "not_asked"}),
        ({"happy_home": Given()}, {"happy_home_more": "not_asked"}),
        ({"feel_today": Given(picked=("ok", "mix"))}, {"feel_today": "one_only"}),
        ({"happy_home": Given(picked=("perhaps",))}, {"happy_home": "unknown_option"}),
        ({"home_likes": Given(picked=("none", "food"))}, {"home_likes": "exclusive"}),
        ({"happy_home_more": Given(words="a" * 20_001)}, {"happy_home_more": "too_long"}),
    ],
)
def test_an_answer_that_cannot_stand_keeps_everything_out(
    store: Store, cast: Cast, changes: dict[str, Given], faults: dict[str, str]
) -> None:
    before = count_rows(store, cast.authority_id)
    with pytest.raises(NotSound) as refusal:
        key_in_paper(store, cast.officer, cast.sam.review_id, paper(given=dict(paper().given) | changes))
    assert refusal.value.faults == faults
    assert "dog" not in str(refusal.value)
    assert count_rows(store, cast.authority_id) == before


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"given": {}}, "nothing_typed"),
        ({"given": {"happy_home_more": Given(words=" \n")}}, "nothing_typed"),
        ({"read_out": "some"}, "some_without_numbers"),
        ({"read_out": "some", "held_back": ["school_well", "nonsense"]}, "some_without_numbers"),
    ],
)
def test_what_is_missing_is_said(store: Store, cast: Cast, changes: dict[str, Any], reason: str) -> None:
    before = count_rows(store, cast.authority_id)
    with pytest.raises(Refused, match=f"^{reason}$"):
        key_in_paper(store, cast.officer, cast.sam.review_id, paper(**changes))
    assert count_rows(store, cast.authority_id) == before


def test_the_day_on_the_paper_is_not_to_come(store: Store, cast: Cast) -> None:
    today = dataclasses.replace(paper(), written_on=dt.date(2026, 11, 21))
    tomorrow = dataclasses.replace(paper(), written_on=dt.date(2026, 11, 22))
    with pytest.raises(Refused, match="paper_in_future"):
        key_in_paper(store, cast.officer, cast.sam.review_id, tomorrow)
    key_in_paper(store, cast.officer, cast.sam.review_id, today)


def test_what_the_child_sent_stays(store: Store, cast: Cast) -> None:
    send_all(store, begin(store, cast.sam))
    before = count_rows(store, cast.authority_id)
    with pytest.raises(Refused, match="sent_on_screen"):
        key_in_paper(store, cast.officer, cast.sam.review_id, paper(replace=True))
    assert count_rows(store, cast.authority_id) == before


def test_the_same_paper_twice_is_one(store: Store, cast: Cast) -> None:
    key_in_paper(store, cast.officer, cast.sam.review_id, paper())
    before = count_rows(store, cast.authority_id)
    key_in_paper(store, cast.officer, cast.sam.review_id, paper())
    assert count_rows(store, cast.authority_id) == before


def test_typing_again_needs_a_word_and_keeps_the_old_lines(store: Store, cast: Cast) -> None:
    key_in_paper(store, cast.officer, cast.sam.review_id, paper())
    old = rows_of(store, cast, answer)
    new = paper(given={"feel_today": Given(picked=("good",))})
    with pytest.raises(Refused, match="typed_before"):
        key_in_paper(store, cast.officer, cast.sam.review_id, new)
    key_in_paper(store, cast.officer, cast.sam.review_id, dataclasses.replace(new, replace=True))
    assert rows_of(store, cast, answer)[: len(old)] == old
    booklet = fetch_sent(store, cast, cast.sam)
    assert booklet.lines["feel_today"].answer == Answer(picked=("good",))
    assert booklet.lines["happy_home"].answer is None
    assert booklet.changed_at is not None
    assert {row.question for row in rows_of(store, cast, final_answer) if row.options} == {"feel_today"}


def test_what_was_begun_on_screen_gives_way_only_when_staff_say_so(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    say(store, visit, "feel_today", "mix")
    with pytest.raises(Refused, match="begun_on_screen"):
        key_in_paper(store, cast.officer, cast.sam.review_id, paper())
    key_in_paper(store, cast.officer, cast.sam.review_id, paper(replace=True))
    booklet = fetch_sent(store, cast, cast.sam)
    assert (booklet.source, booklet.lines["feel_today"].answer) == ("paper", Answer(picked=("ok",)))
    assert where(store, visit).talk.sent_at is not None


def test_once_the_child_has_sent_it_again_paper_never_takes_its_place(store: Store, cast: Cast) -> None:
    visit = begin(store, cast.sam)
    key_in_paper(store, cast.officer, cast.sam.review_id, paper(read_out="yes"))
    sending.send(store, visit, "no", [], "no")
    assert (fetch_sent(store, cast, cast.sam).source, fetch_sent(store, cast, cast.sam).read_out) == ("mixed", "no")
    with pytest.raises(Refused, match="sent_on_screen"):
        key_in_paper(store, cast.officer, cast.sam.review_id, paper(read_out="yes", replace=True))


def test_two_booklets_for_one_review_are_not_counted(store: Store, cast: Cast) -> None:
    key_in_paper(store, cast.officer, cast.sam.review_id, paper())
    other = Paper("about-me-11-plus", 1, DAY, {"going_now": Given(picked=("7",))}, replace=True)
    with pytest.raises(Refused, match="another_sent"):
        key_in_paper(store, cast.officer, cast.sam.review_id, other)


def test_what_the_officer_asked_stays_where_the_paper_is_silent(store: Store, cast: Cast) -> None:
    key_in_paper(store, cast.officer, cast.sam.review_id, paper())
    recording.record_asked(store, cast.officer, cast.sam.review_id, read_out=True)
    key_in_paper(store, cast.officer, cast.sam.review_id, paper(quote="yes", replace=True))
    booklet = fetch_sent(store, cast, cast.sam)
    assert (booklet.read_out, booklet.asked_at is not None) == ("yes", True)


def test_a_child_without_an_invitation_finds_it_on_the_own_page(store: Store, cast: Cast) -> None:
    born, on = dt.date(2016, 2, 3), dt.date(2026, 12, 1)
    review_id = recording.add_child(store, cast.officer, "R-800", "Ada", born, on, "second")
    key_in_paper(store, cast.officer, review_id, paper())
    child = reading.read_review(store, cast.officer, review_id).child
    ada = Invited(child.public_id, "R-800", "Ada", born, review_id, "")
    (invited,) = list_invitations(store, cast.authority_id, ada)
    assert (invited.source, invited.sent_at is not None) == ("paper", True)


def test_the_form_after_the_review_asks_no_consent(store: Store, cast: Cast) -> None:
    after = Paper("after-review", 1, DAY, {"listened_to": Given(picked=("yes",))}, read_out="yes", quote="yes")
    key_in_paper(store, cast.officer, cast.sam.review_id, after)
    booklet = fetch_sent(store, cast, cast.sam)
    assert (booklet.audience, booklet.read_out, booklet.quote) == ("after_review", "ask", "")


def test_an_older_edition_is_keyed_in_against_its_own_questions(store: Store, cast: Cast) -> None:
    with store.writing(cast.authority_id) as tx:
        newest = editions.find_newest(tx, "about-me-under-11")
        assert newest is not None
        shorter = dataclasses.replace(newest.booklet, sections=newest.booklet.sections[:1])
        editions.add_edition(tx, shorter, 2)
    second = dataclasses.replace(paper(), edition=2, given={"feel_today": Given(picked=("ok",))})
    key_in_paper(store, cast.officer, cast.sam.review_id, second)
    assert set(fetch_sent(store, cast, cast.sam).lines) == {"feel_today"}
    key_in_paper(store, cast.officer, cast.sam.review_id, paper(replace=True))
    assert fetch_sent(store, cast, cast.sam).edition.number == 1
    assert "happy_home_more" in fetch_sent(store, cast, cast.sam).lines


@pytest.mark.parametrize(("booklet", "edition"), [("about-me-under-11", 9), ("no-such", 1), ("", 0)])
def test_the_edition_must_be_there(store: Store, cast: Cast, booklet: str, edition: int) -> None:
    wrong = dataclasses.replace(paper(), booklet=booklet, edition=edition)
    if not booklet:
        assert print_paper(store, cast.officer, cast.sam.review_id).edition.booklet.key == "about-me-under-11"
        return
    for deed in (
        lambda: key_in_paper(store, cast.officer, cast.sam.review_id, wrong),
        lambda: print_paper(store, cast.officer, cast.sam.review_id, booklet, edition),
        lambda: fetch_blank(store, cast.officer, booklet, edition),
    ):
        with pytest.raises(NotThere):
            deed()


def test_only_the_childs_officer_may(store: Store, cast: Cast) -> None:
    for who in (cast.colleague, cast.stranger, cast.manager):
        with pytest.raises(NotThere):
            key_in_paper(store, who, cast.sam.review_id, paper())
        with pytest.raises(NotThere):
            print_paper(store, who, cast.sam.review_id)
    keys = [each.booklet.key for each in list_blanks(store, cast.colleague)]
    assert keys[:4] == ["about-me-11-plus", "about-me-under-11", "after-review", "tell-something"]


def test_under_four_there_is_no_booklet(store: Store, cast: Cast) -> None:
    born, on = dt.date(2023, 2, 3), dt.date(2026, 12, 1)
    review_id = recording.add_child(store, cast.officer, "R-801", "Bo", born, on, "second")
    for deed in (
        lambda: key_in_paper(store, cast.officer, review_id, paper()),
        lambda: print_paper(store, cast.officer, review_id),
    ):
        with pytest.raises(Refused, match="too_young"):
            deed()


def test_the_code_finds_its_review_and_no_other(cast: Cast) -> None:
    code = paper_code(cast.sam.review_id)
    assert len(code) == 7
    assert code[4] == "-"
    assert not set(code) & set("01ILO")
    for typed in (code, code.lower(), code.replace("-", " "), f"{code} · about-me-under-11 · edition 1"):
        assert is_paper_code(typed, cast.sam.review_id)
    assert not is_paper_code(code, cast.maya.review_id)
    assert not is_paper_code("", cast.sam.review_id)


def test_old_lines_can_still_be_opened(store: Store, cast: Cast) -> None:
    key_in_paper(store, cast.officer, cast.sam.review_id, paper())
    (row,) = rows_of(store, cast, conversation)
    visit = begin(store, cast.sam)
    with store.reading(cast.authority_id) as tx:
        lines = list_lines(tx, row.id, row.public_id, where(store, visit).talk.key)
    assert lines["happy_home_more"].answer == Answer(words=WORDS)
