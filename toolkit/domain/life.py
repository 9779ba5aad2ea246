"""What became of a scan: what it corrects, what replaced it, what was struck, what came before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from toolkit.domain.comparison import Comparison


@dataclass(frozen=True, slots=True)
class Corrected:
    """The scan that this one corrects: of which day, why, and the function that approved."""

    dated: date | None
    reason: str
    approver: str


@dataclass(frozen=True, slots=True)
class Life:
    """What documents of a scan say of its life; nothing of it for one that stands alone.

    ``tell_again`` is the day on which young people hear more.
    """

    corrects: Corrected | None = None
    replaced: date | None = None
    rectified: date | None = None
    comparison: Comparison | None = None
    tell_again: date | None = None


ALONE = Life()
