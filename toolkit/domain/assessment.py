"""The steps in the life of a scan: draft, in review, final."""

from collections.abc import Mapping

from toolkit.domain.access import Action
from toolkit.domain.scan import ScanState

STEPS: Mapping[Action, ScanState] = {
    Action.REVIEW: "in_review",
    Action.REOPEN: "draft",
    Action.FINALISE: "final",
}
"""The state that each step leads to; `access.PERMISSIONS` says from which state it may be taken."""
