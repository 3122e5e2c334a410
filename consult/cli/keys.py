"""`keys rotate`."""

import click

from consult.actions.keeping_keys import Rotated, rotate_keys
from consult.cli.ground import OneLineGroup, actor, clearly
from consult.web.house.premises import the_store


@click.group(cls=OneLineGroup)
def keys() -> None:
    """The keys that seal what children say."""


@keys.command()
@clearly
def rotate() -> None:
    """Make the upper keys new, all or none; no answer is touched and every card goes on working.

    Set CONSULT_KEY_NEW or CONSULT_KEY_NEW_FILE to replace the root key as well.
    """
    done = rotate_keys(the_store(), actor("keys rotate"))
    click.echo(_sum_up(done))
    if done.new_root:
        click.echo("Now start the service with the new key as CONSULT_KEY. Copies made before today need the old one.")
    else:
        click.echo("The root key is as before. CONSULT_KEY_NEW or CONSULT_KEY_NEW_FILE replaces it.")


def _sum_up(done: Rotated) -> str:
    first, *others = (
        f"{number:,} {one if number == 1 else more}"
        for number, one, more in (
            (done.authorities, "authority", "authorities"),
            (done.children, "child", "children"),
            (done.reviews, "review", "reviews"),
            (done.cards, "card", "cards"),
        )
    )
    return f"New keys for {first}: wrapped anew for {', '.join(others)}."
