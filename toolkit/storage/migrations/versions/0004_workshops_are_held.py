"""Workshops are held.

Revision: 0004, after 0003.
"""

import sqlalchemy as sa
from alembic import op

from toolkit.storage.kinds import Json, Moment

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "own_cases",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("account_id", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("begun", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_own_cases_account_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_cases")),
    )
    with op.batch_alter_table("own_cases") as batch_op:
        batch_op.create_index("ix_own_cases_account_id", ["account_id"], unique=False)

    op.create_table(
        "known_cases",
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("scenario", sa.String(length=120), nullable=False),
        sa.Column("known", sa.Boolean(), nullable=False),
        sa.Column("changed", Moment(), nullable=False),
        sa.Column("account_id", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_known_cases_account_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessments.id"],
            name=op.f("fk_known_cases_assessment_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("assessment_id", "scenario", name=op.f("pk_known_cases")),
    )
    op.create_table(
        "workshops",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("account_id", sa.String(length=32), nullable=False),
        sa.Column("municipality_id", sa.String(length=32), nullable=True),
        sa.Column("assessment_id", sa.String(length=32), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("wishes", Json(), nullable=False),
        sa.Column("plan", Json(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("begun", Moment(), nullable=False),
        sa.Column("room", Json(), nullable=False),
        sa.Column("room_version", sa.Integer(), nullable=False),
        sa.Column("expert_saw", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_workshops_account_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessments.id"],
            name=op.f("fk_workshops_assessment_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipalities.id"],
            name=op.f("fk_workshops_municipality_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workshops")),
    )
    with op.batch_alter_table("workshops") as batch_op:
        batch_op.create_index("ix_workshops_account_id", ["account_id"], unique=False)
        batch_op.create_index("ix_workshops_assessment_id", ["assessment_id"], unique=False)
        batch_op.create_index("ix_workshops_municipality_id", ["municipality_id"], unique=False)

    op.create_table(
        "agreements",
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("item", sa.String(length=250), nullable=False),
        sa.Column("child_notices", sa.Text(), nullable=False),
        sa.Column("action_id", sa.String(length=32), nullable=True),
        sa.Column("changed", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"], ["actions.id"], name=op.f("fk_agreements_action_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"],
            ["workshops.id"],
            name=op.f("fk_agreements_workshop_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("workshop_id", "number", name=op.f("pk_agreements")),
    )
    op.create_table(
        "parked",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("place", sa.String(length=280), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("begun", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop_id"],
            ["workshops.id"],
            name=op.f("fk_parked_workshop_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parked")),
    )
    with op.batch_alter_table("parked") as batch_op:
        batch_op.create_index("ix_parked_workshop_id", ["workshop_id"], unique=False)

    op.create_table(
        "workshop_counts",
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("months", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("item", sa.String(length=250), nullable=False),
        sa.Column("counts", Json(), nullable=False),
        sa.Column("changed", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop_id"],
            ["workshops.id"],
            name=op.f("fk_workshop_counts_workshop_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("workshop_id", "months", "item", name=op.f("pk_workshop_counts")),
    )
    op.create_table(
        "workshop_notes",
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("place", sa.String(length=280), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("changed", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop_id"],
            ["workshops.id"],
            name=op.f("fk_workshop_notes_workshop_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("workshop_id", "place", name=op.f("pk_workshop_notes")),
    )
    op.create_table(
        "workshop_words",
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("place", sa.String(length=280), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("changed", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop_id"],
            ["workshops.id"],
            name=op.f("fk_workshop_words_workshop_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("workshop_id", "place", name=op.f("pk_workshop_words")),
    )
    with op.batch_alter_table("documents") as batch_op:
        batch_op.add_column(sa.Column("workshop_id", sa.String(length=32), nullable=True))
        batch_op.alter_column("assessment_id", existing_type=sa.VARCHAR(length=32), nullable=True)
        batch_op.create_unique_constraint(
            batch_op.f("uq_documents_workshop_id_inputs"), ["workshop_id", "inputs"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_documents_workshop_id"),
            "workshops",
            ["workshop_id"],
            ["id"],
            ondelete="CASCADE",
        )


def downgrade() -> None:
    """Take it back."""
    with op.batch_alter_table("documents") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_documents_workshop_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("uq_documents_workshop_id_inputs"), type_="unique")
        batch_op.alter_column("assessment_id", existing_type=sa.VARCHAR(length=32), nullable=False)
        batch_op.drop_column("workshop_id")

    op.drop_table("workshop_words")
    op.drop_table("workshop_notes")
    op.drop_table("workshop_counts")
    with op.batch_alter_table("parked") as batch_op:
        batch_op.drop_index("ix_parked_workshop_id")

    op.drop_table("parked")
    op.drop_table("agreements")
    with op.batch_alter_table("workshops") as batch_op:
        batch_op.drop_index("ix_workshops_municipality_id")
        batch_op.drop_index("ix_workshops_assessment_id")
        batch_op.drop_index("ix_workshops_account_id")

    op.drop_table("workshops")
    op.drop_table("known_cases")
    with op.batch_alter_table("own_cases") as batch_op:
        batch_op.drop_index("ix_own_cases_account_id")

    op.drop_table("own_cases")
