"""The tables; files stand in them too, so that a row and its bytes are one transaction."""

from toolkit.storage.tables.answering import answer_changes, answers, inquiries, rectifications
from toolkit.storage.tables.columns import METADATA
from toolkit.storage.tables.installation import audit, facts
from toolkit.storage.tables.inviting import handed_out, invitations
from toolkit.storage.tables.people import (
    accounts,
    attempts,
    grants,
    memberships,
    municipalities,
    session_places,
    sessions,
    tokens,
)
from toolkit.storage.tables.publishing import blanks, left_out, reader_links
from toolkit.storage.tables.regional import regional_answers, regional_exceptions, regional_offers
from toolkit.storage.tables.register import evidence, evidence_files
from toolkit.storage.tables.scans import action_changes, actions, assessments, documents, remarks
from toolkit.storage.tables.workshops import (
    agreements,
    known_cases,
    own_cases,
    parked,
    workshop_counts,
    workshop_notes,
    workshop_words,
    workshops,
)

__all__ = (
    "METADATA",
    "accounts",
    "action_changes",
    "actions",
    "agreements",
    "answer_changes",
    "answers",
    "assessments",
    "attempts",
    "audit",
    "blanks",
    "documents",
    "evidence",
    "evidence_files",
    "facts",
    "grants",
    "handed_out",
    "inquiries",
    "invitations",
    "known_cases",
    "left_out",
    "memberships",
    "municipalities",
    "own_cases",
    "parked",
    "reader_links",
    "rectifications",
    "regional_answers",
    "regional_exceptions",
    "regional_offers",
    "remarks",
    "session_places",
    "sessions",
    "tokens",
    "workshop_counts",
    "workshop_notes",
    "workshop_words",
    "workshops",
)
