"""`retention run`."""

from collections.abc import Sequence

import click

from consult.actions.retention import Due, forget_due, list_due
from consult.cli.ground import OneLineGroup, actor, clearly, on_authority, open_authority

_WAITS = {
    "held": "a legal hold is on the child",
    "open": "nobody has closed it",
    "not_on_file": "it was never put on the child's file",
}


@click.group(cls=OneLineGroup)
def retention() -> None:
    """How long words stay."""


@retention.command()
@click.option("--look", is_flag=True, help="Say what is due; destroy nothing.")
@on_authority
@clearly
def run(look: bool, key: str | None) -> None:
    """Destroy words whose time is over, except what is not on the child's file or under a legal hold."""
    store, authority = open_authority(key, "retention run")
    if look:
        due = list_due(store, authority.id)
        click.echo(f"Due and ready to go: {sum(not each.waits for each in due)}. Nothing was destroyed.")
        _tell_waiting([each for each in due if each.waits])
        return
    done = forget_due(store, authority.id, actor("retention run"))
    click.echo(f"Destroyed: words {done.words}, keys of reviews {done.reviews}, names of children {done.children}.")
    _tell_waiting(done.waiting)


def _tell_waiting(waiting: Sequence[Due]) -> None:
    if not waiting:
        click.echo("Nothing waits.")
        return
    click.echo(f"Still here though their time is over: {len(waiting)}")
    for each in waiting:
        officer = each.words.officer or "nobody"
        click.echo(
            f"  {each.words.kind} of {each.words.day}, {officer}'s, due since {each.since}: {_WAITS[each.waits]}"
        )
