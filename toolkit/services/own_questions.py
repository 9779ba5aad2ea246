"""Opens the questions of one person in one scan, and keeps that they are done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.domain.answers import Answer, State
from toolkit.domain.own_questions import Own, own_questions
from toolkit.domain.progress import Progress, progress
from toolkit.domain.questionnaire import Group, Question
from toolkit.services.answer_for_region import regions
from toolkit.services.find_out import waiting_for
from toolkit.services.open_scan import Opened, open_scan
from toolkit.services.pass_on import pass_on
from toolkit.storage import handed_out, invitations
from toolkit.storage.invitations import Invitation


@dataclass(frozen=True, slots=True)
class Mine:
    """A scan with the questions of whoever opened it, and the invitation if there was one."""

    scan: Opened
    own: Own
    invitation: Invitation | None

    @property
    def given(self) -> Progress:
        """What this person answered, in all of the scan."""
        return progress(self._by_me, self.scan.answers)

    @property
    def themes(self) -> tuple[Group, ...]:
        """The themes about which this person told something."""
        told = {
            one.theme
            for one in self._by_me
            if self.scan.answer(one.id).answer.state is not State.UNKNOWN
        }
        return tuple(theme for theme in self.scan.themes if theme.id in told)

    @property
    def _by_me(self) -> tuple[Question, ...]:
        account = self.scan.actor.account
        return tuple(
            one
            for one in self.scan.asked.values()
            if one.scored and self.scan.answer(one.id).account == account
        )


def my_questions(actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str) -> Mine:
    """Return the questions of this person in a scan that they may see; raise `NotFound`."""
    scan = open_scan(actor, connection, shelf, assessment_id)
    return mine_in(scan, connection, shelf)


def mine_in(scan: Opened, connection: Connection, shelf: Shelf) -> Mine:
    """Return the questions of whoever opened this scan."""
    account, name = scan.actor.account, scan.assessment.id
    invitation = invitations.to(connection, name, account)
    handed = handed_out.of(connection, name).get(account, frozenset())
    function = scan.actor.function if invitation is None else invitation.function
    if invitation is not None and invitation.declined is not None:
        function = ""
    passed = waiting_for(connection, scan)
    once = _asked_once(scan, connection, shelf)
    own = own_questions(scan.asked.values(), function, handed, passed, scan.confirmed, once)
    return Mine(scan, own, invitation)


def finish(
    actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str, *, at: datetime
) -> None:
    """Keep that somebody is done; raise `NotFound`. Who was never invited has nothing to finish."""
    scan = open_scan(actor, connection, shelf, assessment_id)
    invitation = invitations.to(connection, scan.assessment.id, actor.account)
    if invitation is not None and invitation.finished is None and scan.may(Action.ANSWER):
        invitations.keep(connection, invitation.id, finished=at)


def no_reminders(actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str) -> None:
    """Keep that somebody wants no reminders about this scan; raise `NotFound`."""
    scan = open_scan(actor, connection, shelf, assessment_id)
    invitation = invitations.to(connection, scan.assessment.id, actor.account)
    if invitation is not None:
        invitations.keep(connection, invitation.id, no_reminders=True)


def decline(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    role: str,
    *,
    at: datetime,
) -> None:
    """Say that these questions are for somebody else; raise `NotFound`, `NotAllowed`, `NotNow`."""
    mine = my_questions(actor, connection, shelf, assessment_id)
    mine.scan.require(Action.PASS_ON)
    give_back(connection, shelf, mine, role, at=at)


def _asked_once(scan: Opened, connection: Connection, shelf: Shelf) -> frozenset[str]:
    """Return which questions this person answers for several municipalities at once.

    What was answered in this scan alone before there was more than one, stays there.
    """
    return frozenset(
        question.id
        for region in regions(scan.actor, connection, shelf)
        if any(frame.assessment.id == scan.assessment.id for frame in region.frames)
        for question in region.questions
        if _not_said_here(scan.answer(question.id).answer)
    )


def _not_said_here(answer: Answer) -> bool:
    return answer.state is State.OPEN or answer.regional


def give_back(connection: Connection, shelf: Shelf, mine: Mine, role: str, *, at: datetime) -> None:
    """Pass all open questions of somebody on to a role, or to nobody in particular."""
    scan, invitation = mine.scan, mine.invitation
    if invitation is None:
        return
    for item in mine.own.open:
        pass_on(scan.actor, connection, shelf, scan.assessment.id, (item, role), at=at)
    who = scan.actor.account
    handed_out.put(connection, scan.assessment.id, who, (), who, at=at)
    invitations.keep(connection, invitation.id, declined=at)
