"""How long each kind of data is kept when nobody says otherwise, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

FOR_GOOD = 0
NOTICE = timedelta(days=30)
"""So long before a draft goes that is said on the start page of whoever leads."""


@dataclass(frozen=True, slots=True)
class Term:
    """For how many days a kind of data is kept; ``by_itself`` says whether it then goes."""

    days: int
    by_itself: bool = True

    def over(self, at: datetime) -> datetime | None:
        """Return before which moment something has to have been used last to go; never, perhaps."""
        return None if self.days == FOR_GOOD else at - timedelta(days=self.days)


TERMS: Mapping[str, Term] = {
    # Whoever looks who was signed in does so within a month; the last session says when somebody
    # was here last, and goes with the account.
    "sessions": Term(30),
    # An old link still says that it is old for a while, and offers a new one.
    "tokens": Term(90),
    # Failures to get in count for a day at most.
    "attempts": Term(2),
    # A document of a draft is provisional, and so are the papers of a workshop: they can be made
    # again at any time. The workshop itself, with its notebook, stays until who holds it takes it
    # away; it goes with their account, and with the municipality that it is about.
    "documents": Term(30),
    # Two years without a change: a round takes a year.
    "drafts": Term(730),
    # Nobody signed in for two years, and nothing was shared with them in that time: who leads
    # somewhere or manages the program is only named.
    "accounts": Term(730),
    # What happened has to be provable for five years.
    "audit": Term(1_826),
    # A final scan is the municipality's archive; it never goes by itself, it is only named.
    "final": Term(3_652, by_itself=False),
}


def terms(chosen: Mapping[str, int | None]) -> Mapping[str, Term]:
    """Return the terms with what an operator chose in days; 0 keeps for good."""
    return {
        name: term if chosen.get(name) is None else Term(int(chosen[name] or 0), term.by_itself)
        for name, term in TERMS.items()
    }
