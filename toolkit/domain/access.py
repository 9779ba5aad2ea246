"""Who may do what: the one permission table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from toolkit.domain.scan import ScanState


class Role(StrEnum):
    """What somebody is in one municipality."""

    COORDINATOR = "coordinator"
    DEPUTY = "deputy"
    CONTRIBUTOR = "contributor"
    READER = "reader"


class Action(StrEnum):
    """What somebody may want to do with a municipality or with one of its scans."""

    SEE = "see"
    START = "start"
    IMPORT = "import"
    EXPORT = "export"
    ANSWER = "answer"
    PASS_ON = "pass_on"  # noqa: S105  # nosec B105 (a question, no password)
    REMARK = "remark"
    REGISTER_EVIDENCE = "register_evidence"
    PLAN = "plan"
    REVIEW = "review"
    REOPEN = "reopen"
    FINALISE = "finalise"
    SEE_OUTCOME = "see_outcome"
    MAKE_DOCUMENT = "make_document"
    ADOPT = "adopt"
    CORRECT = "correct"
    BEGIN_ROUND = "begin_round"
    RECTIFY = "rectify"
    REMOVE = "remove"


_LEADS = frozenset((Role.COORDINATOR, Role.DEPUTY))
_WORKS = _LEADS | {Role.CONTRIBUTOR}
_ALL = frozenset(Role)
_ANY_STATE: frozenset[ScanState] = frozenset(("draft", "in_review", "final"))
_DRAFT: frozenset[ScanState] = frozenset(("draft",))
_IN_REVIEW: frozenset[ScanState] = frozenset(("in_review",))
_BEFORE_FINAL = _DRAFT | _IN_REVIEW
_FINAL: frozenset[ScanState] = frozenset(("final",))


@dataclass(frozen=True, slots=True)
class Rule:
    """Which roles may, while the scan is in which of these states."""

    roles: frozenset[Role]
    states: frozenset[ScanState] = _ANY_STATE


PERMISSIONS: Mapping[Action, Rule] = {
    Action.SEE: Rule(_ALL),
    Action.START: Rule(_LEADS),
    Action.IMPORT: Rule(_LEADS),
    Action.EXPORT: Rule(_LEADS),
    Action.ANSWER: Rule(_WORKS, _DRAFT),
    Action.PASS_ON: Rule(_WORKS, _BEFORE_FINAL),
    Action.REMARK: Rule(_LEADS, _BEFORE_FINAL),
    Action.REGISTER_EVIDENCE: Rule(_WORKS),
    Action.PLAN: Rule(_LEADS),
    Action.REVIEW: Rule(_LEADS, _DRAFT),
    Action.REOPEN: Rule(_LEADS, _IN_REVIEW),
    Action.FINALISE: Rule(_LEADS, _IN_REVIEW),
    # No score, chart or advice while people are still answering.
    Action.SEE_OUTCOME: Rule(_ALL, _IN_REVIEW | _FINAL),
    Action.MAKE_DOCUMENT: Rule(_ALL, _IN_REVIEW | _FINAL),
    Action.ADOPT: Rule(_LEADS, _FINAL),
    Action.CORRECT: Rule(_LEADS, _FINAL),
    Action.BEGIN_ROUND: Rule(_LEADS, _FINAL),
    Action.RECTIFY: Rule(_LEADS, _FINAL),
    Action.REMOVE: Rule(_LEADS, _BEFORE_FINAL),
}


class Refusal(Exception):
    """Somebody may not do this; ``action`` is what they wanted."""

    def __init__(self, action: Action) -> None:
        super().__init__(action)
        self.action = action


class NotAllowed(Refusal):
    """Not for this person, whatever the state."""


class NotNow(Refusal):
    """For this person, but not in the state that the scan is in."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is asking: an account with its role in each municipality, by id.

    ``operator`` gives no view of answers: it is not a role in any municipality.
    """

    account: str
    roles: Mapping[str, Role] = field(default_factory=dict)
    function: str = ""
    operator: bool = False

    @property
    def municipalities(self) -> tuple[str, ...]:
        """The ids of the municipalities that this person belongs to."""
        return tuple(self.roles)


def may(actor: Actor, action: Action, municipality: str, state: ScanState | None = None) -> bool:
    """Return whether this person may do this; ``state`` is that of the scan, if it is about one."""
    try:
        require(actor, action, municipality, state)
    except Refusal:
        return False
    return True


def require(
    actor: Actor, action: Action, municipality: str, state: ScanState | None = None
) -> None:
    """Return when this person may do this; raise `NotAllowed` or `NotNow`."""
    rule = PERMISSIONS[action]
    if actor.roles.get(municipality) not in rule.roles:
        raise NotAllowed(action)
    if state is not None and state not in rule.states:
        raise NotNow(action)
