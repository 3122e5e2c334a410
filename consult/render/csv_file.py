"""A report as one long, tidy table: a figure a row, its columns documented in docs/report.md."""

import csv
import io
from collections.abc import Iterable, Iterator

from consult.report.build import Report
from consult.report.questions import BookletFigures
from consult.report.returns import Returns
from consult.report.share import Share

COLUMNS = (
    "from",
    "to",
    "mode",
    "table",
    "band",
    "booklet",
    "question",
    "text",
    "theme",
    "item",
    "count",
    "base",
    "percent",
)

Row = dict[str, str | int | None]

# Spreadsheets run a cell that begins with one of these as a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def render_csv(report: Report) -> str:
    """The table with its header, lines ended by CRLF. Write it as UTF-8 with a BOM, or Excel garbles names."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="")
    writer.writeheader()
    whole: Row = {"from": report.period.start.isoformat(), "to": report.period.end.isoformat(), "mode": report.mode}
    for row in _rows(report):
        writer.writerow({column: _disarmed(cell) for column, cell in {**whole, **row}.items()})
    return out.getvalue()


def _disarmed(cell: str | int | None) -> str | int | None:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS) else cell


def _rows(report: Report) -> Iterator[Row]:
    for returns in report.returns:
        yield from _returns(returns)
    yield from _questions(report.booklets)
    for code in report.participation:
        yield _figure("participation", code.all, band="all", item=code.code)
        if code.old_enough is not None:
            yield _figure("participation_of_old_enough", code.old_enough, band="all", item=code.code)
    for theme in report.themes:
        for mood, n in theme.mood.items():
            yield _figure("themes", Share(n, theme.answers), band=theme.band, theme=theme.theme, item=mood)
        yield {
            "table": "theme_booklets",
            "band": theme.band,
            "theme": theme.theme,
            "item": "booklets",
            "count": theme.booklets,
        }


def _returns(one: Returns) -> Iterator[Row]:
    yield _figure("returns", Share(one.reviews, one.reviews), band=one.band, item="reviews")
    yield _figure("returns", one.too_young, band=one.band, item="too_young")
    yield _figure("returns", one.not_returned, band=one.band, item="not_returned")
    yield _figure("returns", one.returned, band=one.band, item="returned")
    yield _figure("returned_of_old_enough", one.returned_of_old_enough, band=one.band, item="returned")
    for reason, n in one.why_not_returned.items():
        yield _figure("why_not_returned", Share(n, one.not_returned.count), band=one.band, item=reason)


def _questions(booklets: Iterable[BookletFigures]) -> Iterator[Row]:
    for booklet in booklets:
        for asked in booklet.questions:
            for one in asked.bands:
                about = {
                    "band": one.band,
                    "booklet": booklet.key,
                    "question": asked.question.key,
                    "text": asked.question.text,
                }
                yield _figure("questions", one.answered, item="answered", **about)
                yield _figure("questions", one.skipped, item="skipped", **about)
                for key, share in one.options:
                    yield _figure("options", share, item=key, **about)
                if one.headline:
                    yield _figure("headline", one.headline.share, item="|".join(one.headline.keys), **about)


def _figure(table: str, share: Share, **about: str) -> Row:
    return {"table": table, **about, "count": share.count, "base": share.base, "percent": share.percent}
