"""Any authority's rows: the report against a naive count written apart from it."""

import json
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from consult.booklet.model import Booklet, Option, Question, Section
from consult.render.json_file import render_json
from consult.report.build import build_report
from consult.report.period import Period
from tests.report.naive import AUDIENCES, FACES, SCALE, expected_json
from tests.report.rows import AnswerRow, Authority, ReviewRow, count_rows

KINDS = {"home": "choice", "who": "choices", "more": "words", "mark": "scale", "face": "faces"}
LETTERS = "abcd"
MOODS = ("positive", "negative", "neutral", "mixed", "not_assessed")
WHY_NOT = ("never_invited", "declined", "started", "no_answer")
CODES = ("", *(f"PN{number}" for number in range(8)))


@st.composite
def questions(draw, key):
    kind = KINDS[key]
    options = []
    if kind in ("choice", "choices"):
        keys = draw(st.lists(st.sampled_from(LETTERS), min_size=1, unique=True))
        free = set(LETTERS)
        for name in keys:
            was = draw(st.lists(st.sampled_from(sorted(free)), max_size=2, unique=True)) if free else []
            free -= set(was)
            options.append(Option(name, name.upper(), was=tuple(was)))
    other = kind == "choices" and draw(st.booleans())
    keys = [one.key for one in options] or {"faces": FACES, "scale": SCALE}.get(kind, [])
    headline = draw(st.lists(st.sampled_from(keys), max_size=2, unique=True)) if keys else []
    return Question(key, kind, draw(st.text(max_size=8)), headline=tuple(headline), options=tuple(options), other=other)


@st.composite
def booklets(draw, key):
    audience = draw(st.sampled_from(AUDIENCES))
    editions = {}
    for number in range(1, draw(st.integers(1, 3)) + 1):
        asked = draw(st.lists(st.sampled_from(sorted(KINDS)), min_size=1, unique=True))
        made = tuple(draw(questions(one)) for one in asked)
        editions[key, number] = Booklet(key, audience, key.title(), (Section("s", "S", made),))
    return editions


@st.composite
def answers(draw, question):
    if draw(st.integers(0, 4)) == 0:
        return AnswerRow(question.key, None)
    keys = {"faces": FACES, "scale": SCALE, "words": []}.get(question.kind, [one.key for one in question.options])
    if question.kind == "words":
        themes = draw(st.lists(st.sampled_from(["pets", "friends", "carers"]), max_size=3, unique=True))
        return AnswerRow(question.key, (), tuple(themes), draw(st.sampled_from(MOODS)))
    if question.kind == "choices":
        known = [*keys, "other"] if question.other else keys
        return AnswerRow(question.key, tuple(draw(st.lists(st.sampled_from(known), min_size=1, unique=True))))
    return AnswerRow(question.key, (draw(st.sampled_from(keys)),))


@st.composite
def authorities(draw):
    editions = draw(booklets("one")) | draw(booklets("two"))
    reviews = []
    for _ in range(draw(st.integers(0, 25))):
        age, code, held = draw(st.integers(0, 17)), draw(st.sampled_from(CODES)), draw(st.booleans())
        if age < 4:
            reviews.append(ReviewRow(age, "too_young", code, held))
        elif draw(st.booleans()):
            reviews.append(ReviewRow(age, draw(st.sampled_from(WHY_NOT)), code, held))
        else:
            key, number = draw(st.sampled_from(sorted(editions)))
            reached = [one for one in editions[key, number] if draw(st.integers(0, 3))]
            rows = tuple(draw(answers(one)) for one in reached)
            reviews.append(ReviewRow(age, "returned", code, held, key, number, rows))
    return Authority(editions, tuple(reviews))


@settings(max_examples=40, deadline=None)
@given(authorities())
def test_the_report_agrees_with_a_naive_count(authority):
    period = Period(date(2026, 4, 1), date(2026, 9, 30))
    told = json.loads(render_json(build_report(period, "internal", count_rows(authority))))
    assert told.pop("period") == {"from": "2026-04-01", "to": "2026-09-30"}
    assert told.pop("mode") == "internal"
    assert told.pop("quotes") == []
    assert told == expected_json(authority)
