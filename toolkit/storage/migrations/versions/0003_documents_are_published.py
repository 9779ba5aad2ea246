"""Documents are published, and actions live on.

Revision: 0003, after 0002.
"""

import sqlalchemy as sa
from alembic import op

from toolkit.storage.kinds import Json, Moment

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "blanks",
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("changed", Moment(), nullable=False),
        sa.Column("account_id", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_blanks_account_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessments.id"],
            name=op.f("fk_blanks_assessment_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("assessment_id", "name", name=op.f("pk_blanks")),
    )
    op.create_table(
        "left_out",
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("place", sa.String(length=250), nullable=False),
        sa.Column("sentence", sa.String(length=64), nullable=False),
        sa.Column("stays", sa.Boolean(), nullable=False),
        sa.Column("changed", Moment(), nullable=False),
        sa.Column("account_id", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_left_out_account_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessments.id"],
            name=op.f("fk_left_out_assessment_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("assessment_id", "place", "sentence", name=op.f("pk_left_out")),
    )
    op.create_table(
        "reader_links",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("account_id", sa.String(length=32), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("begun", Moment(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("withdrawn", Moment(), nullable=True),
        sa.Column("by_id", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_reader_links_account_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessments.id"],
            name=op.f("fk_reader_links_assessment_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["by_id"], ["accounts.id"], name=op.f("fk_reader_links_by_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reader_links")),
        sa.UniqueConstraint("hash", name=op.f("uq_reader_links_hash")),
    )
    with op.batch_alter_table("reader_links") as batch_op:
        batch_op.create_index("ix_reader_links_account_id", ["account_id"], unique=False)
        batch_op.create_index("ix_reader_links_assessment_id", ["assessment_id"], unique=False)

    op.create_table(
        "action_changes",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("action_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column(
            "before",
            Json,
            nullable=True,
        ),
        sa.Column(
            "after",
            Json,
            nullable=False,
        ),
        sa.Column("changed", Moment(), nullable=False),
        sa.Column("account_id", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_action_changes_account_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["actions.id"],
            name=op.f("fk_action_changes_action_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessments.id"],
            name=op.f("fk_action_changes_assessment_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_action_changes")),
        sa.UniqueConstraint(
            "action_id", "version", name=op.f("uq_action_changes_action_id_version")
        ),
    )
    with op.batch_alter_table("actions") as batch_op:
        batch_op.add_column(sa.Column("reason", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("reminded", Moment(), nullable=True))

    with op.batch_alter_table("assessments") as batch_op:
        batch_op.add_column(sa.Column("told_back", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("tell_again", sa.Date(), nullable=True))

    with op.batch_alter_table("municipalities") as batch_op:
        batch_op.add_column(
            sa.Column("logo_hash", sa.String(length=64), server_default="", nullable=False)
        )
        batch_op.add_column(sa.Column("headings", sa.Text(), server_default="", nullable=False))


def downgrade() -> None:
    """Take it back."""
    with op.batch_alter_table("municipalities") as batch_op:
        batch_op.drop_column("headings")
        batch_op.drop_column("logo_hash")

    with op.batch_alter_table("assessments") as batch_op:
        batch_op.drop_column("tell_again")
        batch_op.drop_column("told_back")

    with op.batch_alter_table("actions") as batch_op:
        batch_op.drop_column("reminded")
        batch_op.drop_column("reason")

    op.drop_table("action_changes")
    with op.batch_alter_table("reader_links") as batch_op:
        batch_op.drop_index("ix_reader_links_assessment_id")
        batch_op.drop_index("ix_reader_links_account_id")

    op.drop_table("reader_links")
    op.drop_table("left_out")
    op.drop_table("blanks")
