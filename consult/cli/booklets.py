"""`booklet check`, `booklet publish`, `booklet export`."""

from pathlib import Path

import click
from click import ClickException

from consult.actions.publishing import Unpublishable, find_beside
from consult.actions.publishing import publish as publish_booklet
from consult.booklet.advice import advise
from consult.booklet.model import Booklet
from consult.booklet.translation import Translation, compare
from consult.booklet.translation_file import read_translation
from consult.booklet.yaml_file import read_yaml, write_yaml
from consult.cli.ground import (
    OneLineGroup,
    actor,
    clearly,
    on_authority,
    open_authority,
    read_text,
    tell_faults,
    write_file,
)
from consult.store import editions


@click.group(cls=OneLineGroup)
def booklet() -> None:
    """Check, publish and export booklets."""


@booklet.command()
@click.argument("file")
@clearly
def check(file: str) -> None:
    """Say every fault of FILE with its line, then advice. Needs no database."""
    sound = _read(file)
    for advice in advise(sound):
        click.echo(f"Advice: {advice}")
    for translation in _read_beside(file, sound, "The translations have faults."):
        _tell_gaps(sound, translation)
    click.echo(f"{file} has no faults: {len(sound.questions)} questions.")


@booklet.command()
@click.argument("file")
@on_authority
@clearly
def publish(file: str, key: str | None) -> None:
    """Freeze FILE as the next edition of its booklet, with the translations beside it; an unchanged file makes none."""
    sound = _read(file)
    beside = _read_beside(file, sound, "Nothing was published.")
    store, authority = open_authority(key, "booklet publish")
    try:
        published = publish_booklet(store, authority.id, actor("booklet publish"), sound, beside)
    except Unpublishable as refused:
        tell_faults(refused.sentences, "Nothing was published.")
    for change in published.changes:
        click.echo(f"{change.question}: {change.sentence}")
    if published.new:
        click.echo(f"{published.key} is published as edition {published.number}.")
    else:
        click.echo(f"{published.key} is unchanged: edition {published.number} stays the newest.")
    for translation in beside:
        kept = "published" if translation.language in published.languages else "unchanged"
        click.echo(f"{published.key} in {translation.language} ({translation.state}) is {kept}.")
        _tell_gaps(sound, translation)


@booklet.command()
@click.argument("booklet_key", metavar="KEY")
@click.option("--edition", type=int, metavar="N", help="An earlier edition; else the newest.")
@click.option("--output", metavar="FILE", help="Where to write it; else it is printed.")
@on_authority
@clearly
def export(booklet_key: str, edition: int | None, output: str | None, key: str | None) -> None:
    """Give the YAML of the published booklet KEY."""
    store, authority = open_authority(key, "booklet export")
    with store.reading(authority.id) as tx:
        published = [each for each in editions.list_editions(tx) if each.booklet.key == booklet_key]
    if not published:
        raise ClickException(f"No booklet “{booklet_key}” is published.")
    numbered = {each.number: each for each in published}
    found = published[-1] if edition is None else numbered.get(edition)
    if found is None:
        raise ClickException(f"“{booklet_key}” has no edition {edition}; the newest is {published[-1].number}.")
    if output is None:
        click.echo(write_yaml(found.booklet), nl=False)
    else:
        write_file(output, write_yaml(found.booklet))


def _read(file: str) -> Booklet:
    sound, faults = read_yaml(read_text(file))
    if sound is None:
        tell_faults((f"{file}, {fault}" for fault in faults), "The booklet has faults.")
    return sound


def _read_beside(file: str, booklet: Booklet, afterwards: str) -> list[Translation]:
    found = [(path, *read_translation(read_text(str(path)), booklet)) for path in find_beside(Path(file))]
    faults = [f"{path}, {fault}" for path, _, wrong in found for fault in wrong]
    for path, translation, _ in found:
        if translation is not None and path.stem != f"{Path(file).stem}.{translation.language}":
            faults.append(f"{path}: the file is named for another language than “{translation.language}”.")
    if faults:
        tell_faults(faults, afterwards)
    return [translation for _, translation, _ in found if translation is not None]


def _tell_gaps(booklet: Booklet, translation: Translation) -> None:
    covered = compare(booklet, translation)
    for what, paths in (("missing", covered.missing), ("stale", covered.stale)):
        for path in paths:
            click.echo(f"Advice: {translation.language}, {path}: {what}, so it is shown in English.")
