"""Freezing booklets as editions, and the authorities that own them."""

import glob
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from consult.actions.refusals import Refused
from consult.booklet.diff import Change, changes, refusals
from consult.booklet.model import Booklet
from consult.booklet.translation import Translation
from consult.booklet.translation_file import read_translation
from consult.booklet.yaml_file import read_yaml
from consult.settings import ROOT
from consult.store import authorities, editions, translations
from consult.store.audit import Actor, add_audit
from consult.store.database import Store, Transaction

LIBRARY = ROOT / "consult" / "library"
"""The booklets that every authority begins with."""

FIRST_KEY, FIRST_NAME = "main", "My authority"
LONGEST_KEY, LONGEST_NAME = 60, 200

_KEY = re.compile("[a-z0-9][a-z0-9-]*")


class Unpublishable(Exception):
    """The booklet may not follow the editions that are published. `sentences`: why, in plain words."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = tuple(sentences)


@dataclass(frozen=True, slots=True)
class Published:
    """The edition under which a booklet is published. `new`: it was made just now; `changes` since the one before.

    `languages`: of the translations that are new or changed.
    """

    key: str
    number: int
    new: bool
    changes: tuple[Change, ...] = ()
    languages: tuple[str, ...] = ()


def publish(
    store: Store, authority_id: int, actor: Actor, booklet: Booklet, beside: Sequence[Translation] = ()
) -> Published:
    """Freeze a sound booklet as the next edition; one equal to the newest makes none. Raises Unpublishable.

    `beside`: its translations, which take the place of those before.
    """
    with store.writing(authority_id) as tx:
        return _publish(tx, actor, booklet, beside)


def publish_shipped(store: Store, authority_id: int, actor: Actor) -> list[Published]:
    """The booklets in the library, each as `publish` does, all or none. Raises Unpublishable."""
    shipped = read_shipped()
    with store.writing(authority_id) as tx:
        return [_publish(tx, actor, booklet, read_shipped_beside(booklet)) for booklet in shipped]


def read_shipped() -> list[Booklet]:
    """The booklets in the library, by key."""
    paths = (path for path in sorted(LIBRARY.glob("*.yaml")) if "." not in path.stem)
    found = [read_yaml(path.read_text(encoding="utf-8")) for path in paths]
    # A test holds that no shipped booklet has a fault.
    return [booklet for booklet, _ in found if booklet is not None]


def find_beside(path: Path) -> list[Path]:
    """The files of a booklet's translations: `home.pl.yaml` beside `home.yaml`, by language."""
    return sorted(path.parent.glob(f"{glob.escape(path.stem)}.*{path.suffix}"))


def read_shipped_beside(booklet: Booklet) -> list[Translation]:
    """The translations in the library of one of its booklets, by language."""
    paths = find_beside(LIBRARY / f"{booklet.key}.yaml")
    found = [read_translation(path.read_text(encoding="utf-8"), booklet) for path in paths]
    return [translation for translation, _ in found if translation is not None]


def add_authority(store: Store, actor: Actor, key: str, name: str, *, demo: bool = False) -> int:
    """A further authority with the shipped booklets published; its id. Raises Refused: bad_key, bad_name, key_taken."""
    if not _KEY.fullmatch(key) or len(key) > LONGEST_KEY:
        raise Refused("bad_key")
    if not name.strip() or len(name) > LONGEST_NAME:
        raise Refused("bad_name")
    with store.founding() as tx:
        if any(each.key == key for each in authorities.list_authorities(tx.connection)):
            raise Refused("key_taken")
        return _found(store, tx, actor, key, name.strip(), demo=demo)


def ensure_authority(store: Store, actor: Actor) -> None:
    """An empty database gets its one authority; nothing where there is one."""
    with store.founding() as tx:
        if not authorities.list_authorities(tx.connection):
            _found(store, tx, actor, FIRST_KEY, FIRST_NAME, demo=False)


def _found(store: Store, tx: Transaction, actor: Actor, key: str, name: str, *, demo: bool) -> int:
    tx.authority_id = authorities.add_authority(store, tx.connection, key, name, demo=demo)
    add_audit(tx, actor, "add_authority", "authority", key)
    for booklet in read_shipped():
        _publish(tx, actor, booklet, read_shipped_beside(booklet))
    return tx.authority_id


def _publish(tx: Transaction, actor: Actor, booklet: Booklet, beside: Sequence[Translation]) -> Published:
    published = _publish_edition(tx, actor, booklet)
    changed = [each for each in beside if translations.find_translation(tx, each.booklet, each.language) != each]
    for each in changed:
        translations.keep_translation(tx, each)
        add_audit(tx, actor, "publish", "translation", each.booklet, language=each.language, state=each.state)
    return replace(published, languages=tuple(each.language for each in changed))


def _publish_edition(tx: Transaction, actor: Actor, booklet: Booklet) -> Published:
    before = [each for each in editions.list_editions(tx) if each.booklet.key == booklet.key]
    newest = before[-1] if before else None
    if newest is not None and newest.booklet == booklet:
        return Published(booklet.key, newest.number, new=False)
    refused = dict.fromkeys(sentence for each in before for sentence in refusals(each.booklet, booklet))
    if refused:
        raise Unpublishable(list(refused))
    number = newest.number + 1 if newest else 1
    editions.add_edition(tx, booklet, number)
    add_audit(tx, actor, "publish", "booklet", booklet.key, edition=number)
    return Published(booklet.key, number, True, tuple(changes(newest.booklet, booklet)) if newest else ())
