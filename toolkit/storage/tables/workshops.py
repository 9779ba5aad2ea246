"""Workshops: how they were planned, what was seen in the room, and what was agreed."""

from sqlalchemy import Boolean, Column, Date, Index, Integer, String, Table, Text

from toolkit.storage.kinds import Json, Moment
from toolkit.storage.tables.columns import METADATA, of, own_id, perhaps_of


def of_workshop(*, key: bool = False) -> Column[str]:
    """Return the column that names a workshop."""
    return of("workshops", "workshop_id", key=key)


# A workshop belongs to who prepares and holds it. The scan may go, or be shared no longer; a
# municipality that is erased takes its workshops along.
workshops = Table(
    "workshops",
    METADATA,
    own_id(),
    of("accounts", "account_id"),
    perhaps_of("municipalities", "municipality_id"),
    of("assessments", optional=True),
    Column("version", Integer, nullable=False),
    # What was asked for, and the plan as it is now: all of the proposal that can be changed.
    Column("wishes", Json, nullable=False),
    Column("plan", Json, nullable=False),
    Column("day", Date),
    Column("begun", Moment, nullable=False),
    # Where the room is, with a version of its own: the plan can be changed while it goes on.
    Column("room", Json, nullable=False),
    Column("room_version", Integer, nullable=False),
    # When the supporting organisation saw the words of the second round.
    Column("expert_saw", Date),
    Index("ix_workshops_account_id", "account_id"),
    Index("ix_workshops_assessment_id", "assessment_id"),
    Index("ix_workshops_municipality_id", "municipality_id"),
)

# How many cards showed what, by question; again after three and twelve months.
workshop_counts = Table(
    "workshop_counts",
    METADATA,
    of_workshop(key=True),
    Column("months", Integer, primary_key=True, autoincrement=False),
    Column("item", String(250), primary_key=True),
    # Six numbers: 0, 1, 2, 3, 4 and ?.
    Column("counts", Json, nullable=False),
    Column("changed", Moment, nullable=False),
)

# What the report of a workshop says, by place: what would happen in a phase, who saw a question
# otherwise, what was learned, words of the second round.
workshop_words = Table(
    "workshop_words",
    METADATA,
    of_workshop(key=True),
    Column("place", String(280), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("changed", Moment, nullable=False),
)

# The notebook of who holds it; nothing else reads this table.
workshop_notes = Table(
    "workshop_notes",
    METADATA,
    of_workshop(key=True),
    Column("place", String(280), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("changed", Moment, nullable=False),
)

parked = Table(
    "parked",
    METADATA,
    own_id(),
    of_workshop(),
    Column("place", String(280), nullable=False),
    Column("text", Text, nullable=False),
    Column("begun", Moment, nullable=False),
    Index("ix_parked_workshop_id", "workshop_id"),
)

agreements = Table(
    "agreements",
    METADATA,
    of_workshop(key=True),
    # From 1; there are at most five.
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, nullable=False),
    Column("what", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("due", Date),
    Column("item", String(250), nullable=False),
    Column("child_notices", Text, nullable=False),
    of("actions", "action_id", optional=True),
    Column("changed", Moment, nullable=False),
)

# Whether a case resembles something that is known here: yes or no, nothing else.
known_cases = Table(
    "known_cases",
    METADATA,
    of("assessments", key=True),
    Column("scenario", String(120), primary_key=True),
    Column("known", Boolean, nullable=False),
    Column("changed", Moment, nullable=False),
    of("accounts", "account_id", optional=True),
)

# A case of somebody's own, as it was handed in.
own_cases = Table(
    "own_cases",
    METADATA,
    own_id(),
    of("accounts", "account_id"),
    Column("text", Text, nullable=False),
    Column("begun", Moment, nullable=False),
    Index("ix_own_cases_account_id", "account_id"),
)
