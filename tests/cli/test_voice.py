"""The golden table again, this time all the way: files in, figures out."""

import csv
import io
import json

import pytest

from tests.examples import snapshot

PERIOD = ("--from", "2014-07-01", "--to", "30/09/2014")


def bring_in(run, tmp_path):
    for band in snapshot.BOOKLETS:
        (tmp_path / "booklet.yaml").write_text(snapshot.booklet_yaml(band), encoding="utf-8")
        assert run("booklet", "publish", tmp_path / "booklet.yaml").code == 0
    (tmp_path / "reviews.csv").write_text(snapshot.reviews_csv(), encoding="utf-8")
    (tmp_path / "answers.csv").write_text(snapshot.answers_csv(), encoding="utf-8")
    reviews = run("import", "reviews", tmp_path / "reviews.csv")
    assert reviews.told == ["Reviews: 270 new, 0 changed, 0 as before."], reviews.faults
    answers = run("import", "answers", tmp_path / "answers.csv")
    assert answers.told == ["Booklets: 51 new, 0 changed, 0 as before."], answers.faults


def published(question, row):
    if row["option"] == "(answered)":
        return question["answered_percent"]
    if row["option"] == "(skipped)":
        return 100 - question["answered_percent"]
    if "+" in row["option"]:
        return question["headline"]["percent"]
    return next(option["percent"] for option in question["options"] if option["key"] == row["option"])


def test_the_golden_table_from_files_to_figures(run_empty, tmp_path):
    bring_in(run_empty, tmp_path)
    out = tmp_path / "voice.json"
    done = run_empty("voice", *PERIOD, "--format", "json", "--output", out)
    assert done.told == [f"{out}: 270 reviews from 2014-07-01 to 2014-09-30."]
    report = json.loads(out.read_text(encoding="utf-8"))
    everyone = report["returns"][-1]
    assert everyone["percent"] == {"too_young": 27, "not_returned": 54, "returned": 19}
    assert (everyone["reviews"], everyone["returned"], everyone["returned_of_old_enough"]) == (270, 51, 26)
    questions = {(one["band"], one["key"]): one for one in report["questions"] if one["booklet"].startswith("snapshot")}
    for row in snapshot.published_rows():
        assert published(questions[row["band"], row["question"]], row) == int(row["percent"]), row
    assert questions["11-plus", "want_change"]["headline"]["percent"] == 40
    assert questions["11-plus", "sw_listens"]["headline"]["percent"] == 32


def test_the_other_formats(run, tmp_path):
    for form, start in (("csv", b"\xef\xbb\xbffrom,to,"), ("html", b"<!doctype html>")):
        out = tmp_path / f"voice.{form}"
        assert run("voice", *PERIOD, "--format", form, "--output", out, "--authority", "larkshire").code == 0
        assert out.read_bytes().lower().startswith(start)
    table = list(csv.DictReader(io.StringIO((tmp_path / "voice.csv").read_text(encoding="utf-8-sig"))))
    assert table[0]["from"] == "2014-07-01"


@pytest.mark.parametrize(
    "changed",
    [
        {"--from": "July"},
        {"--from": "2014-10-01"},
        {"--format": "docx"},
        {"--mode": "public"},
        {"--output": "/nowhere/at/all.json"},
        {"--output": "/"},
        {"--authority": "nowhere"},
        {"--colour": "red"},
    ],
    ids=str,
)
def test_a_wrong_word_is_one_clear_line(run, tmp_path, changed):
    options = {
        "--from": "2014-07-01",
        "--to": "2014-09-30",
        "--format": "json",
        "--output": tmp_path / "voice.json",
        "--authority": "larkshire",
    }
    assert run("voice", *(word for pair in options.items() for word in pair)).code == 0
    (tmp_path / "voice.json").unlink()
    before = sorted(tmp_path.iterdir())
    done = run("voice", *(word for pair in (options | changed).items() for word in pair))
    assert (done.code != 0, done.told, len(done.faults)) == (True, [], 1)
    assert sorted(tmp_path.iterdir()) == before


def test_a_failed_write_leaves_the_old_file(run, tmp_path, monkeypatch):
    out = tmp_path / "voice.json"
    out.write_text("as it was", encoding="utf-8")
    (tmp_path / "sealed").mkdir()

    def fail(*_paths):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("consult.cli.ground.os.replace", fail)
    before = sorted(tmp_path.iterdir())
    done = run("voice", *PERIOD, "--format", "json", "--output", out, "--authority", "larkshire")
    assert done.faults == [f"Error: {out} cannot be written: no space left on device."]
    assert out.read_text(encoding="utf-8") == "as it was"
    assert sorted(tmp_path.iterdir()) == before
