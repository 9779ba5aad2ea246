"""What the installation keeps about itself."""

from sqlalchemy import Column, Index, Integer, String, Table, Text

from toolkit.storage.kinds import Digest, Moment
from toolkit.storage.tables.columns import METADATA

# One row: which program the file belongs to, and what its parts need to know.
facts = Table(
    "facts",
    METADATA,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

# Who did what to what, with which result; each row holds the hash of itself and the row before it.
audit = Table(
    "audit",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False),
    # The number of the account, 0 for nobody.
    Column("account", Integer, nullable=False),
    Column("what", String(40), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("object", String(64), nullable=False),
    Column("municipality", String(32), nullable=False),
    Column("result", String(20), nullable=False),
    Column("chain", Digest, nullable=False),
    Index("ix_audit_municipality", "municipality"),
)
