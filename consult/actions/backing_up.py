"""A copy of everything, and back again."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from consult.store.audit import Actor, add_audit
from consult.store.authorities import list_authorities
from consult.store.backup import Tallies, list_lines
from consult.store.backup_file import open_lines, seal_lines
from consult.store.database import Store
from consult.store.engine import name_owner
from consult.store.restore import restore_lines


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back. `made_at`: when the backup was made; `tables`: rows and digest of each, as read again."""

    made_at: str
    tables: Tallies


def back_up(store: Store, root_key: bytes, actor: Actor, file: BinaryIO) -> None:
    """Write every authority's rows, sealed; whoever took a copy stands in each audit. Raises BadBackup."""
    seal_lines(file, root_key, list_lines(store))
    with store.engine.connect() as connection:
        known = list_authorities(connection)
    for each in known:
        with store.writing(each.id) as tx:
            add_audit(tx, actor, "back_up", "authority", each.key)


def restore(store: Store, root_key: bytes, actor: Actor, file: BinaryIO) -> Restored:
    """Put a backup into an empty database, all or nothing. Raises BadBackup or Unopened."""
    lines: Iterator[str] = open_lines(file, root_key)
    with store.founding() as tx:
        made_at, tables = restore_lines(tx, lines)
        for each in list_authorities(tx.connection):
            tx.authority_id, tx.chained = each.id, None
            name_owner(tx.connection, each.id)
            add_audit(tx, actor, "restore", "authority", each.key, made_at=made_at)
    return Restored(made_at, tables)
