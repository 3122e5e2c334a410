"""`demo`: a made-up authority to try everything on."""

import click
from click import ClickException

from consult.actions.demo import Demo, complete_staff, fill_demo, find_demo, next_demo_code
from consult.actions.demo.people import PASSWORD
from consult.actions.refusals import Refused
from consult.cli.ground import OneLine, clearly
from consult.store.database import Store
from consult.store.staff import find_staff_by_email
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
        complete_staff(store, make_password_hash(PASSWORD))
    except Refused as refused:
        raise ClickException(_SENTENCES[refused.reason]) from None
    click.echo("The demo is there already." if there else "The demo is filled.")
    _tell(store, told)


def _tell(store: Store, demo: Demo) -> None:
    click.echo(f"{demo.authority}: everybody here is made up.")
    for one in demo.staff:
        click.echo(f"  {one.role:13} {one.email:26} {one.password}  code now {_code(store, one.email)}")
    click.echo("  A code counts once and for about a minute. The next one:")
    click.echo(f"  .venv/bin/flask --app consult staff code {demo.staff[0].email}")
    for card in demo.cards:
        number = " ".join(card.number[place : place + 4] for place in range(0, 12, 4))
        click.echo(f"  card          {number:26} {card.first_name}, {card.age}")


def _code(store: Store, email: str) -> str:
    with store.engine.connect() as connection:
        who = find_staff_by_email(connection, email)
    try:
        return next_demo_code(store, who) if who else "-"
    except Refused:
        return "-"  # somebody trying things out has reset or switched off this person
