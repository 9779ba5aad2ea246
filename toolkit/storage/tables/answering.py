"""Answers with their history, and what is still to be found out."""

from sqlalchemy import Boolean, Column, Index, Integer, String, Table, Text, UniqueConstraint

from toolkit.storage.kinds import Json, Moment
from toolkit.storage.tables.columns import METADATA, of, own_id

answers = Table(
    "answers",
    METADATA,
    of("assessments", key=True),
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
    of("accounts", "account_id", optional=True),
)

# Rows are only added; a rectification strikes texts in them and nothing else ever changes one.
answer_changes = Table(
    "answer_changes",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    of("assessments"),
    Column("item", String(250), nullable=False),
    Column("version", Integer, nullable=False),
    Column("request_id", String(64), nullable=False),
    Column("before", Json),
    Column("after", Json, nullable=False),
    Column("changed", Moment, nullable=False),
    of("accounts", "account_id", optional=True),
    UniqueConstraint("assessment_id", "item", "version"),
    UniqueConstraint("assessment_id", "item", "request_id"),
)

# That personal data was struck from a scan, when and in which places; never what it was.
rectifications = Table(
    "rectifications",
    METADATA,
    own_id(),
    of("assessments"),
    Column("struck", Moment, nullable=False),
    Column("places", Json, nullable=False),
    of("accounts", "account_id", optional=True),
    Index("ix_rectifications_assessment_id", "assessment_id"),
)

# Questions that somebody passed on, or does not know: who might.
inquiries = Table(
    "inquiries",
    METADATA,
    of("assessments", key=True),
    Column("item", String(250), primary_key=True),
    Column("role", String(60), nullable=False),
    Column("note", Text, nullable=False),
    Column("asked", Moment, nullable=False),
    Column("settled", Moment),
    of("accounts", "account_id", optional=True),
)
