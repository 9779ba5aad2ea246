"""The register of evidence of a municipality, with its files."""

from sqlalchemy import (
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from toolkit.storage.kinds import Digest, Moment
from toolkit.storage.tables.columns import METADATA, of, own_id

evidence = Table(
    "evidence",
    METADATA,
    of("municipalities", "municipality_id", key=True),
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

evidence_files = Table(
    "evidence_files",
    METADATA,
    own_id(),
    of("municipalities", "municipality_id"),
    Column("entry", String(60), nullable=False),
    Column("name", Text, nullable=False),
    Column("type", String(20), nullable=False),
    Column("size", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("content_hash", Digest, nullable=False),
    Column("added", Moment, nullable=False),
    of("accounts", "account_id", optional=True),
    ForeignKeyConstraint(
        ["municipality_id", "entry"],
        ["evidence.municipality_id", "evidence.entry"],
        name="fk_evidence_files_entry",
        # A text that is struck may be in the id of an entry.
        onupdate="CASCADE",
        ondelete="CASCADE",
    ),
    Index("ix_evidence_files_municipality_id", "municipality_id"),
)
