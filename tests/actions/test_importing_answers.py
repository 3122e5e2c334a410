import datetime as dt
import time
from dataclasses import replace

import pytest
from sqlalchemy import select

from consult.actions.importing import Faulty, Imported, import_answers, import_reviews
from consult.actions.publishing import publish
from consult.booklet.answers import Answer
from consult.booklet.model import Option
from consult.store.editions import find_newest
from consult.store.tables import answer
from tests.actions.deeds import Watch
from tests.actions.papers import ACTOR, MAYA, SAID, bring, faults_of, only_booklet, rows_of, said_in
from tests.actions.rows import csv_of


def test_a_paper_booklet_counts_as_sent(store, cast):
    watch = Watch(store, cast.authority_id)
    assert bring(store, cast, rows_of(SAID)) == Imported(1, 0, 0)
    assert watch.rows[0]["detail"] == {"new": 1, "changed": 0, "as_before": 0}
    booklet = only_booklet(store, cast)
    assert (booklet.source, booklet.language, booklet.helped_by) == ("import", "en", "unknown")
    assert (booklet.read_out, booklet.quote, booklet.changed_at) == ("ask", "no", None)
    assert booklet.sent_at == dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
    assert said_in(booklet) == {
        "going_now": Answer(("7",)),
        "gone_well": None,
        "happy_home": Answer(("no",)),
        "happy_home_more": Answer(words='They said "wait", and I waited.\nA lot.'),
        "review_wishes": Answer(("advocate", "chair"), "at the park"),
    }
    finals = booklet.finals
    assert set(finals) == set(SAID), "a question without a row was not asked"
    assert (finals["gone_well"].state, finals["happy_home"].options) == ("skipped", "no")
    assert finals["review_wishes"].options == "advocate|chair|other"
    assert finals["happy_home_more"].mood != ""


def test_noon_is_noon_in_london(store, cast):
    bring(store, cast, rows_of({"going_now": "7"}, submitted_on="2026-07-01"))
    assert only_booklet(store, cast).sent_at == dt.datetime(2026, 7, 1, 11, tzinfo=dt.UTC)


def test_what_every_row_says_alike(store, cast):
    about = {"language": "pl", "helped_by": "carer", "read_out": "yes", "quote": "yes", "edition": "1"}
    bring(store, cast, rows_of({"going_now": "7", "gone_well_more": "dom", "gone_well": "yes"}, **about))
    booklet = only_booklet(store, cast)
    assert (booklet.language, booklet.helped_by) == ("pl", "carer")
    assert (booklet.read_out, booklet.quote, booklet.edition.number) == ("yes", "yes", 1)
    assert booklet.finals["gone_well_more"].mood == "not_assessed"


def test_two_booklets_of_one_file_are_told_apart(store, cast):
    sam = {"child_ref": "R-100", "booklet": "about-me-under-11"}
    rows = [*rows_of({"going_now": "7"}), *rows_of({"feel_today": "ok"}, **sam), *rows_of({"gone_well": "no"})]
    assert bring(store, cast, rows) == Imported(2, 0, 0)
    assert set(only_booklet(store, cast).lines) == {"going_now", "gone_well"}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"happy_home_more": "why"}, [(2, "question")]),
        ({"happy_home_more": "why", "happy_home": ""}, [(2, "question")]),
        ({"happy_home": "yes", "happy_home_more": "why"}, [(3, "question")]),
        ({"happy_home": "maybe", "happy_home_more": "why"}, [(2, "answer")]),
        ({"bullying_enough_done": "no", "bullying": "no"}, [(2, "question")]),
        ({"leaving_help": "no", "leaving_more": "money"}, [(2, "question"), (3, "question")]),
        ({"colour": "red"}, [(2, "question")]),
        ({"going_now": "11"}, [(2, "answer")]),
        ({"going_now": "a lot"}, [(2, "answer")]),
        ({"happy_home": "yes|no"}, [(2, "answer")]),
        ({"review_wishes": "none|chair"}, [(2, "answer")]),
        ({"review_wishes": "|"}, [(2, "answer")]),
        ({"happy_home": "no", "happy_home_more": "x" * 20_001}, [(3, "answer")]),
        ({"review_people": "mum"}, [(2, "answer")]),
        ({"review_people": "other:" + "x" * 61 + ":come"}, [(2, "answer")]),
        (
            {"going_now": "11", "colour": "", "happy_home_more": "why"},
            [(2, "answer"), (3, "question"), (4, "question")],
        ),
    ],
)
def test_an_answer_that_could_not_have_been_given(store, cast, said, found):
    assert faults_of(store, cast, rows_of(said)) == found


@pytest.mark.parametrize(
    ("about", "column"),
    [
        ({"child_ref": ""}, "child_ref"),
        ({"child_ref": "R-999"}, "child_ref"),
        ({"review_date": "2026-12-09"}, "review_date"),
        ({"review_date": "tomorrow"}, "review_date"),
        ({"booklet": "about-us"}, "booklet"),
        ({"booklet": ""}, "booklet"),
        ({"submitted_on": "2026-11-22"}, "submitted_on"),
        ({"submitted_on": "1989-11-22"}, "submitted_on"),
        ({"submitted_on": ""}, "submitted_on"),
        ({"edition": "2"}, "edition"),
        ({"edition": "first"}, "edition"),
        ({"language": "Polish"}, "language"),
        ({"helped_by": "mum"}, "helped_by"),
        ({"read_out": "maybe"}, "read_out"),
        ({"quote": "ask"}, "quote"),
    ],
)
def test_a_wrong_cell_is_told_by_row_and_column(store, cast, about, column):
    assert faults_of(store, cast, rows_of({"going_now": "7"}, **about)) == [(2, column)]
    assert bring(store, cast, rows_of({"going_now": "7"})) == Imported(1, 0, 0)


def test_a_question_without_its_name(store, cast):
    assert faults_of(store, cast, rows_of({"": "7"})) == [(2, "question")]


@pytest.mark.parametrize("column", ["submitted_on", "language", "helped_by", "read_out", "quote", "edition"])
def test_rows_of_one_booklet_that_disagree(store, cast, column):
    alike = {"submitted_on": "2026-11-20", "language": "en", "helped_by": "alone", "read_out": "yes", "quote": "no"}
    one, other = rows_of({"going_now": "7", "gone_well": "no"}, **alike, edition="1")
    other[column] = {"language": "pl", "helped_by": "carer", "read_out": "no", "quote": "yes", "edition": ""}.get(
        column, "2026-11-19"
    )
    assert faults_of(store, cast, [one, other]) == [(3, column)]


def test_a_question_twice_in_one_booklet(store, cast):
    assert faults_of(store, cast, rows_of({"going_now": "7"}) * 2) == [(3, "question")]


def test_a_row_left_out_for_a_fault_of_its_own_does_not_spoil_the_next(store, cast):
    one, other = rows_of({"happy_home": "no", "happy_home_more": "why"})
    assert faults_of(store, cast, [one | {"submitted_on": ""}, other]) == [(2, "submitted_on")]


def test_a_child_under_four(store, cast):
    tom = (
        "child_ref,first_name,date_of_birth,review_date,kind,iro,participation_code,held_on\n"
        "C-9,Tom,2023-01-01,2026-11-02,initial,,,\n"
    )
    import_reviews(store, cast.authority_id, ACTOR, tom)
    rows = rows_of({"going_now": "7"}, child_ref="C-9", review_date="2026-11-02")
    assert faults_of(store, cast, rows) == [(2, "child_ref")]


def test_another_authority_has_other_children(store, cast):
    with pytest.raises(Faulty):
        import_answers(store, cast.stranger.authority_id, ACTOR, csv_of(*rows_of(SAID)))


def test_a_sentence_never_repeats_what_a_child_wrote(store, cast):
    secret = "my-secret-words"
    wrong = [
        *rows_of({"happy_home": secret, "going_now": secret, "review_wishes": secret, secret: secret}),
        MAYA | {"question": "gone_well", "booklet": secret, "submitted_on": secret},
        MAYA | {"question": "gone_well", "booklet": secret},
    ]
    with pytest.raises(Faulty) as caught:
        bring(store, cast, wrong)
    assert len(caught.value.faults) == 6
    assert secret not in " ".join(map(str, caught.value.faults))


def test_words_are_sealed(store, cast):
    bring(store, cast, rows_of({"review_people": "mum:come|other:findable:not"}))
    with store.reading(cast.authority_id) as tx:
        kept = tx.run(select(answer.c.sealed).where(answer.c.authority_id == cast.authority_id)).scalars()
        assert all(b"findable" not in sealed for sealed in kept if sealed)


def test_a_new_edition_is_the_one_that_paper_is_read_by(store, cast):
    with store.reading(cast.authority_id) as tx:
        booklet = find_newest(tx, "about-me-11-plus").booklet
    home = booklet.section_of("happy_home")
    question = booklet.find("happy_home")
    wider = replace(question, options=(*question.options, Option("mostly", "Mostly")))
    section = replace(home, questions=tuple(wider if each is question else each for each in home.questions))
    publish(
        store, cast.authority_id, ACTOR,
        replace(booklet, sections=tuple(section if each is home else each for each in booklet.sections)),
    )  # fmt: skip
    mostly = rows_of({"happy_home": "mostly"})
    assert faults_of(store, cast, [row | {"edition": "1"} for row in mostly]) == [(2, "answer")]
    assert bring(store, cast, mostly) == Imported(1, 0, 0)
    assert only_booklet(store, cast).edition.number == 2


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_five_thousand_rows_take_seconds(store, cast):
    children = 340
    header = "child_ref,first_name,date_of_birth,review_date,kind,iro,participation_code,held_on\n"
    lines = [f"B-{n},Kim,2012-01-01,2026-11-02,subsequent,,,\n" for n in range(children)]
    import_reviews(store, cast.authority_id, ACTOR, header + "".join(lines))
    with store.reading(cast.authority_id) as tx:
        booklet = find_newest(tx, "about-me-11-plus").booklet
    asked = [question.key for question in booklet if not question.only_if and question.fits_age(14)]
    rows = [
        row
        for n in range(children)
        for row in rows_of(dict.fromkeys(asked, "") | {"going_now": "7"}, child_ref=f"B-{n}", review_date="2026-11-02")
    ]
    assert len(rows) >= 5_000
    began = time.perf_counter()
    assert bring(store, cast, rows) == Imported(children, 0, 0)
    assert time.perf_counter() - began < 15  # two seconds alone; machines are shared
