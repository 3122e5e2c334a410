"""`audit verify`."""

import click
from click import ClickException

from consult.actions.verifying import verify_audit
from consult.cli.ground import OneLineGroup, clearly, list_meant, on_authority
from consult.store.audit import Chain
from consult.store.authorities import Authority
from consult.web.house.premises import the_store


@click.group(cls=OneLineGroup)
def audit() -> None:
    """Who did or read what, and when."""


@audit.command()
@click.option("--noted", default="", metavar="HEAD", help="A head printed earlier, which the chain must still pass.")
@on_authority
@clearly
def verify(key: str | None, noted: str) -> None:
    """Work out anew whether any audit row was changed, taken out or put in; without --authority for all."""
    store = the_store()
    faults = []
    for each in list_meant(store, key, "audit verify"):
        chain = verify_audit(store, each.id, noted)
        fault = _fault(each, chain)
        if fault:
            faults.append(fault)
        else:
            click.echo(f"{each.key}: {chain.rows:,} rows, all as they were written. Head: {chain.head}")
    if faults:
        raise ClickException(" ".join(faults))


def _fault(authority: Authority, chain: Chain) -> str:
    if chain.broken is not None and chain.broken > chain.rows:
        return f"{authority.key}: after row {chain.rows:,} rows are missing, or the head of the chain was changed."
    if chain.broken is not None:
        return f"{authority.key}: row {chain.broken:,} was changed, or rows before it were taken out or put in."
    if not chain.passes_note:
        return f"{authority.key}: the chain of {chain.rows:,} rows does not pass the head that was noted."
    return ""
