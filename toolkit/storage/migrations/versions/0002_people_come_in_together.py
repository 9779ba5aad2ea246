"""People come in together.

Revision: 0002, after 0001.
"""

import sqlalchemy as sa
from alembic import op

from toolkit.storage.kinds import Json, Moment

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# Accounts get a number in the order in which they were made.
NUMBERED = """
UPDATE accounts SET number = (
    SELECT count(*) FROM accounts AS other
    WHERE other.begun < accounts.begun OR (other.begun = accounts.begun AND other.id <= accounts.id)
)
"""


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "attempts",
        sa.Column("tried", sa.String(length=64), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("tried", name=op.f("pk_attempts")),
    )
    op.create_table(
        "audit",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("account", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("object", sa.String(length=64), nullable=False),
        sa.Column("municipality", sa.String(length=32), nullable=False),
        sa.Column("result", sa.String(length=20), nullable=False),
        sa.Column("chain", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit")),
    )
    with op.batch_alter_table("audit") as batch_op:
        batch_op.create_index("ix_audit_municipality", ["municipality"], unique=False)

    op.create_table(
        "regional_answers",
        sa.Column("account_id", sa.String(length=32), nullable=False),
        sa.Column("questionnaire", sa.String(length=120), nullable=False),
        sa.Column("edition", sa.String(length=40), nullable=False),
        sa.Column("item", sa.String(length=250), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column(
            "answer",
            Json,
            nullable=False,
        ),
        sa.Column("changed", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_regional_answers_account_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "account_id", "questionnaire", "edition", "item", name=op.f("pk_regional_answers")
        ),
    )
    op.create_table(
        "regional_exceptions",
        sa.Column("account_id", sa.String(length=32), nullable=False),
        sa.Column("questionnaire", sa.String(length=120), nullable=False),
        sa.Column("edition", sa.String(length=40), nullable=False),
        sa.Column("item", sa.String(length=250), nullable=False),
        sa.Column("municipality_id", sa.String(length=32), nullable=False),
        sa.Column(
            "answer",
            Json,
            nullable=False,
        ),
        sa.Column("changed", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_regional_exceptions_account_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipalities.id"],
            name=op.f("fk_regional_exceptions_municipality_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "account_id",
            "questionnaire",
            "edition",
            "item",
            "municipality_id",
            name=op.f("pk_regional_exceptions"),
        ),
    )
    op.create_table(
        "evidence_files",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("municipality_id", sa.String(length=32), nullable=False),
        sa.Column("entry", sa.String(length=60), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("type", sa.String(length=20), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("added", Moment(), nullable=False),
        sa.Column("account_id", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_evidence_files_account_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id", "entry"],
            ["evidence.municipality_id", "evidence.entry"],
            name="fk_evidence_files_entry",
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipalities.id"],
            name=op.f("fk_evidence_files_municipality_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence_files")),
    )
    with op.batch_alter_table("evidence_files") as batch_op:
        batch_op.create_index(
            "ix_evidence_files_municipality_id", ["municipality_id"], unique=False
        )

    op.create_table(
        "grants",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("municipality_id", sa.String(length=32), nullable=False),
        sa.Column("assessment_id", sa.String(length=32), nullable=True),
        sa.Column("account_id", sa.String(length=32), nullable=True),
        sa.Column("to_municipality_id", sa.String(length=32), nullable=True),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("begun", Moment(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("withdrawn", Moment(), nullable=True),
        sa.Column("by_id", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_grants_account_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessments.id"],
            name=op.f("fk_grants_assessment_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["by_id"], ["accounts.id"], name=op.f("fk_grants_by_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipalities.id"],
            name=op.f("fk_grants_municipality_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["to_municipality_id"],
            ["municipalities.id"],
            name=op.f("fk_grants_to_municipality_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grants")),
    )
    with op.batch_alter_table("grants") as batch_op:
        batch_op.create_index("ix_grants_account_id", ["account_id"], unique=False)
        batch_op.create_index("ix_grants_to_municipality_id", ["to_municipality_id"], unique=False)

    op.create_table(
        "handed_out",
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("item", sa.String(length=250), nullable=False),
        sa.Column("account_id", sa.String(length=32), nullable=False),
        sa.Column("handed", Moment(), nullable=False),
        sa.Column("by_id", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_handed_out_account_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessments.id"],
            name=op.f("fk_handed_out_assessment_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["by_id"], ["accounts.id"], name=op.f("fk_handed_out_by_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("assessment_id", "item", "account_id", name=op.f("pk_handed_out")),
    )
    op.create_table(
        "invitations",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("account_id", sa.String(length=32), nullable=False),
        sa.Column("function", sa.String(length=60), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("invited", Moment(), nullable=False),
        sa.Column("by_id", sa.String(length=32), nullable=True),
        sa.Column("reminders", sa.Integer(), nullable=False),
        sa.Column("reminded", Moment(), nullable=True),
        sa.Column("no_reminders", sa.Boolean(), nullable=False),
        sa.Column("wants_link", Moment(), nullable=True),
        sa.Column("finished", Moment(), nullable=True),
        sa.Column("declined", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_invitations_account_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessments.id"],
            name=op.f("fk_invitations_assessment_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["by_id"], ["accounts.id"], name=op.f("fk_invitations_by_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint(
            "assessment_id", "account_id", name=op.f("uq_invitations_assessment_id_account_id")
        ),
    )
    op.create_table(
        "regional_offers",
        sa.Column("assessment_id", sa.String(length=32), nullable=False),
        sa.Column("item", sa.String(length=250), nullable=False),
        sa.Column("account_id", sa.String(length=32), nullable=True),
        sa.Column("function", sa.String(length=60), nullable=False),
        sa.Column(
            "answer",
            Json,
            nullable=False,
        ),
        sa.Column("offered", Moment(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("decided", Moment(), nullable=True),
        sa.Column("decided_by_id", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_regional_offers_account_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessments.id"],
            name=op.f("fk_regional_offers_assessment_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["decided_by_id"],
            ["accounts.id"],
            name=op.f("fk_regional_offers_decided_by_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("assessment_id", "item", name=op.f("pk_regional_offers")),
    )
    op.create_table(
        "session_places",
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("municipality_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipalities.id"],
            name=op.f("fk_session_places_municipality_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["sessions.id"],
            name=op.f("fk_session_places_session_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("session_id", "municipality_id", name=op.f("pk_session_places")),
    )
    with op.batch_alter_table("accounts") as batch_op:
        batch_op.add_column(sa.Column("number", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("totp_secret", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("totp_counter", sa.Integer(), nullable=True))
        batch_op.add_column(
            sa.Column(
                "recovery_codes",
                Json,
                nullable=True,
            )
        )
        batch_op.add_column(sa.Column("issuer", sa.String(length=255), nullable=True))
        batch_op.add_column(sa.Column("subject", sa.String(length=255), nullable=True))
        batch_op.drop_constraint(batch_op.f("uq_accounts_fs_uniquifier"), type_="unique")
        batch_op.drop_constraint(batch_op.f("uq_accounts_fs_webauthn_user_handle"), type_="unique")
        batch_op.drop_constraint(batch_op.f("uq_accounts_username"), type_="unique")
        batch_op.create_unique_constraint(
            batch_op.f("uq_accounts_issuer_subject"), ["issuer", "subject"]
        )
        batch_op.drop_column("tf_primary_method")
        batch_op.drop_column("confirmed_at")
        batch_op.drop_column("tf_phone_number")
        batch_op.drop_column("update_datetime")
        batch_op.drop_column("us_phone_number")
        batch_op.drop_column("mf_recovery_codes")
        batch_op.drop_column("username")
        batch_op.drop_column("current_login_ip")
        batch_op.drop_column("login_count")
        batch_op.drop_column("us_totp_secrets")
        batch_op.drop_column("fs_uniquifier")
        batch_op.drop_column("current_login_at")
        batch_op.drop_column("last_login_at")
        batch_op.drop_column("create_datetime")
        batch_op.drop_column("tf_totp_secret")
        batch_op.drop_column("fs_webauthn_user_handle")
        batch_op.drop_column("last_login_ip")

    op.execute(NUMBERED)
    with op.batch_alter_table("accounts") as batch_op:
        batch_op.alter_column("number", existing_type=sa.Integer(), nullable=False)
        batch_op.create_unique_constraint(batch_op.f("uq_accounts_number"), ["number"])

    with op.batch_alter_table("assessments") as batch_op:
        batch_op.add_column(sa.Column("approver", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("outcome_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("began_from", sa.Text(), server_default="", nullable=False))

    with op.batch_alter_table("memberships") as batch_op:
        batch_op.add_column(sa.Column("name", sa.Text(), server_default="", nullable=False))

    with op.batch_alter_table("municipalities") as batch_op:
        batch_op.add_column(sa.Column("region", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("population", sa.Integer(), nullable=True))
        batch_op.add_column(
            sa.Column("accent", sa.String(length=7), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column(
                "look",
                Json,
                nullable=True,
            )
        )
        batch_op.add_column(sa.Column("logo", sa.LargeBinary(), nullable=True))

    op.execute("DELETE FROM sessions")
    with op.batch_alter_table("sessions") as batch_op:
        batch_op.add_column(sa.Column("id", sa.String(length=32), nullable=False))
        batch_op.add_column(sa.Column("kind", sa.String(length=10), nullable=False))
        batch_op.add_column(sa.Column("proved", Moment(), nullable=False))
        batch_op.create_unique_constraint(batch_op.f("uq_sessions_id"), ["id"])

    with op.batch_alter_table("tokens") as batch_op:
        batch_op.add_column(sa.Column("invitation_id", sa.String(length=32), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_tokens_invitation_id"),
            "invitations",
            ["invitation_id"],
            ["id"],
            ondelete="CASCADE",
        )


def downgrade() -> None:
    """Take it back."""
    with op.batch_alter_table("tokens") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_tokens_invitation_id"), type_="foreignkey")
        batch_op.drop_column("invitation_id")

    with op.batch_alter_table("sessions") as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_sessions_id"), type_="unique")
        batch_op.drop_column("proved")
        batch_op.drop_column("kind")
        batch_op.drop_column("id")

    with op.batch_alter_table("municipalities") as batch_op:
        batch_op.drop_column("logo")
        batch_op.drop_column("look")
        batch_op.drop_column("accent")
        batch_op.drop_column("population")
        batch_op.drop_column("region")

    with op.batch_alter_table("memberships") as batch_op:
        batch_op.drop_column("name")

    with op.batch_alter_table("assessments") as batch_op:
        batch_op.drop_column("began_from")
        batch_op.drop_column("outcome_on")
        batch_op.drop_column("approver")

    with op.batch_alter_table("accounts") as batch_op:
        batch_op.add_column(sa.Column("last_login_ip", sa.VARCHAR(length=64), nullable=True))
        batch_op.add_column(
            sa.Column("fs_webauthn_user_handle", sa.VARCHAR(length=64), nullable=True)
        )
        batch_op.add_column(sa.Column("tf_totp_secret", sa.VARCHAR(length=255), nullable=True))
        batch_op.add_column(sa.Column("create_datetime", Moment(), nullable=True))
        batch_op.add_column(sa.Column("last_login_at", Moment(), nullable=True))
        batch_op.add_column(sa.Column("current_login_at", Moment(), nullable=True))
        batch_op.add_column(sa.Column("fs_uniquifier", sa.VARCHAR(length=64), nullable=True))
        batch_op.add_column(sa.Column("us_totp_secrets", sa.TEXT(), nullable=True))
        batch_op.add_column(sa.Column("login_count", sa.INTEGER(), nullable=True))
        batch_op.add_column(sa.Column("current_login_ip", sa.VARCHAR(length=64), nullable=True))
        batch_op.add_column(sa.Column("username", sa.VARCHAR(length=255), nullable=True))
        batch_op.add_column(sa.Column("mf_recovery_codes", Json, nullable=True))
        batch_op.add_column(sa.Column("us_phone_number", sa.VARCHAR(length=128), nullable=True))
        batch_op.add_column(sa.Column("update_datetime", Moment(), nullable=True))
        batch_op.add_column(sa.Column("tf_phone_number", sa.VARCHAR(length=128), nullable=True))
        batch_op.add_column(sa.Column("confirmed_at", Moment(), nullable=True))
        batch_op.add_column(sa.Column("tf_primary_method", sa.VARCHAR(length=64), nullable=True))
        batch_op.drop_constraint(batch_op.f("uq_accounts_number"), type_="unique")
        batch_op.drop_constraint(batch_op.f("uq_accounts_issuer_subject"), type_="unique")
        batch_op.create_unique_constraint(batch_op.f("uq_accounts_username"), ["username"])
        batch_op.create_unique_constraint(
            batch_op.f("uq_accounts_fs_webauthn_user_handle"), ["fs_webauthn_user_handle"]
        )
        batch_op.create_unique_constraint(
            batch_op.f("uq_accounts_fs_uniquifier"), ["fs_uniquifier"]
        )
        batch_op.drop_column("subject")
        batch_op.drop_column("issuer")
        batch_op.drop_column("recovery_codes")
        batch_op.drop_column("totp_counter")
        batch_op.drop_column("totp_secret")
        batch_op.drop_column("number")

    op.execute("UPDATE accounts SET fs_uniquifier = id")
    with op.batch_alter_table("accounts") as batch_op:
        batch_op.alter_column("fs_uniquifier", existing_type=sa.VARCHAR(64), nullable=False)

    op.drop_table("session_places")
    op.drop_table("regional_offers")
    op.drop_table("invitations")
    op.drop_table("handed_out")
    with op.batch_alter_table("grants") as batch_op:
        batch_op.drop_index("ix_grants_to_municipality_id")
        batch_op.drop_index("ix_grants_account_id")

    op.drop_table("grants")
    with op.batch_alter_table("evidence_files") as batch_op:
        batch_op.drop_index("ix_evidence_files_municipality_id")

    op.drop_table("evidence_files")
    op.drop_table("regional_exceptions")
    op.drop_table("regional_answers")
    with op.batch_alter_table("audit") as batch_op:
        batch_op.drop_index("ix_audit_municipality")

    op.drop_table("audit")
    op.drop_table("attempts")
