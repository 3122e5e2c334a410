"""A report as JSON, for scripts; the shape is documented in docs/report.md and kept stable."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from consult.report.build import Report
from consult.report.participation import Participation
from consult.report.questions import BandFigures, BookletFigures, QuestionFigures
from consult.report.returns import Returns
from consult.report.themes import Theme


def render_json(report: Report) -> str:
    """The whole report as one JSON object, UTF-8 text, ending in a newline."""
    shape = {
        "period": {"from": report.period.start.isoformat(), "to": report.period.end.isoformat()},
        "mode": report.mode,
        "returns": [_returns(one) for one in report.returns],
        "questions": list(_questions(report.booklets)),
        "participation": [_participation(one) for one in report.participation],
        "themes": [_theme(one) for one in report.themes],
        # Nothing can be released yet, so there are no words of a child to hand out.
        "quotes": [],
    }
    return json.dumps(shape, ensure_ascii=False, indent=2) + "\n"


def _returns(one: Returns) -> dict[str, Any]:
    return {
        "band": one.band,
        "reviews": one.reviews,
        "too_young": one.too_young.count,
        "not_returned": one.not_returned.count,
        "returned": one.returned.count,
        "percent": {
            "too_young": one.too_young.percent,
            "not_returned": one.not_returned.percent,
            "returned": one.returned.percent,
        },
        "returned_of_old_enough": one.returned_of_old_enough.percent,
        "why_not_returned": dict(one.why_not_returned),
    }


def _questions(booklets: Iterable[BookletFigures]) -> Iterator[dict[str, Any]]:
    for booklet in booklets:
        for question in booklet.questions:
            for figures in question.bands:
                yield _question(question, figures)


def _question(question: QuestionFigures, figures: BandFigures) -> dict[str, Any]:
    headline = figures.headline
    return {
        "booklet": question.booklet,
        "key": question.question.key,
        "band": figures.band,
        "editions": list(figures.editions),
        "text": question.question.text,
        "asked": figures.asked,
        "answered": figures.answered.count,
        "skipped": figures.skipped.count,
        "answered_percent": figures.answered.percent,
        "options": [{"key": key, "count": share.count, "percent": share.percent} for key, share in figures.options],
        "headline": headline
        and {"keys": list(headline.keys), "count": headline.share.count, "percent": headline.share.percent},
    }


def _participation(one: Participation) -> dict[str, Any]:
    return {
        "code": one.code,
        "count": one.all.count,
        "percent": one.all.percent,
        "percent_of_old_enough": one.old_enough.percent if one.old_enough else None,
    }


def _theme(one: Theme) -> dict[str, Any]:
    return {
        "theme": one.theme,
        "band": one.band,
        "answers": one.answers,
        "booklets": one.booklets,
        "mood": dict(one.mood),
    }
