"""The places in documents that only the municipality can fill in, and what may stand there."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

LONGEST = 48
"""As many letters as the narrowest document has room for."""
LONGEST_WISH = 150
LONGEST_NAME = 120


class BlankKind(StrEnum):
    """What is filled in at a place."""

    DAY = "day"
    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"


IN_DOCUMENTS: Mapping[str, BlankKind] = {
    "case_number": BlankKind.TEXT,
    "safety_holder": BlankKind.TEXT,
    "youth_holder": BlankKind.TEXT,
    "decided_on": BlankKind.DAY,
    "sent_on": BlankKind.DAY,
    "budget_year": BlankKind.TEXT,
    "find_out_before": BlankKind.DAY,
    "ask_before": BlankKind.DAY,
    "tell_young_before": BlankKind.DAY,
    "council_month": BlankKind.TEXT,
    "progress_on": BlankKind.DAY,
    "next_round": BlankKind.TEXT,
    "join_in": BlankKind.TEXT,
    "local_help": BlankKind.TEXT,
    "not_done": BlankKind.TEXT,
    "tell_us": BlankKind.TEXT,
    "disagree_with": BlankKind.TEXT,
    "question_council": BlankKind.TEXT,
    "write_on": BlankKind.DAY,
}
"""Every place in a document, in the order in which they are asked."""
NEXT_MESSAGE = "write_on"
"""The day of the next message to young people, as long as nobody set it with what was told."""
FOR_ARCHIVE: Mapping[str, BlankKind] = {
    "appraisal": BlankKind.CHOICE,
    "retention_category": BlankKind.TEXT,
    "retention_years": BlankKind.NUMBER,
    "selection_list": BlankKind.TEXT,
}
"""What the archive wants to know besides; it stands in no document."""
BLANKS: Mapping[str, BlankKind] = {**IN_DOCUMENTS, **FOR_ARCHIVE}
APPRAISALS = ("B", "V")
"""To be kept for good, or for a term: as the archives call it."""


_ROOM = {"not_done": LONGEST_WISH, "selection_list": LONGEST_NAME}


def longest(name: str) -> int:
    """Return how many letters there is room for at a place."""
    return _ROOM.get(name, LONGEST)
