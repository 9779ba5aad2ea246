"""The tables; files stand in them too, so that a row and its bytes are one transaction."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from toolkit.storage.kinds import Digest, Id, Json, Moment

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
METADATA = MetaData(naming_convention=NAMES)


def _id() -> Column[str]:
    return Column("id", Id, primary_key=True)


def _of(
    table: str, name: str = "assessment_id", *, optional: bool = False, key: bool = False
) -> Column[str]:
    """Return the column that names a row of another table; the row goes when that one goes."""
    points = ForeignKey(f"{table}.id", ondelete="SET NULL" if optional else "CASCADE")
    return Column(name, Id, points, nullable=optional, primary_key=key)


municipalities = Table(
    "municipalities",
    METADATA,
    _id(),
    Column("name", Text, nullable=False),
    Column("code", String(10), nullable=False, server_default=""),
    Column("fictional", Boolean, nullable=False),
    Column("begun", Moment, nullable=False),
)

# The columns from e-mail to the end are those that Flask-Security's account needs.
accounts = Table(
    "accounts",
    METADATA,
    _id(),
    Column("function", String(60), nullable=False, server_default=""),
    Column("operator", Boolean, nullable=False),
    Column("language", String(3)),
    Column("begun", Moment, nullable=False),
    Column("email", String(255), unique=True),
    Column("username", String(255), unique=True),
    Column("password", String(255)),
    Column("active", Boolean, nullable=False),
    Column("fs_uniquifier", String(64), nullable=False, unique=True),
    Column("confirmed_at", Moment),
    Column("last_login_at", Moment),
    Column("current_login_at", Moment),
    Column("last_login_ip", String(64)),
    Column("current_login_ip", String(64)),
    Column("login_count", Integer),
    Column("tf_primary_method", String(64)),
    Column("tf_totp_secret", String(255)),
    Column("tf_phone_number", String(128)),
    Column("mf_recovery_codes", Json),
    Column("us_totp_secrets", Text),
    Column("us_phone_number", String(128)),
    Column("fs_webauthn_user_handle", String(64), unique=True),
    Column("create_datetime", Moment),
    Column("update_datetime", Moment),
)

memberships = Table(
    "memberships",
    METADATA,
    _of("accounts", "account_id", key=True),
    _of("municipalities", "municipality_id", key=True),
    Column("role", String(20), nullable=False),
    Column("begun", Moment, nullable=False),
)

# The cookie holds the id; only its hash is kept, so a copy of the table opens nothing.
sessions = Table(
    "sessions",
    METADATA,
    Column("id_hash", Digest, primary_key=True),
    _of("accounts", "account_id"),
    Column("begun", Moment, nullable=False),
    Column("last_seen", Moment, nullable=False),
    Column("ended", Moment),
    Index("ix_sessions_account_id", "account_id"),
)

tokens = Table(
    "tokens",
    METADATA,
    Column("hash", Digest, primary_key=True),
    Column("purpose", String(20), nullable=False),
    _of("accounts", "account_id"),
    Column("made", Moment, nullable=False),
    Column("ends", Moment, nullable=False),
    Column("used", Moment),
    Index("ix_tokens_account_id", "account_id"),
)

assessments = Table(
    "assessments",
    METADATA,
    _id(),
    _of("municipalities", "municipality_id"),
    Column("questionnaire", String(120), nullable=False),
    Column("edition", String(40), nullable=False),
    Column("selection", String(60)),
    Column("title", Text, nullable=False, server_default=""),
    Column("state", String(20), nullable=False),
    Column("fictional", Boolean, nullable=False),
    Column("begun", Moment, nullable=False),
    Column("finalised", Moment),
    Column("dated", Date),
    # On which day the executive adopted it, and the number of that decision.
    Column("adopted", Date),
    Column("decision", Text, nullable=False, server_default=""),
    Column("respondents", Json, nullable=False),
    # Earlier round, and the final scan that this one corrects.
    _of("assessments", "earlier_id", optional=True),
    _of("assessments", "corrects_id", optional=True),
    Column("correction_reason", Text, nullable=False, server_default=""),
    Column("correction_approver", Text, nullable=False, server_default=""),
    Column("rectified", Date),
    # What a final scan keeps for good: its result, the library entries it used, and the entries of
    # the register that its answers name.
    Column("result", Json),
    Column("library", Json),
    Column("evidence", Json),
    Index("ix_assessments_municipality_id", "municipality_id"),
)

answers = Table(
    "answers",
    METADATA,
    _of("assessments", key=True),
    Column("item", String(250), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("state", String(20), nullable=False),
    Column("value", Json),
    Column("views", Json),
    Column("reason", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("evidence", Json),
    Column("regional", Boolean, nullable=False),
    Column("left_open", Boolean, nullable=False),
    # Came along from an earlier round, and nobody has confirmed it yet.
    Column("carried", Boolean, nullable=False),
    Column("changed", Moment, nullable=False),
    _of("accounts", "account_id", optional=True),
)

# Rows are only added; a rectification strikes texts in them and nothing else ever changes one.
answer_changes = Table(
    "answer_changes",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    _of("assessments"),
    Column("item", String(250), nullable=False),
    Column("version", Integer, nullable=False),
    Column("request_id", String(64), nullable=False),
    Column("before", Json),
    Column("after", Json, nullable=False),
    Column("changed", Moment, nullable=False),
    _of("accounts", "account_id", optional=True),
    UniqueConstraint("assessment_id", "item", "version"),
    UniqueConstraint("assessment_id", "item", "request_id"),
)

# That personal data was struck from a scan, when and in which places; never what it was.
rectifications = Table(
    "rectifications",
    METADATA,
    _id(),
    _of("assessments"),
    Column("struck", Moment, nullable=False),
    Column("places", Json, nullable=False),
    _of("accounts", "account_id", optional=True),
    Index("ix_rectifications_assessment_id", "assessment_id"),
)

# Questions that somebody passed on, or does not know: who might.
inquiries = Table(
    "inquiries",
    METADATA,
    _of("assessments", key=True),
    Column("item", String(250), primary_key=True),
    Column("role", String(60), nullable=False),
    Column("note", Text, nullable=False),
    Column("asked", Moment, nullable=False),
    Column("settled", Moment),
    _of("accounts", "account_id", optional=True),
)

remarks = Table(
    "remarks",
    METADATA,
    _of("assessments", key=True),
    # foreword, reply, or the id of a theme
    Column("place", String(250), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("function", Text, nullable=False),
    Column("changed", Moment, nullable=False),
    _of("accounts", "account_id", optional=True),
)

evidence = Table(
    "evidence",
    METADATA,
    _of("municipalities", "municipality_id", key=True),
    Column("entry", String(60), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("dated", Date),
    Column("valid_until", Date),
    Column("link", Text, nullable=False),
    Column("citation", Text, nullable=False),
    Column("changed", Moment, nullable=False),
)

actions = Table(
    "actions",
    METADATA,
    _id(),
    _of("assessments"),
    # The advice that it takes up, if it does.
    Column("advice", String(260)),
    Column("version", Integer, nullable=False),
    Column("place", Integer, nullable=False),
    Column("what", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("due", Date),
    Column("status", String(20), nullable=False),
    Column("items", Json, nullable=False),
    Column("child_notices", Text, nullable=False),
    Column("note", Text, nullable=False),
    UniqueConstraint("assessment_id", "advice"),
)

# The row is the truth about the job that makes the document.
documents = Table(
    "documents",
    METADATA,
    _id(),
    _of("assessments"),
    # Hash of everything that goes in: the same document is made once.
    Column("inputs", Digest, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("form", String(20), nullable=False),
    Column("language", String(3), nullable=False),
    Column("format", String(10), nullable=False),
    Column("embed", Boolean, nullable=False),
    Column("day", Date, nullable=False),
    Column("state", String(20), nullable=False),
    Column("reason", String(40), nullable=False, server_default=""),
    Column("attempts", Integer, nullable=False),
    Column("fence", Integer, nullable=False),
    Column("lease_ends", Moment),
    Column("asked", Moment, nullable=False),
    Column("made", Moment),
    Column("content", LargeBinary),
    Column("content_hash", Digest),
    UniqueConstraint("assessment_id", "inputs"),
    Index("ix_documents_state", "state"),
)

# One row: which program the file belongs to, and what its parts need to know.
facts = Table(
    "facts",
    METADATA,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)
