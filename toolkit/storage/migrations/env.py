"""Runs the steps on the connection that `migrate` hands in; Alembic loads this file."""

from alembic import context

from toolkit.storage.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
