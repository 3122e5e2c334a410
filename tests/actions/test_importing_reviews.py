import datetime as dt

import pytest

from consult.actions.importing import Imported, import_reviews
from consult.actions.staffing import add_staff
from consult.store.children import find_child_by_ref
from consult.store.invitations import list_invitations_of_review
from consult.store.reviews import find_review_on
from tests.actions.deeds import Watch, list_invitations
from tests.actions.review_files import ABE, ACTOR, IVY, bring, faults_of, find
from tests.actions.rows import count_rows, csv_of
from tests.fixtures.cast import REVIEW_DATE


def test_a_sound_file_comes_in_and_again_changes_nothing(store, cast):
    watch, before = Watch(store, cast.authority_id), count_rows(store, cast.authority_id)
    assert bring(store, cast, IVY, ABE) == Imported(2, 0, 0)
    after = count_rows(store, cast.authority_id)
    assert (after["child"] - before["child"], after["review"] - before["review"]) == (2, 2)
    review = find(store, cast, "C-1", dt.date(2026, 10, 1))
    assert (review.day, review.age, review.band) == (dt.date(2026, 10, 2), 12, "11-plus")
    assert (review.kind, review.officer_id, review.values["participation_code"]) == (
        "subsequent",
        cast.officer.id,
        "PN1",
    )
    with store.reading(cast.authority_id) as tx:
        assert find_child_by_ref(tx, "C-1").first_name == "Ivy"
    assert bring(store, cast, IVY, ABE) == Imported(0, 0, 2)
    assert [row["detail"] for row in watch.rows] == [
        {"new": 2, "changed": 0, "as_before": 0},
        {"new": 0, "changed": 0, "as_before": 2},
    ]
    assert count_rows(store, cast.authority_id) | {"audit": 0} == after | {"audit": 0}


@pytest.mark.parametrize(
    "spelled",
    [
        lambda text: text.encode("utf-8-sig"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("2014-05-06", "06/05/2014").replace("2026-10-01", "1/10/2026"),
        lambda text: text.replace("\n", "\n\n,,,,,,,\n"),
        lambda text: "\n".join(",".join(reversed(line.split(","))) for line in text.splitlines()),
        lambda text: text.replace("Ivy", '"Ivy"').replace("C-1,", " C-1 ,"),
    ],
    ids=[
        "bom bytes",
        "bom text",
        "crlf",
        "british dates",
        "empty rows",
        "columns in another order",
        "quotes and spaces",
    ],
)
def test_the_same_file_written_otherwise(store, cast, spelled):
    bring(store, cast, IVY, ABE)
    assert import_reviews(store, cast.authority_id, ACTOR, spelled(csv_of(IVY, ABE))) == Imported(0, 0, 2)


def test_what_changed_is_updated(store, cast):
    bring(store, cast, IVY, ABE)
    moved = ABE | {
        "held_on": "2026-11-20",
        "participation_code": "PN6",
        "kind": "final",
        "iro": "ben.cole@Larkshire.example",
    }
    assert bring(store, cast, IVY | {"first_name": "Ivana"}, moved) == Imported(0, 2, 0)
    review = find(store, cast, "C-2", dt.date(2026, 12, 1))
    assert (review.day, review.kind, review.officer_id) == (dt.date(2026, 11, 20), "final", cast.colleague.id)
    with store.reading(cast.authority_id) as tx:
        assert find_child_by_ref(tx, "C-1").first_name == "Ivana"


def test_optional_columns_come_in_and_stay_where_a_later_file_has_none(store, cast):
    more = {"team": "North", "out_of_area": "yes", "seen_beforehand": "alone", "chaired": "co", "late_reason": "ill"}
    bring(store, cast, IVY | more)
    assert bring(store, cast, IVY) == Imported(0, 0, 1)
    values = find(store, cast, "C-1", dt.date(2026, 10, 1)).values
    assert {name: values[name] for name in more} == more
    assert bring(store, cast, IVY | more | {"team": ""}) == Imported(0, 1, 0)
    assert find(store, cast, "C-1", dt.date(2026, 10, 1)).values["team"] == ""


def test_an_unknown_officer_is_kept_as_written_and_joined_when_added(store, cast):
    by_name, by_email = IVY | {"iro": "Nia Evans"}, ABE | {"iro": "Nia.Evans@larkshire.example"}
    bring(store, cast, by_name, by_email)
    review = find(store, cast, "C-1", dt.date(2026, 10, 1))
    assert (review.officer_id, review.officer_as_written) == (None, "Nia Evans")
    nia = add_staff(store, cast.authority_id, ACTOR, "nia.evans@larkshire.example", "Nia Evans", ["officer"], "x")
    assert find(store, cast, "C-1", dt.date(2026, 10, 1)).officer_id == nia.id
    assert find(store, cast, "C-2", dt.date(2026, 12, 1)).officer_id == nia.id
    assert bring(store, cast, by_name, by_email) == Imported(0, 0, 2)


def test_a_blank_officer_leaves_the_review_with_whoever_has_it(store, cast):
    bring(store, cast, IVY)
    assert bring(store, cast, IVY | {"iro": ""}) == Imported(0, 0, 1)
    assert find(store, cast, "C-1", dt.date(2026, 10, 1)).officer_id == cast.officer.id


def test_a_reference_lets_a_review_move(store, cast):
    with_ref = ABE | {"review_ref": "R-77"}
    bring(store, cast, ABE)
    assert bring(store, cast, with_ref) == Imported(0, 1, 0), "a review known by its day takes on the reference"
    assert bring(store, cast, with_ref | {"review_date": "2027-01-05"}) == Imported(0, 1, 0)
    assert find(store, cast, "C-2", dt.date(2026, 12, 1)) is None
    assert find(store, cast, "C-2", dt.date(2027, 1, 5)).ref == "R-77"


def test_a_new_review_can_take_the_day_that_another_leaves(store, cast):
    first = ABE | {"review_ref": "R-1"}
    bring(store, cast, first)
    second = ABE | {"review_ref": "R-2"}
    assert bring(store, cast, second, first | {"review_date": "2027-01-05"}) == Imported(1, 1, 0)


def test_a_child_with_a_card_is_asked_how_the_review_was(store, cast):
    sam = {
        "child_ref": cast.sam.ref,
        "first_name": "Sam",
        "date_of_birth": cast.sam.born.isoformat(),
        "review_date": REVIEW_DATE.isoformat(),
        "held_on": "2026-11-20",
    }
    assert bring(store, cast, IVY | sam) == Imported(0, 1, 0)
    assert [each.audience for each in list_invitations(store, cast.authority_id, cast.sam)] == ["child", "after_review"]
    bring(store, cast, IVY)
    with store.reading(cast.authority_id) as tx:
        cardless = find_review_on(tx, find_child_by_ref(tx, "C-1").id, dt.date(2026, 10, 1))
        assert list_invitations_of_review(tx, cardless.id) == []


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"child_ref": ""}, "child_ref"),
        ({"child_ref": "x" * 61}, "child_ref"),
        ({"first_name": " "}, "first_name"),
        ({"date_of_birth": ""}, "date_of_birth"),
        ({"date_of_birth": "31/02/2014"}, "date_of_birth"),
        ({"date_of_birth": "05-06-2014"}, "date_of_birth"),
        ({"date_of_birth": "2026-10-03"}, "date_of_birth"),
        ({"date_of_birth": "2027-01-01", "review_date": "2027-02-01", "held_on": ""}, "date_of_birth"),
        ({"date_of_birth": "2004-05-06"}, "date_of_birth"),
        ({"review_date": "soon"}, "review_date"),
        ({"review_date": "1989-12-31", "held_on": ""}, "review_date"),
        ({"review_date": "2028-11-21", "held_on": "", "participation_code": ""}, "review_date"),
        ({"kind": ""}, "kind"),
        ({"kind": "Initial"}, "kind"),
        ({"participation_code": "PN8"}, "participation_code"),
        ({"participation_code": "PN0"}, "participation_code"),
        ({"date_of_birth": "2022-10-03"}, "participation_code"),
        ({"held_on": "2026-11-22"}, "held_on"),
        ({"held_on": "1989-10-03"}, "held_on"),
        ({"held_on": "yes"}, "held_on"),
        ({"iro": "x" * 201}, "iro"),
        ({"out_of_area": "x" * 21}, "out_of_area"),
        ({"seen_beforehand": "yes"}, "seen_beforehand"),
        ({"chaired": "maybe"}, "chaired"),
    ],
)
def test_a_wrong_cell_is_told_by_row_and_column(store, cast, changed, column):
    if changed.get("held_on") == "1989-10-03":
        changed = changed | {"review_date": "2026-10-01"}
    wrong = IVY | changed
    sound = ABE | dict.fromkeys(set(wrong) - set(ABE), "")
    found = faults_of(store, cast, csv_of(*({name: row[name] for name in wrong} for row in (sound, wrong))))
    assert (3, column) in found
    assert {row for row, _ in found} == {3}


def test_the_border_of_four_years_is_the_birthday_itself(store, cast):
    day = IVY | {"date_of_birth": "2022-10-02"}
    assert bring(store, cast, day) == Imported(1, 0, 0), "four on the day it was held, though three when planned"


def test_every_fault_is_told_at_once(store, cast):
    rows = [IVY | {"kind": "x", "held_on": "x"}, ABE, ABE | {"child_ref": "C-3", "iro": "y" * 300}]
    assert faults_of(store, cast, csv_of(*rows)) == [(2, "held_on"), (2, "kind"), (4, "iro")]


def test_rows_that_contradict_one_another(store, cast):
    again = [ABE, ABE | {"kind": "final"}, ABE | {"review_date": "2026-12-02", "date_of_birth": "2014-05-07"}]
    assert faults_of(store, cast, csv_of(*again)) == [(3, "review_date"), (4, "date_of_birth")]
    refs = [ABE | {"review_ref": "R-1"}, IVY | {"review_ref": "R-1"}]
    assert faults_of(store, cast, csv_of(*refs)) == [(3, "review_ref")]


def test_rows_that_contradict_what_is_kept(store, cast):
    bring(store, cast, IVY | {"review_ref": "R-1"}, ABE | {"review_ref": "R-2"})
    assert faults_of(store, cast, csv_of(IVY | {"date_of_birth": "2014-06-05"})) == [(2, "date_of_birth")]
    assert faults_of(store, cast, csv_of(ABE | {"review_ref": "R-1"})) == [(2, "review_ref")]
    assert faults_of(store, cast, csv_of(IVY | {"review_ref": "R-9"})) == [(2, "review_ref")]
    other = IVY | {"review_ref": "R-3", "review_date": "2026-09-01", "held_on": ""}
    bring(store, cast, other)
    assert faults_of(store, cast, csv_of(other | {"review_date": IVY["review_date"]})) == [(2, "review_date")]
    twice = [
        IVY | {"review_ref": "R-1", "review_date": "2026-09-30"},
        IVY | {"review_ref": "", "review_date": "2026-09-30"},
    ]
    assert faults_of(store, cast, csv_of(*twice)) == [(3, "review_date")]
