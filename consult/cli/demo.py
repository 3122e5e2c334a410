"""`demo`: a made-up authority to try everything on."""

import click
from click import ClickException

from consult.actions.demo import Demo, fill_demo, find_demo
from consult.actions.demo.people import PASSWORD
from consult.actions.refusals import Refused
from consult.cli.ground import OneLine, clearly
from consult.web.house.premises import the_store
from consult.web.house.staff_sign_in import make_password_hash

_SENTENCES = {
    "key_taken": "There is a real authority with the key “demo”; the demo needs that key.",
    "half_filled": "The demo was interrupted while it was filled. Delete its database and start again.",
}


@click.command(cls=OneLine)
@clearly
def demo() -> None:
    """Fill the made-up authority, once, and say how to get in."""
    store = the_store()
    try:
        there = find_demo(store)
        told = there or fill_demo(store, make_password_hash(PASSWORD))
    except Refused as refused:
        raise ClickException(_SENTENCES[refused.reason]) from None
    click.echo("The demo is there already." if there else "The demo is filled.")
    _tell(told)


def _tell(demo: Demo) -> None:
    click.echo(f"{demo.authority}: everybody here is made up.")
    for one in demo.staff:
        click.echo(f"  {one.role:8} {one.email:28} {one.password}")
    for card in demo.cards:
        number = " ".join(card.number[place : place + 4] for place in range(0, 12, 4))
        click.echo(f"  card     {number:28} {card.first_name}, {card.age}")
