"""`authority add`."""

import click
from click import ClickException

from consult.actions.publishing import LONGEST_NAME, add_authority
from consult.actions.refusals import Refused
from consult.cli.ground import OneLineGroup, actor, clearly
from consult.web.house.premises import the_store

_SENTENCES = {
    "bad_key": "A key is up to 60 small letters, digits and hyphens, such as north-larkshire.",
    "bad_name": f"A name has 1 to {LONGEST_NAME} characters.",
    "key_taken": "There is an authority with this key already.",
}


@click.group(cls=OneLineGroup)
def authority() -> None:
    """Authorities, who own everything that is kept."""


@authority.command()
@click.argument("key")
@click.argument("name")
@clearly
def add(key: str, name: str) -> None:
    """Add the authority KEY called NAME, with the shipped booklets published."""
    try:
        add_authority(the_store(), actor("authority add"), key, name)
    except Refused as refused:
        raise ClickException(_SENTENCES[refused.reason]) from None
    click.echo(f"{name} is added under the key {key}.")
