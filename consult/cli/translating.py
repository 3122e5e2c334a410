"""`translate status`: how much of the interface and of each shipped booklet there is in every language."""

from collections.abc import Iterable, Iterator

import click
from babel.messages.catalog import Message

from consult.actions.publishing import LIBRARY, read_shipped
from consult.booklet.model import Booklet
from consult.booklet.translation import compare
from consult.booklet.translation_file import read_translation
from consult.cli.ground import OneLineGroup, clearly, read_text, tell_faults
from consult.web.house.catalogues import Language, read_catalogue, shipped_languages
from consult.web.house.sentences import Sentence, all_sentences, childrens_sentences


@click.group(cls=OneLineGroup)
def translate() -> None:
    """Languages other than English."""


@translate.command()
@click.option("--all", "tell_all", is_flag=True, help="Name every sentence that is missing or stale.")
@clearly
def status(tell_all: bool) -> None:
    """Say what is missing, stale, a draft or checked, language by language. Needs no database."""
    ours, everyones, booklets = childrens_sentences(), all_sentences(), read_shipped()
    click.echo(
        f"English: {len(ours)} sentences on children's pages; {len(everyones - ours)} more on staff's, in English."
    )
    faults: list[str] = []
    for language in shipped_languages().values():
        click.echo(f"{language.name} ({language.tag})")
        _tell("children's pages", language.state, len(ours), *_interface(language, ours), tell_all=tell_all)
        for booklet in booklets:
            faults += _tell_booklet(booklet, language.tag, tell_all=tell_all)
    if faults:
        tell_faults(faults, "Translations have faults.")


def _interface(language: Language, ours: set[Sentence]) -> tuple[list[str], list[str]]:
    """Sentences that are missing, and those of the file that nobody says any more or that are marked fuzzy."""
    kept = {_key(entry): entry for entry in read_catalogue(language.tag) if entry.id}
    whole = {sentence for sentence, entry in kept.items() if not entry.fuzzy and all(_strings(entry))}
    stale = [sentence for sentence, entry in kept.items() if entry.fuzzy or sentence not in ours]
    missing = ours - whole - {sentence for sentence in stale if sentence in ours}
    return sorted(map(_first, missing)), sorted(map(_first, stale))


def _tell_booklet(booklet: Booklet, tag: str, *, tell_all: bool) -> Iterator[str]:
    path = LIBRARY / f"{booklet.key}.{tag}.yaml"
    if not path.exists():
        click.echo(f"  {booklet.key}: not translated")
        return
    translation, faults = read_translation(read_text(str(path)), booklet)
    if translation is None:
        click.echo(f"  {booklet.key}: has faults")
        yield from (f"{path.name}, {fault}" for fault in faults)
        return
    found = compare(booklet, translation)
    _tell(booklet.key, translation.state, found.whole, found.missing, found.stale, tell_all=tell_all)


def _tell(what: str, state: str, whole: int, missing: Iterable[str], stale: Iterable[str], *, tell_all: bool) -> None:
    gaps = {"missing": list(missing), "stale": list(stale)}
    there = whole - len(gaps["missing"])
    told = ", ".join(f"{len(each)} {name}" for name, each in gaps.items() if each) or "nothing missing, nothing stale"
    click.echo(f"  {what}: {there} of {whole}, {told}; {state}")
    if tell_all:
        for name, each in gaps.items():
            for sentence in each:
                click.echo(f"    {name}: {sentence}")


def _key(entry: Message) -> Sentence:
    return entry.id if isinstance(entry.id, str) else tuple(entry.id)


def _strings(entry: Message) -> tuple[str, ...]:
    return (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())


def _first(sentence: Sentence) -> str:
    return sentence if isinstance(sentence, str) else sentence[0]
