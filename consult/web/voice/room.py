"""Read the report of a period, and take it away."""

from typing import Any

from flask import Blueprint, abort, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from consult.actions.reporting import take_report
from consult.actions.scope import actor
from consult.render.csv_file import render_csv
from consult.render.html_file import render_html
from consult.render.json_file import render_json
from consult.render.language import Language
from consult.report.build import Report
from consult.report.period import Period
from consult.store.counts import find_nearest_day
from consult.web.house.guard import signed_in
from consult.web.house.language import day_words, language, translators
from consult.web.house.premises import the_store
from consult.web.voice.pages import Link, VoicePage
from consult.web.voice.periods import quarter_of, quick_periods, read_period, year_of

room = Blueprint("voice", __name__, url_prefix="/voice")
TYPES = {"json": "application/json", "csv": "text/csv", "html": "text/html"}


@room.get("")
def read() -> str | tuple[str, int]:
    """The page."""
    today = the_store().clock.today()
    start, end = request.args.get("from", ""), request.args.get("to", "")
    fault = ""
    period: Period | None = year_of(today)
    if start or end:
        try:
            period = read_period(start, end)
        except ValueError:
            period, fault = None, _("The last day is before the first day. Change one of them.")
        if period is None:
            fault = fault or _("One of these is not a day. Choose both days, then press Show.")
    report = _report(period) if period else None
    page = VoicePage(
        url=url_for("voice.read"),
        start=start or (period.start.isoformat() if period else ""),
        end=end or (period.end.isoformat() if period else ""),
        quick=tuple(_link(each, current=each == period) for each in quick_periods(today)),
        downloads=_downloads(period) if period else (),
        nearest=_nearest(report) if report and report.is_empty else None,
        fault=fault,
    )
    return render_template("voice/read.html", page=page, report=report), 422 if fault else 200


@room.get("/voice-of-the-child.<form>")
def download(form: str) -> Response:
    """The same figures as a file."""
    period = None
    if form in TYPES:
        try:
            period = read_period(request.args.get("from", ""), request.args.get("to", ""))
        except ValueError:
            period = None
    if period is None:
        abort(404)
    text = _render(_report(period, form), form)
    name = f"voice-of-the-child-{period.start}-to-{period.end}.{form}"
    if form == "csv":
        text = "\ufeff" + text  # Excel reads UTF-8 only when told so
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(text, content_type=f"{TYPES[form]}; charset=utf-8", headers=headers)


def _render(report: Report, form: str) -> str:
    if form == "json":
        return render_json(report)
    return render_csv(report) if form == "csv" else render_html(report, _language())


def _report(period: Period, form: str = "page") -> Report:
    seat = signed_in()
    return take_report(the_store(), seat.staff.authority_id, actor(seat.staff), period, form)


def _nearest(report: Report) -> Link | None:
    with the_store().reading(signed_in().staff.authority_id) as tx:
        day = find_nearest_day(tx, report.period.start)
    return _link(quarter_of(day)) if day else None


def _link(period: Period, *, current: bool = False) -> Link:
    months = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1
    if months == 12:
        label = _("Year %(start)s to %(end)s", start=period.start.year, end=period.end.year)
    else:
        label = _("%(start)s to %(end)s", start=day_words(period.start, "MMM"), end=day_words(period.end, "MMM y"))
    return Link(label, url_for("voice.read", **_span(period)), current)


def _downloads(period: Period) -> tuple[Link, ...]:
    uses = {
        "html": (_("One page"), _("to read, print or send on inside the service")),
        "csv": (_("Table"), _("CSV, opens in a spreadsheet")),
        "json": (_("Data"), _("JSON, for other programs")),
    }
    return tuple(
        Link(label, url_for("voice.download", form=form, **_span(period)), use=use)
        for form, (label, use) in uses.items()
    )


def _span(period: Period) -> dict[str, Any]:
    return {"from": period.start.isoformat(), "to": period.end.isoformat()}


def _language() -> Language:
    return Language(language(), *translators())
