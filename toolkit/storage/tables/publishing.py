"""What is decided about the documents of a scan, and who may read along by a link."""

from sqlalchemy import Boolean, Column, Date, Index, String, Table, Text

from toolkit.storage.kinds import Digest, Moment
from toolkit.storage.tables.columns import METADATA, of, own_id

# What only the municipality knows, filled in once for all its documents: a case number, a day.
blanks = Table(
    "blanks",
    METADATA,
    of("assessments", key=True),
    Column("name", String(60), primary_key=True),
    Column("text", Text, nullable=False),
    Column("changed", Moment, nullable=False),
    of("accounts", "account_id", optional=True),
)

# What was decided of a sentence before publication, by the place and a hash of what stood there
# then: whether it stays, or is left out.
left_out = Table(
    "left_out",
    METADATA,
    of("assessments", key=True),
    Column("place", String(250), primary_key=True),
    Column("sentence", Digest, primary_key=True),
    Column("stays", Boolean, nullable=False),
    Column("changed", Moment, nullable=False),
    of("accounts", "account_id", optional=True),
)

# A link by which somebody reads along without an account, until its last day or its withdrawal.
reader_links = Table(
    "reader_links",
    METADATA,
    own_id(),
    of("assessments"),
    # Who reads by it, for the log and for sessions: an account that can do nothing else.
    of("accounts", "account_id"),
    Column("hash", Digest, nullable=False, unique=True),
    # For whom, as whoever gave it typed it.
    Column("name", Text, nullable=False),
    Column("begun", Moment, nullable=False),
    Column("ends", Date, nullable=False),
    Column("withdrawn", Moment),
    of("accounts", "by_id", optional=True),
    Index("ix_reader_links_assessment_id", "assessment_id"),
    Index("ix_reader_links_account_id", "account_id"),
)
