import pytest

from consult.actions.importing import Fault, Faulty, Imported, import_reviews
from consult.actions.importing.table import MOST_BYTES
from tests.actions.review_files import ABE, ACTOR, IVY, bring, faults_of
from tests.actions.rows import csv_of

HEADER = ",".join(IVY)


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("", [(0, "")]),
        ("\n ,\n", [(0, "")]),
        (b"child_ref,first_name\n\xff\xfe", [(0, "")]),
        ("x" * (MOST_BYTES + 1), [(0, "")]),
        ("Ivy,2014-05-06,a secret\n", [(1, "")]),
        (HEADER.replace(",kind", "") + "\n", [(1, "kind")]),
        (HEADER + ",colour,,kind\n", [(1, "colour"), (1, ""), (1, "kind")]),
        (HEADER + "\nC-1,Ivy\n", [(2, "")]),
        (csv_of(IVY).replace("PN1", "PN1,PN2"), [(2, "")]),
        (csv_of(IVY).replace("Ivy", '"Ivy'), [(2, "")]),
        (csv_of(IVY).replace("Ivy", '"Iv"y'), [(2, "")]),
        (HEADER + "\n" + ",".join(IVY.values()) + "\n\n" + HEADER + ",\n", [(4, "")]),
    ],
    ids=[
        "empty", "only blanks", "not utf-8", "too large", "no header", "missing column", "columns amiss",
        "short row", "long row", "open quotation", "stray quotation", "empty rows are counted",
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read(store, cast, content, found):
    assert faults_of(store, cast, content) == found


def test_too_many_rows(store, cast, monkeypatch):
    monkeypatch.setattr("consult.actions.importing.table.MOST_ROWS", 1)
    assert faults_of(store, cast, csv_of(IVY, ABE)) == [(0, "")]
    assert bring(store, cast, IVY) == Imported(1, 0, 0)


def test_rows_are_counted_as_a_spreadsheet_does(store, cast):
    split = csv_of(IVY | {"late_reason": '"ill,\nand snow"'}, (ABE | {"kind": "x", "late_reason": ""}))
    assert faults_of(store, cast, split) == [(3, "kind")]


def test_a_sentence_never_repeats_a_cell(store, cast):
    words = "Ivy-secret"
    wrong = dict.fromkeys(IVY, words)
    with pytest.raises(Faulty) as caught:
        bring(store, cast, wrong)
    assert words not in " ".join(map(str, caught.value.faults))
    with pytest.raises(Faulty) as caught:
        import_reviews(store, cast.authority_id, ACTOR, f"{words},2014\n")
    assert words not in " ".join(map(str, caught.value.faults))


def test_a_fault_reads_as_one_line():
    assert str(Fault(5, "kind", "This is empty.")) == "row 5, kind: This is empty."
    assert str(Fault(5, "", "Short.")) == "row 5: Short."
    assert str(Fault(0, "", "Not text.")) == "Not text."
