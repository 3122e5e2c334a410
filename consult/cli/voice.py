"""`voice`: the voice-of-the-child section of a period as a file."""

import datetime as dt

import click
from click import ClickException

from consult.actions.importing.cells import parse_date
from consult.actions.reporting import take_report
from consult.cli.ground import OneLine, actor, clearly, on_authority, open_authority, write_file
from consult.render.csv_file import render_csv
from consult.render.html_file import render_html
from consult.render.json_file import render_json
from consult.report.build import MODES, Report
from consult.report.period import Period


def _as_csv(report: Report) -> str:
    # Excel takes a file without this mark for another alphabet.
    return "\ufeff" + render_csv(report)


FORMATS = {"json": render_json, "csv": _as_csv, "html": render_html}


class Day(click.ParamType[dt.date]):
    """A date as people and machines write it."""

    name = "day"

    def convert(self, value: str | dt.date, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """The date; a usage fault for anything else."""
        date = value if isinstance(value, dt.date) else parse_date(value.strip())
        return date or self.fail("This is not a date. Write it as 2026-03-31 or 31/03/2026.", param, ctx)


@click.command(cls=OneLine)
@click.option("--from", "start", type=Day(), required=True, help="The first day.")
@click.option("--to", "end", type=Day(), required=True, help="The last day.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), required=True, help="What kind of file.")
@click.option("--output", metavar="FILE", required=True, help="Where to write it.")
@click.option("--mode", type=click.Choice(MODES), default=MODES[0], show_default=True, help="Who will read it.")
@on_authority
@clearly
def voice(start: dt.date, end: dt.date, form: str, output: str, mode: str, key: str | None) -> None:
    """Write what children said in the reviews of a period."""
    try:
        period = Period(start, end)
    except ValueError as fault:
        raise ClickException(str(fault)) from None
    store, authority = open_authority(key, "voice")
    report = take_report(store, authority.id, actor("voice"), period, form, mode)
    write_file(output, FORMATS[form](report))
    click.echo(f"{output}: {report.all_returns.reviews} reviews from {start.isoformat()} to {end.isoformat()}.")
