"""`analyse`: mood, themes and concern of free-text answers."""

import click
from click import ClickException

from consult.analysis.lines import BadLine, analyse_lines
from consult.cli.ground import OneLine, clearly, read_text, write_file


@click.command(cls=OneLine)
@click.argument("source", metavar="IN.jsonl")
@click.argument("target", metavar="OUT.jsonl")
@clearly
def analyse(source: str, target: str) -> None:
    """Guess about the answers in IN, a JSON object a line, into OUT. Needs no database."""
    try:
        # Only \n ends a line here: JSON may hold the other characters that splitlines() cuts at.
        found = analyse_lines(read_text(source).split("\n"))
    except BadLine as fault:
        raise ClickException(str(fault)) from None
    write_file(target, "".join(f"{line}\n" for line in found))
    click.echo(f"{target}: {len(found)} answers.")
