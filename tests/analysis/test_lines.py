import json

import pytest

from consult.analysis.lines import BadLine, analyse_lines


def test_one_finding_a_line_in_the_same_order():
    lines = [
        '{"id": "b", "text": "no", "question_context": "Do you feel safe?", "age_band": "under11"}\n',
        "\n",
        '{"id": 7, "text": "Lubię psa", "language": "pl", "age_band": null}\n',
        '{"id": "c", "text": "i love my dog"}',
    ]
    found = [json.loads(line) for line in analyse_lines(lines)]
    assert [row["id"] for row in found] == ["b", 7, "c"]
    assert [row["sentiment"] for row in found] == ["negative", "not_assessed", "positive"]
    assert [row["disclosure"] for row in found] == [True, False, False]
    assert found[1] == {"id": 7, "sentiment": "not_assessed", "themes": [], "disclosure": False, "because": []}
    assert found[2]["themes"] == ["pets"]
    assert {"rule": "mood:good", "start": 2, "end": 6} in found[2]["because"]


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        ("{not json secret words", "is not JSON"),
        ('["secret words"]', "not a JSON object"),
        ("[" * 100_000, "is not JSON"),
        ('{"text": "secret words"}', "no “id”"),
        ('{"id": true, "text": "secret words"}', "no “id”"),
        ('{"id": "a"}', "no “text”"),
        ('{"id": "a", "text": 5}', "no “text”"),
        ('{"id": "a", "text": "secret words", "language": 5}', "“language” must be words"),
    ],
)
def test_a_bad_line_stops_the_run_with_its_number_and_none_of_its_words(bad, says):
    with pytest.raises(BadLine) as caught:
        analyse_lines(['{"id": "a", "text": "good"}', bad])
    assert caught.value.number == 2
    assert "2" in caught.value.sentence
    assert says in caught.value.sentence
    assert "secret" not in str(caught.value)


def test_signs_that_cannot_be_written_as_utf_8_come_through():
    (line,) = analyse_lines(['\ufeff{"id": "\\ud800", "text": "good \\ud800"}'])
    assert line.isascii()
    assert json.loads(line)["id"] == "\ud800"
