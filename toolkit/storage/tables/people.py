"""Municipalities, the people in them, and how they get in."""

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

from toolkit.storage.kinds import Digest, Id, Json, Moment
from toolkit.storage.tables.columns import METADATA, of, own_id, perhaps_of

municipalities = Table(
    "municipalities",
    METADATA,
    own_id(),
    Column("name", Text, nullable=False),
    Column("code", String(10), nullable=False, server_default=""),
    Column("region", Text, nullable=False, server_default=""),
    Column("population", Integer),
    Column("fictional", Boolean, nullable=False),
    Column("begun", Moment, nullable=False),
    # Its looks: one colour, or the values of its own tokens as we checked them; a logo as PNG;
    # the file with the headings of its letters, in the order that it has.
    Column("accent", String(7), nullable=False, server_default=""),
    Column("look", Json),
    Column("logo", LargeBinary),
    Column("logo_hash", Digest, nullable=False, server_default=""),
    Column("headings", Text, nullable=False, server_default=""),
)

# ``number`` is how the audit log names an account; no other account ever gets it.
accounts = Table(
    "accounts",
    METADATA,
    own_id(),
    Column("number", Integer, nullable=False, unique=True),
    Column("function", String(60), nullable=False, server_default=""),
    Column("operator", Boolean, nullable=False),
    Column("language", String(3)),
    Column("begun", Moment, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("email", String(255), unique=True),
    Column("password", String(255)),
    # The second step: an encrypted secret, the last code that was used, hashes of codes for when
    # the telephone is gone.
    Column("totp_secret", Text),
    Column("totp_counter", Integer),
    Column("recovery_codes", Json),
    # Who this is for the sign-in of the organisation.
    Column("issuer", String(255)),
    Column("subject", String(255)),
    UniqueConstraint("issuer", "subject"),
)

# The name is as the inviter typed it; another municipality has its own.
memberships = Table(
    "memberships",
    METADATA,
    of("accounts", "account_id", key=True),
    of("municipalities", "municipality_id", key=True),
    Column("role", String(20), nullable=False),
    Column("name", Text, nullable=False, server_default=""),
    Column("begun", Moment, nullable=False),
)

# Lets an advisor, or another municipality, see one scan, or everything when no scan is named.
grants = Table(
    "grants",
    METADATA,
    own_id(),
    of("municipalities", "municipality_id"),
    perhaps_of("assessments", "assessment_id"),
    perhaps_of("accounts", "account_id"),
    perhaps_of("municipalities", "to_municipality_id"),
    # As whoever gave it typed it.
    Column("name", Text, nullable=False, server_default=""),
    Column("begun", Moment, nullable=False),
    Column("ends", Date, nullable=False),
    Column("withdrawn", Moment),
    of("accounts", "by_id", optional=True),
    Index("ix_grants_account_id", "account_id"),
    Index("ix_grants_to_municipality_id", "to_municipality_id"),
)

# The cookie holds the secret; only its hash is kept, so a copy of the table opens nothing.
sessions = Table(
    "sessions",
    METADATA,
    Column("id_hash", Digest, primary_key=True),
    Column("id", Id, nullable=False, unique=True),
    of("accounts", "account_id"),
    # full, half (the second step is still to come), link or reader
    Column("kind", String(10), nullable=False),
    Column("begun", Moment, nullable=False),
    Column("last_seen", Moment, nullable=False),
    # When this person last showed who they are.
    Column("proved", Moment, nullable=False),
    Column("ended", Moment),
    Index("ix_sessions_account_id", "account_id"),
)

# Where a session that began with an invitation may come.
session_places = Table(
    "session_places",
    METADATA,
    of("sessions", "session_id", key=True),
    of("municipalities", "municipality_id", key=True),
)

tokens = Table(
    "tokens",
    METADATA,
    Column("hash", Digest, primary_key=True),
    Column("purpose", String(20), nullable=False),
    of("accounts", "account_id"),
    perhaps_of("invitations", "invitation_id"),
    Column("made", Moment, nullable=False),
    Column("ends", Moment, nullable=False),
    Column("used", Moment),
    Index("ix_tokens_account_id", "account_id"),
)

# Failures to get in, by a hash of what was tried: an account, an address, a code.
attempts = Table(
    "attempts",
    METADATA,
    Column("tried", Digest, primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("last", Moment, nullable=False),
)
