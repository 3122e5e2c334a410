"""PostgreSQL itself keeps authorities apart: every owned table shows only the rows of the authority that was named.

Not part of any migration: the list of owned tables is the code's, and after every start all of them are separated,
so that no later migration can forget one and nobody's slip in the database lasts.
"""

from sqlalchemy import Connection, text

from consult.store.tables import METADATA, OUTSIDE

_POLICY = "own_authority"
# Blank once a transaction has ended in which it was set: no number, no rows.
_OWN = "authority_id = NULLIF(current_setting('consult.authority', true), '')::bigint"
_STATE = text(
    "SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced, "
    "EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid) AS has_policy "
    "FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'"
)
_BYPASSES = text("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")


def separate(connection: Connection) -> None:
    """Put every owned table behind the policy, for its owner as well; nothing on SQLite."""
    if connection.dialect.name == "sqlite":
        return
    for row in connection.execute(_STATE).all():
        if row.name not in METADATA.tables:
            continue
        owned = row.name not in OUTSIDE
        if row.has_policy != owned:
            verb = f"CREATE POLICY {_POLICY} ON {row.name} USING ({_OWN})" if owned else _drop(row.name)
            connection.exec_driver_sql(verb)
        if row.forced != owned:
            words = ("ENABLE", "FORCE") if owned else ("DISABLE", "NO FORCE")
            _alter(connection, row.name, *words)


def lift(connection: Connection) -> None:
    """Take the policies away until `separate`: a migration mends every authority's rows, and older code names none."""
    if connection.dialect.name == "sqlite":
        return
    # What is not lifted after all must fail loudly: under a policy a migration would change no row, and say nothing.
    connection.exec_driver_sql("SET LOCAL row_security = off")
    for row in connection.execute(_STATE).all():
        if row.has_policy:
            connection.exec_driver_sql(_drop(row.name))
            _alter(connection, row.name, "DISABLE", "NO FORCE")


def passes_by(connection: Connection) -> bool:
    """Whether the role that is connected sees every row whatever the policies say."""
    if connection.dialect.name == "sqlite":
        return False
    return bool(connection.execute(_BYPASSES).scalar_one())


def _drop(table: str) -> str:
    return f"DROP POLICY IF EXISTS {_POLICY} ON {table}"


def _alter(connection: Connection, table: str, *words: str) -> None:
    for word in words:
        connection.exec_driver_sql(f"ALTER TABLE {table} {word} ROW LEVEL SECURITY")
