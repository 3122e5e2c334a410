"""The golden table: every per cent that was published for July to September 2014."""

import csv
import io
import json
from collections import defaultdict
from datetime import date

import pytest

from consult.booklet.model import Booklet
from consult.booklet.yaml_file import read_yaml
from consult.render.json_file import render_json
from consult.report.build import build_report
from consult.report.period import Period
from tests.examples import snapshot
from tests.report.rows import AnswerRow, Authority, ReviewRow, count_rows


def _authority() -> Authority:
    given = defaultdict(list)
    for row in csv.DictReader(io.StringIO(snapshot.answers_csv())):
        open_words = row["question"] == "feeling_now"
        picked = () if open_words else (row["answer"],)
        given[row["child_ref"], row["booklet"]].append(AnswerRow(row["question"], picked if row["answer"] else None))
    ages = {child.ref: child for child in snapshot.children()}
    reviews = []
    for row in csv.DictReader(io.StringIO(snapshot.reviews_csv())):
        day, birth = date.fromisoformat(row["review_date"]), date.fromisoformat(row["date_of_birth"])
        age = day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
        booklet = ages[row["child_ref"]].booklet
        outcome = "too_young" if age < 4 else "returned" if booklet else "never_invited"
        answers = tuple(given.pop((row["child_ref"], booklet), ()))
        reviews.append(ReviewRow(age, outcome, row["participation_code"], bool(row["held_on"]), booklet, 1, answers))
    assert not given, "answers of a child without a review"
    editions = {(key, 1): _booklet(band) for band, key in snapshot.BOOKLETS.items()}
    return Authority(editions, tuple(reviews))


def _booklet(band: str) -> Booklet:
    booklet, faults = read_yaml(snapshot.booklet_yaml(band))
    assert booklet is not None, faults
    return booklet


REPORT = json.loads(
    render_json(build_report(Period(date(2014, 7, 1), date(2014, 9, 30)), "internal", count_rows(_authority())))
)
QUESTIONS = {(one["band"], one["key"]): one for one in REPORT["questions"]}
PUBLISHED = snapshot.published_rows()


@pytest.mark.parametrize("row", PUBLISHED, ids=lambda row: f"{row['band']} {row['question']} {row['option']}")
def test_published_percentage(row):
    question = QUESTIONS[row["band"], row["question"]]
    if row["option"] == "(answered)":
        assert question["answered_percent"] == int(row["percent"])
    elif row["option"] == "(skipped)":
        assert 100 - question["answered_percent"] == int(row["percent"])
    elif "+" in row["option"]:
        assert question["headline"]["keys"] == row["option"].split("+")
        assert question["headline"]["percent"] == int(row["percent"])
    else:
        options = {option["key"]: option for option in question["options"]}
        assert options[row["option"]]["percent"] == int(row["percent"])
        assert question["answered"] == int(row["answered"])


def test_every_question_of_the_table_and_no_other():
    assert {(row["band"], row["question"]) for row in PUBLISHED} == set(QUESTIONS)


@pytest.mark.parametrize(("question", "percent"), [("want_change", 40), ("sw_listens", 32)])
def test_published_totals_of_young_people(question, percent):
    assert QUESTIONS["11-plus", question]["headline"]["percent"] == percent


def test_return_funnel():
    under, over, everyone = REPORT["returns"]
    assert (everyone["reviews"], everyone["returned"]) == (270, 51)
    assert everyone["percent"] == {"too_young": 27, "not_returned": 54, "returned": 19}
    assert everyone["returned_of_old_enough"] == 26
    assert (under["returned"], over["returned"]) == (26, 25)


def test_follow_up_counts_only_those_who_were_asked():
    assert QUESTIONS["11-plus", "bullying_enough_done"]["asked"] == 9
