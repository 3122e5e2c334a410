"""One long table."""

import csv
import io

import pytest

from consult.render.csv_file import COLUMNS, render_csv
from tests.render.reports import EMPTY, small_report


def rows(report):
    return list(csv.DictReader(io.StringIO(render_csv(report), newline="")))


def find(found, **wanted):
    (row,) = (one for one in found if wanted.items() <= one.items())
    return row["count"], row["base"], row["percent"]


def test_every_row_carries_the_period_and_every_column():
    found = rows(small_report())
    assert {(row["from"], row["to"], row["mode"]) for row in found} == {("2014-07-01", "2014-09-30", "internal")}
    assert all(tuple(row) == COLUMNS for row in found)


def test_figures_stand_with_their_base():
    found = rows(small_report())
    assert find(found, table="returns", band="all", item="returned") == ("16", "24", "67")
    assert find(found, table="returned_of_old_enough", band="all") == ("16", "20", "80")
    assert find(found, table="why_not_returned", band="11-plus", item="declined") == ("4", "4", "100")
    assert find(found, table="questions", question="happy_home", band="11-plus", booklet="b", item="skipped") == (
        "1",
        "17",
        "6",
    )
    assert find(found, table="options", question="happy_home", booklet="b", item="no") == ("3", "16", "19")
    assert find(found, table="headline", booklet="b", item="no|unsure") == ("4", "16", "25")
    assert find(found, table="participation", item="PN1") == ("16", "24", "67")
    assert find(found, table="participation_of_old_enough", item="PN1") == ("16", "20", "80")
    assert find(found, table="themes", theme="pets", item="mixed") == ("1", "1", "100")
    assert find(found, table="theme_booklets", theme="family_contact") == ("2", "", "")


def test_no_percentage_of_nothing():
    assert find(rows(EMPTY), table="returns", band="all", item="returned") == ("0", "0", "")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_a_text_that_a_spreadsheet_would_run_is_disarmed(start):
    found = rows(small_report(f'{start}cmd|"/c calc"!A1'))
    texts = {row["text"] for row in found if row["question"] == "happy_home"}
    assert texts == {f"""'{start}cmd|"/c calc"!A1"""}
