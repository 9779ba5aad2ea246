"""Who is asked for which scan, and for which questions."""

from sqlalchemy import Boolean, Column, Date, Integer, String, Table, UniqueConstraint

from toolkit.storage.kinds import Moment
from toolkit.storage.tables.columns import METADATA, of, own_id

invitations = Table(
    "invitations",
    METADATA,
    own_id(),
    of("assessments"),
    of("accounts", "account_id"),
    Column("function", String(60), nullable=False),
    Column("due", Date),
    Column("invited", Moment, nullable=False),
    of("accounts", "by_id", optional=True),
    Column("reminders", Integer, nullable=False),
    Column("reminded", Moment),
    Column("no_reminders", Boolean, nullable=False),
    # Asked for a new link, and did not get it yet.
    Column("wants_link", Moment),
    Column("finished", Moment),
    # Said that these questions are not for them, and passed them on.
    Column("declined", Moment),
    UniqueConstraint("assessment_id", "account_id"),
)

handed_out = Table(
    "handed_out",
    METADATA,
    of("assessments", key=True),
    Column("item", String(250), primary_key=True),
    of("accounts", "account_id", key=True),
    Column("handed", Moment, nullable=False),
    of("accounts", "by_id", optional=True),
)
