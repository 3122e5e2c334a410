import json

import pytest


def analyse(run, tmp_path, text):
    (tmp_path / "in.jsonl").write_text(text, encoding="utf-8")
    return run("analyse", tmp_path / "in.jsonl", tmp_path / "out.jsonl")


def test_a_line_out_for_a_line_in_without_database_or_key(run_nowhere, tmp_path):
    lines = ['{"id": "b", "text": "i love my dog"}', '{"id": 1, "text": "nie", "language": "pl"}']
    done = analyse(run_nowhere, tmp_path, "\n".join(lines) + "\n")
    assert (done.code, done.told) == (0, [f"{tmp_path / 'out.jsonl'}: 2 answers."])
    found = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(row["id"], row["sentiment"]) for row in found] == [("b", "positive"), (1, "not_assessed")]
    assert not (tmp_path / "instance").exists()


def test_a_line_ends_only_at_a_line_feed(run_nowhere, tmp_path):
    done = analyse(run_nowhere, tmp_path, '{"id": "a", "text": "one\u2028two\u0085three"}\r\n')
    assert done.code == 0, done.faults


@pytest.mark.parametrize("bad", ["words", '{"id": "a"}', '{"text": "a"}'])
def test_a_bad_line_stops_the_run_and_nothing_is_written(run_nowhere, tmp_path, bad):
    done = analyse(run_nowhere, tmp_path, '{"id": "a", "text": "good"}\n' + bad)
    assert (done.code, len(done.faults)) == (1, 1)
    assert "ine 2" in done.faults[0]
    assert not (tmp_path / "out.jsonl").exists()


def test_files_that_cannot_be_used(run_nowhere, tmp_path):
    assert len(run_nowhere("analyse", tmp_path / "none", tmp_path / "out").faults) == 1
    (tmp_path / "in.jsonl").write_bytes(b"\xff")
    assert len(run_nowhere("analyse", tmp_path / "in.jsonl", tmp_path / "out").faults) == 1
    assert len(run_nowhere("analyse").faults) == 1
