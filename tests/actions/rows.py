"""How many rows there are, to see that a file with faults left nothing behind."""

from typing import Any

from sqlalchemy import Table, func, select

from consult.store.database import Store
from consult.store.tables import METADATA
from tests.fixtures.statements import OWNED


def count_rows(store: Store, authority_id: int) -> dict[str, int]:
    """Owned table -> rows of the authority."""
    counts = {}
    with store.reading(authority_id) as tx:
        for name in sorted(OWNED):
            table = METADATA.tables[name]
            statement = select(func.count()).select_from(table).where(table.c.authority_id == authority_id)
            counts[name] = tx.connection.execute(statement).scalar_one()
    return counts


def rows_of(store: Store, table: Table, authority_id: int) -> list[dict[str, Any]]:
    """Every row of a table that the authority owns, first to last."""
    statement = select(table).where(table.c.authority_id == authority_id).order_by(table.c.id)
    with store.reading(authority_id) as tx:
        return [dict(row._mapping) for row in tx.connection.execute(statement)]


def csv_of(*rows: dict[str, str]) -> str:
    """A file with the columns of the first row; no cell here needs quotation marks unless it brings its own."""
    return "\n".join([",".join(rows[0]), *(",".join(row.values()) for row in rows)]) + "\n"
