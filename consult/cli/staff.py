"""`staff`: the first people of a service, and new links for those who lost theirs."""

import click
from click import ClickException
from flask import current_app

from consult.actions import staffing
from consult.actions.demo import next_demo_code
from consult.actions.refusals import Refused
from consult.cli.ground import OneLineGroup, actor, clearly, on_authority, open_authority
from consult.store.database import Store
from consult.store.staff import ROLES, Staff, find_staff_by_email
from consult.web.house.premises import premises_of, the_store

_SENTENCES = {
    "bad_email": "This is not an e-mail address.",
    "bad_name": "A name has 1 to 120 characters.",
    "bad_role": f"A role is one of: {', '.join(ROLES)}.",
    "email_taken": "Somebody has this e-mail address already; `staff reset` gives them a new link.",
    "no_codes": "There is no code to show: this person has set up no app.",
}


@click.group(cls=OneLineGroup)
def staff() -> None:
    """People who work here."""


@staff.command()
@click.argument("email")
@click.option("--name", required=True, help="As children and colleagues know them.")
@click.option("--role", "roles", required=True, multiple=True, help=f"{', '.join(ROLES)}; may be given again.")
@on_authority
@clearly
def add(email: str, name: str, roles: tuple[str, ...], key: str | None) -> None:
    """Add a person, and print a one-use link by which they set password and second factor."""
    store, authority = open_authority(key, "staff add")
    try:
        added, token = staffing.add_person(store, authority.id, actor("staff add"), email, name, roles)
    except Refused as refused:
        raise ClickException(_SENTENCES[refused.reason]) from None
    click.echo(f"{added.name} is added. This link works once, within 72 hours; give it to nobody else:")
    click.echo(_link(token))


@staff.command()
@click.argument("email")
@clearly
def reset(email: str) -> None:
    """Sign a person out everywhere, forget password and second factor, and print a new one-use link."""
    store = the_store()
    who = _find(store, email)
    token = staffing.reset(store, who.authority_id, actor("staff reset"), who.public_id)
    click.echo(f"{who.name} can no longer sign in as before. This link works once, within 72 hours:")
    click.echo(_link(token))


@staff.command()
@click.argument("email")
@clearly
def code(email: str) -> None:
    """In the demo only: the code that signs a made-up person in now."""
    store = the_store()
    who = _find(store, email)
    try:
        click.echo(next_demo_code(store, who))
    except Refused as refused:
        sentence = "Only people of the demo have their codes shown."
        raise ClickException(_SENTENCES.get(refused.reason, sentence)) from None


def _find(store: Store, email: str) -> Staff:
    with store.engine.connect() as connection:
        who = find_staff_by_email(connection, email)
    if who is None:
        raise ClickException("Nobody who is switched on has this e-mail address.")
    return who


def _link(token: str) -> str:
    return f"{premises_of(current_app).settings.base_url}/staff/link/{token}"
