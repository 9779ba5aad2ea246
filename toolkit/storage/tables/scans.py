"""Scans, with what stands around their answers."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from toolkit.storage.kinds import Digest, Json, Moment
from toolkit.storage.tables.columns import METADATA, of, own_id, perhaps_of

assessments = Table(
    "assessments",
    METADATA,
    own_id(),
    of("municipalities", "municipality_id"),
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
    # The function of who approved it, and the day on which everybody hears the outcome.
    Column("approver", Text, nullable=False, server_default=""),
    Column("outcome_on", Date),
    Column("respondents", Json, nullable=False),
    # Earlier round, and the final scan that this one corrects.
    of("assessments", "earlier_id", optional=True),
    of("assessments", "corrects_id", optional=True),
    Column("correction_reason", Text, nullable=False, server_default=""),
    Column("correction_approver", Text, nullable=False, server_default=""),
    Column("rectified", Date),
    # When young people heard what is done with what they said, and when they hear more.
    Column("told_back", Date),
    Column("tell_again", Date),
    # The municipality whose shared scan this one began with.
    Column("began_from", Text, nullable=False, server_default=""),
    # What a final scan keeps for good: its result, the library entries it used, and the entries of
    # the register that its answers name.
    Column("result", Json),
    Column("library", Json),
    Column("evidence", Json),
    Index("ix_assessments_municipality_id", "municipality_id"),
)

remarks = Table(
    "remarks",
    METADATA,
    of("assessments", key=True),
    # foreword, reply, or the id of a theme
    Column("place", String(250), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("function", Text, nullable=False),
    Column("changed", Moment, nullable=False),
    of("accounts", "account_id", optional=True),
)

actions = Table(
    "actions",
    METADATA,
    own_id(),
    of("assessments"),
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
    # Why it is dropped, when it is.
    Column("reason", Text, nullable=False, server_default=""),
    Column("reminded", Moment),
    UniqueConstraint("assessment_id", "advice"),
)

# Rows are only added: an action as it was and as it became.
action_changes = Table(
    "action_changes",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    of("assessments"),
    of("actions", "action_id"),
    Column("version", Integer, nullable=False),
    Column("before", Json),
    Column("after", Json, nullable=False),
    Column("changed", Moment, nullable=False),
    of("accounts", "account_id", optional=True),
    UniqueConstraint("action_id", "version"),
)

# The row is the truth about the job that makes the document: of a scan, or of a workshop.
documents = Table(
    "documents",
    METADATA,
    own_id(),
    perhaps_of("assessments", "assessment_id"),
    perhaps_of("workshops", "workshop_id"),
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
    UniqueConstraint("workshop_id", "inputs"),
    Index("ix_documents_state", "state"),
)
