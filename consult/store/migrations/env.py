"""Alembic's entry: one connection, given by `consult.store.migrate`."""

from alembic import context

from consult.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
