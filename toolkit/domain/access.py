"""Who may do what: the one permission table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from toolkit.domain.scan import ScanState


class Role(StrEnum):
    """What somebody is in one municipality: by membership, by a grant for a time (advisor), or by
    a link to read along (onlooker).
    """

    COORDINATOR = "coordinator"
    DEPUTY = "deputy"
    CONTRIBUTOR = "contributor"
    READER = "reader"
    ADVISOR = "advisor"
    ONLOOKER = "onlooker"


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
    FILL_IN = "fill_in"
    ADOPT = "adopt"
    TELL_BACK = "tell_back"
    PUBLISH = "publish"
    CORRECT = "correct"
    BEGIN_ROUND = "begin_round"
    RECTIFY = "rectify"
    REMOVE = "remove"
    INVITE = "invite"
    DECIDE_OFFER = "decide_offer"
    OFFER = "offer"
    SEE_NAMES = "see_names"
    SEE_REGISTER = "see_register"
    MANAGE_MEMBERS = "manage_members"
    SHARE = "share"
    SEE_LOG = "see_log"
    SET_UP = "set_up"
    TAKE_EVERYTHING = "take_everything"
    ERASE = "erase"
    HOLD_WORKSHOP = "hold_workshop"
    AGREE = "agree"
    OPERATE = "operate"


_LEADS = frozenset((Role.COORDINATOR, Role.DEPUTY))
_WORKS = _LEADS | {Role.CONTRIBUTOR}
_MEMBERS = _WORKS | {Role.READER}
_ALL = frozenset(Role)
_NOBODY: frozenset[Role] = frozenset()
_ANY_STATE: frozenset[ScanState] = frozenset(("draft", "in_review", "final"))
_DRAFT: frozenset[ScanState] = frozenset(("draft",))
_IN_REVIEW: frozenset[ScanState] = frozenset(("in_review",))
_BEFORE_FINAL = _DRAFT | _IN_REVIEW
_FINAL: frozenset[ScanState] = frozenset(("final",))


@dataclass(frozen=True, slots=True)
class Rule:
    """Which roles may, while the scan is in which of these states; or whoever runs the program."""

    roles: frozenset[Role]
    states: frozenset[ScanState] = _ANY_STATE
    operators: bool = False


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
    # What only the municipality knows; it is no answer, so a final scan may still get it.
    Action.FILL_IN: Rule(_LEADS, _IN_REVIEW | _FINAL),
    Action.ADOPT: Rule(_LEADS, _FINAL),
    Action.TELL_BACK: Rule(_LEADS, _FINAL),
    Action.PUBLISH: Rule(_LEADS, _FINAL),
    Action.CORRECT: Rule(_LEADS, _FINAL),
    Action.BEGIN_ROUND: Rule(_LEADS, _FINAL),
    Action.RECTIFY: Rule(_LEADS, _FINAL),
    Action.REMOVE: Rule(_LEADS, _BEFORE_FINAL),
    Action.INVITE: Rule(_LEADS, _BEFORE_FINAL),
    # An answer for the region is offered by whoever answers; it counts once it is accepted.
    Action.OFFER: Rule(_WORKS, _DRAFT),
    Action.DECIDE_OFFER: Rule(_LEADS, _DRAFT),
    # Everybody else sees functions.
    Action.SEE_NAMES: Rule(_LEADS),
    Action.SEE_REGISTER: Rule(_MEMBERS),
    Action.MANAGE_MEMBERS: Rule(_LEADS),
    Action.SHARE: Rule(_LEADS),
    Action.SEE_LOG: Rule(_LEADS),
    Action.SET_UP: Rule(_LEADS),
    Action.TAKE_EVERYTHING: Rule(_LEADS),
    Action.ERASE: Rule(frozenset((Role.COORDINATOR,))),
    # A workshop is prepared from a draft too: it names questions, and no score.
    Action.HOLD_WORKSHOP: Rule(_LEADS | {Role.ADVISOR}),
    # What a workshop agreed becomes an action of the scan.
    Action.AGREE: Rule(_LEADS | {Role.ADVISOR}),
    # Municipalities and accounts; never an answer.
    Action.OPERATE: Rule(_NOBODY, operators=True),
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


class NotWhole(Exception):
    """A session that began with an invitation does not change how somebody gets in."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is asking: an account with its role in each municipality, by id.

    ``shared`` are the scans that were shared with this person one by one, as whose ``guest`` they
    see them. ``operator`` gives no view of answers: it is not a role in any municipality.
    """

    account: str
    roles: Mapping[str, Role] = field(default_factory=dict)
    function: str = ""
    operator: bool = False
    shared: frozenset[str] = frozenset()
    guest: Role = Role.ADVISOR

    @property
    def municipalities(self) -> tuple[str, ...]:
        """The ids of the municipalities of which this person may see every scan."""
        return tuple(self.roles)

    def role_in(self, municipality: str, scan: str | None = None) -> Role | None:
        """Return what this person is for a municipality, or for one scan of it."""
        role = self.roles.get(municipality)
        return self.guest if role is None and scan in self.shared else role


def may(
    actor: Actor,
    action: Action,
    municipality: str,
    state: ScanState | None = None,
    scan: str | None = None,
) -> bool:
    """Return whether this person may do this; ``state`` is that of the scan, if it is about one."""
    try:
        require(actor, action, municipality, state, scan)
    except Refusal:
        return False
    return True


def may_somewhere(actor: Actor, action: Action) -> bool:
    """Return whether there is a municipality, or a shared scan, with which this person may do this."""
    as_guest = bool(actor.shared) and actor.guest in PERMISSIONS[action].roles
    return as_guest or any(may(actor, action, place) for place in actor.municipalities)


def require(
    actor: Actor,
    action: Action,
    municipality: str,
    state: ScanState | None = None,
    scan: str | None = None,
) -> None:
    """Return when this person may do this; raise `NotAllowed` or `NotNow`."""
    rule = PERMISSIONS[action]
    if actor.role_in(municipality, scan) not in rule.roles:
        raise NotAllowed(action)
    if state is not None and state not in rule.states:
        raise NotNow(action)


def require_operator(actor: Actor, action: Action = Action.OPERATE) -> None:
    """Return when this person runs the program and may therefore do this; raise `NotAllowed`."""
    if not (PERMISSIONS[action].operators and actor.operator):
        raise NotAllowed(action)
