"""The JSON shape that councils' scripts rely on, field by field."""

import json

from consult.render.json_file import render_json
from tests.render.reports import EMPTY, small_report


def test_the_whole_shape():
    told = json.loads(render_json(small_report()))
    assert list(told) == ["period", "mode", "returns", "questions", "participation", "themes", "quotes"]
    assert told["period"] == {"from": "2014-07-01", "to": "2014-09-30"}
    assert told["mode"] == "internal"
    assert told["returns"][2] == {
        "band": "all",
        "reviews": 24,
        "too_young": 4,
        "not_returned": 4,
        "returned": 16,
        "percent": {"too_young": 17, "not_returned": 17, "returned": 67},
        "returned_of_old_enough": 80,
        "why_not_returned": {"never_invited": 0, "declined": 4, "started": 0, "no_answer": 0},
    }
    assert told["questions"][0] == {
        "booklet": "b",
        "key": "happy_home",
        "band": "11-plus",
        "editions": [1, 2],
        "text": "Are you happy where you live?",
        "asked": 17,
        "answered": 16,
        "skipped": 1,
        "answered_percent": 94,
        "options": [
            {"key": "yes", "count": 12, "percent": 75},
            {"key": "no", "count": 3, "percent": 19},
            {"key": "unsure", "count": 1, "percent": 6},
        ],
        "headline": {"keys": ["no", "unsure"], "count": 4, "percent": 25},
    }
    assert told["participation"][1] == {"code": "PN1", "count": 16, "percent": 67, "percent_of_old_enough": 80}
    assert told["themes"][0] == {
        "theme": "family_contact",
        "band": "11-plus",
        "answers": 3,
        "booklets": 2,
        "mood": {"positive": 0, "negative": 3, "neutral": 0, "mixed": 0, "not_assessed": 0},
    }
    assert told["quotes"] == []


def test_one_object_for_each_booklet_key_and_band_in_order():
    told = json.loads(render_json(small_report()))
    assert [(one["booklet"], one["key"], one["band"]) for one in told["questions"]] == [
        ("b", "happy_home", "11-plus"),
        ("b", "who", "11-plus"),
        ("b", "more", "11-plus"),
        ("b", "face", "11-plus"),
        ("b", "unasked", "11-plus"),
        ("p", "happy_home", "under-11"),
        ("p", "happy_home", "11-plus"),
    ]


def test_a_question_without_a_total_says_so():
    told = json.loads(render_json(small_report()))
    assert told["questions"][1]["headline"] is None


def test_letters_of_other_languages_stay_readable():
    assert "Czy lubisz żółty dom?" in render_json(small_report("Czy lubisz żółty dom?"))


def test_an_empty_period():
    told = json.loads(render_json(EMPTY))
    assert told["returns"][2]["percent"] == {"too_young": None, "not_returned": None, "returned": None}
    assert told["returns"][2]["returned_of_old_enough"] is None
    assert told["questions"] == told["themes"] == []
