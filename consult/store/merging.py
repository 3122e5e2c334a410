"""Two children who are one: everything of the second moves to the first, and its row and key go."""

from sqlalchemy import Column, Table, bindparam, delete, select, update

from consult.store.children import Child, fetch_child_key
from consult.store.database import AnyRow, Transaction
from consult.store.everything import OPENERS, Keys, walk_rows
from consult.store.tables import METADATA, card, child

_CARDS = select(card).where(card.c.authority_id == bindparam("authority"), card.c.child_id == bindparam("child"))
_HELD = select(child.c.held_because_sealed, child.c.held_since).where(
    child.c.authority_id == bindparam("authority"), child.c.id == bindparam("child")
)


def move_everything(tx: Transaction, gone: Child, kept: Child) -> None:
    """Words sealed with the key of `gone` are sealed anew with that of `kept`, every row follows, its cards stop.

    Words under the keys of reviews stay as they are. Ages and bands are the caller's to work out again.
    """
    keys, key = Keys(tx, gone), fetch_child_key(tx, kept.id)
    for table, rows in walk_rows(tx, gone, keys):
        for column in table.c if table is not child else ():
            opener = OPENERS.get(f"{table.name}.{column.name}")
            for row in rows if opener else ():
                sealed, way = row._mapping[column.name], opener(keys, row) if opener else None
                if sealed and way and way[0] is keys.child:
                    _change(tx, table, row.id, column, key.reseal(sealed, way[1], keys.child))
    _take_over_hold(tx, gone, kept)
    _stop_cards(tx, gone, kept)
    for column in _ways_to_a_child():
        moved = update(column.table).where(column.table.c.authority_id == tx.authority_id, column == gone.id)
        tx.connection.execute(moved.values({column: kept.id}))
    tx.connection.execute(delete(child).where(child.c.authority_id == tx.authority_id, child.c.id == gone.id))


def _take_over_hold(tx: Transaction, gone: Child, kept: Child) -> None:
    """A legal hold on either is one on both; its reasons stand one under the other."""
    holds = [(each, tx.run(_HELD, child=each.id).one()) for each in (kept, gone)]
    held = [(each, row) for each, row in holds if row.held_since]
    if not held:
        return
    reasons = [
        fetch_child_key(tx, each.id).open(row.held_because_sealed, f"child:{each.public_id}:held_because")
        for each, row in held
    ]
    sealed = fetch_child_key(tx, kept.id).seal("\n".join(reasons), f"child:{kept.public_id}:held_because")
    since = min(row.held_since for _each, row in held)
    statement = update(child).where(child.c.authority_id == tx.authority_id, child.c.id == kept.id)
    tx.connection.execute(statement.values(held_because_sealed=sealed, held_since=since))


def _stop_cards(tx: Transaction, gone: Child, kept: Child) -> None:
    """They still say that there is a newer one, and are sealed for their new place."""
    for row in tx.all(_CARDS, child=gone.id):
        number = tx.key.open(row.number_sealed, f"card:{gone.public_id}:number")
        _change(tx, card, row.id, card.c.number_sealed, tx.key.seal(number, f"card:{kept.public_id}:number"))
        _change(tx, card, row.id, card.c.replaced_at, row.replaced_at or tx.now)


def _ways_to_a_child() -> list[Column[AnyRow]]:
    return [
        key.parent for table in METADATA.sorted_tables for key in table.foreign_keys if key.column.table.name == "child"
    ]


def _change(tx: Transaction, table: Table, row_id: int, column: Column[AnyRow], value: object) -> None:
    statement = update(table).where(table.c.authority_id == tx.authority_id, table.c.id == row_id)
    tx.connection.execute(statement.values({column: value}))
