"""What the log tells of: who did what, by number and by id, never a text that people wrote."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Happening(StrEnum):
    """What may stand in the log; the pages have a sentence for each."""

    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    SIGNED_OUT = "signed_out"
    SESSIONS_ENDED = "sessions_ended"
    PASSWORD_SET = "password_set"  # noqa: S105  # nosec B105 (what happened, no password)
    SECOND_STEP_SET = "second_step_set"
    SECOND_STEP_TAKEN_OFF = "second_step_taken_off"
    LINK_MADE = "link_made"
    WAY_IN_MADE = "way_in_made"
    ACCESS_REFUSED = "access_refused"
    INVITED = "invited"
    MEMBER_ADDED = "member_added"
    ROLE_CHANGED = "role_changed"
    NAME_CHANGED = "name_changed"
    MEMBER_REMOVED = "member_removed"
    SHARED = "shared"
    SHARING_ENDED = "sharing_ended"
    READER_LET_IN = "reader_let_in"
    READER_LET_OUT = "reader_let_out"
    BEGUN_FROM_SHARED = "begun_from_shared"
    BEGUN = "begun"
    REVIEWED = "reviewed"
    REOPENED = "reopened"
    OFFERED = "offered"
    OFFER_WITHDRAWN = "offer_withdrawn"
    OFFER_DECIDED = "offer_decided"
    INVITATION_ENDED = "invitation_ended"
    DOCUMENT_ASKED = "document_asked"
    FILE_ADDED = "file_added"
    EXPORTED = "exported"
    READ_IN = "read_in"
    FINALISED = "finalised"
    ADOPTED = "adopted"
    TOLD_BACK = "told_back"
    FILLED_IN = "filled_in"
    CHECKED = "checked"
    DOSSIER_ASKED = "dossier_asked"
    CORRECTED = "corrected"
    RECTIFIED = "rectified"
    REMOVED = "removed"
    ERASED = "erased"
    SET_UP = "set_up"
    MUNICIPALITY_ADDED = "municipality_added"
    ACCOUNT_ADDED = "account_added"
    ACCOUNT_STOPPED = "account_stopped"
    ACCOUNT_RESTORED = "account_restored"
    WORKSHOP_BEGUN = "workshop_begun"
    WORKSHOP_REMOVED = "workshop_removed"
    PAPERS_ASKED = "papers_asked"
    TIDIED = "tidied"


@dataclass(frozen=True, slots=True)
class About:
    """What a line of the log is about: its kind, its id, and whose it is; ids, never words."""

    kind: str = ""
    id: str = ""
    municipality: str = ""

    @classmethod
    def scan(cls, scan: str, municipality: str) -> About:
        """Return that it is about a scan."""
        return cls("scan", scan, municipality)

    @classmethod
    def place(cls, municipality: str) -> About:
        """Return that it is about a municipality."""
        return cls("municipality", municipality, municipality)

    @classmethod
    def workshop(cls, workshop: str, municipality: str = "") -> About:
        """Return that it is about a workshop; without a municipality it began with a name only."""
        return cls("workshop", workshop, municipality)

    @classmethod
    def account(cls, number: int, municipality: str = "") -> About:
        """Return that it is about an account, by its number."""
        return cls("account", str(number), municipality)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the log; ``account`` is a number, 0 for nobody."""

    number: int
    at: datetime
    account: int
    what: str
    about: About
    result: str


ABOUT_NOTHING = About()
DONE, REFUSED = "done", "refused"
