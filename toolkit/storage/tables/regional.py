"""Answers that one person gives for several municipalities, and what each does with them."""

from sqlalchemy import Column, Integer, String, Table, Text

from toolkit.storage.kinds import Json, Moment
from toolkit.storage.tables.columns import METADATA, of

# An answer of somebody's own; it belongs to no scan.
regional_answers = Table(
    "regional_answers",
    METADATA,
    of("accounts", "account_id", key=True),
    Column("questionnaire", String(120), primary_key=True),
    Column("edition", String(40), primary_key=True),
    Column("item", String(250), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("answer", Json, nullable=False),
    Column("changed", Moment, nullable=False),
)

# Where it is otherwise.
regional_exceptions = Table(
    "regional_exceptions",
    METADATA,
    of("accounts", "account_id", key=True),
    Column("questionnaire", String(120), primary_key=True),
    Column("edition", String(40), primary_key=True),
    Column("item", String(250), primary_key=True),
    of("municipalities", "municipality_id", key=True),
    Column("answer", Json, nullable=False),
    Column("changed", Moment, nullable=False),
)

# What was offered to a scan; it counts for nothing until somebody there accepts it.
regional_offers = Table(
    "regional_offers",
    METADATA,
    of("assessments", key=True),
    Column("item", String(250), primary_key=True),
    of("accounts", "account_id", optional=True),
    Column("function", String(60), nullable=False),
    Column("answer", Json, nullable=False),
    Column("offered", Moment, nullable=False),
    # offered, accepted, adapted or left
    Column("state", String(20), nullable=False),
    Column("note", Text, nullable=False),
    Column("decided", Moment),
    of("accounts", "decided_by_id", optional=True),
)
