"""`import reviews`, `import answers`."""

import click

from consult.actions.importing import Faulty, Imported, import_answers, import_reviews
from consult.cli.ground import OneLineGroup, actor, clearly, on_authority, open_authority, read_file, tell_faults


@click.group(name="import", cls=OneLineGroup)
def import_() -> None:
    """Bring in reviews, or booklets filled on paper; all or nothing."""


@import_.command()
@click.argument("file")
@on_authority
@clearly
def reviews(file: str, key: str | None) -> None:
    """Bring in the reviews and children of a CSV FILE."""
    content = read_file(file)
    store, authority = open_authority(key, "import reviews")
    try:
        imported = import_reviews(store, authority.id, actor("import reviews"), content)
    except Faulty as faulty:
        tell_faults(faulty.faults, "Nothing was imported.")
    _tell("Reviews", imported)


@import_.command()
@click.argument("file")
@click.option("--replace", is_flag=True, help="Let booklets of the file take the place of those imported before.")
@on_authority
@clearly
def answers(file: str, replace: bool, key: str | None) -> None:
    """Bring in the returned booklets of a CSV FILE."""
    content = read_file(file)
    store, authority = open_authority(key, "import answers")
    try:
        imported = import_answers(store, authority.id, actor("import answers"), content, replace=replace)
    except Faulty as faulty:
        tell_faults(faulty.faults, "Nothing was imported.")
    _tell("Booklets", imported)


def _tell(what: str, imported: Imported) -> None:
    click.echo(f"{what}: {imported.new} new, {imported.changed} changed, {imported.as_before} as before.")
