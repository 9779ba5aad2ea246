"""Opens a scan for somebody: its frame with its questionnaire, and its answers when asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor, may, require
from toolkit.domain.answers import Answer, State
from toolkit.domain.questionnaire import Group, Question, Questionnaire, Selection
from toolkit.domain.scan import Evidence, Municipality, Scan
from toolkit.domain.visibility import Visibility
from toolkit.storage import answers, assessments, register, surroundings
from toolkit.storage.answers import NONE_YET, KeptAnswer, KeptAnswers
from toolkit.storage.assessments import Assessment


@dataclass(frozen=True)
class Frame:
    """A scan as somebody sees it, without its answers."""

    actor: Actor
    assessment: Assessment
    questionnaire: Questionnaire

    def asks(self, item: str) -> Question | None:
        """Return the question, if this round has it; an answer may still hide it."""
        question = self.questionnaire.questions.get(item)
        known = question is not None and Visibility(self.questionnaire, {}, self.selection).exists(
            question
        )
        return question if known else None

    @property
    def selection(self) -> Selection | None:
        """The questions that a short round asks."""
        chosen = self.assessment.selection
        return self.questionnaire.selection(chosen) if chosen else None

    def may(self, action: Action) -> bool:
        """Return whether this person may do this with the scan as it is now."""
        scan = self.assessment
        return may(self.actor, action, scan.municipality, scan.state, scan.id)

    def require(self, action: Action) -> None:
        """Return when this person may do this now; raise `NotAllowed` or `NotNow`."""
        scan = self.assessment
        require(self.actor, action, scan.municipality, scan.state, scan.id)


class _Answers(Mapping[str, Answer]):
    """Nothing but the answers, each read once somebody looks at it."""

    def __init__(self, kept: KeptAnswers) -> None:
        self._kept = kept

    def __getitem__(self, item: str) -> Answer:
        return self._kept[item].answer

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)


@dataclass(frozen=True)
class Opened(Frame):
    """A scan as somebody sees it; what is derived is worked out once."""

    kept: KeptAnswers

    @cached_property
    def answers(self) -> Mapping[str, Answer]:
        """The answers by item."""
        return _Answers(self.kept)

    @cached_property
    def confirmed(self) -> Mapping[str, Answer]:
        """The answers that somebody gave in this round, or confirmed in it."""
        carried = self.kept.carried
        if not carried:
            return self.answers
        return {name: answer for name, answer in self.answers.items() if name not in carried}

    @property
    def unconfirmed(self) -> tuple[Question, ...]:
        """The scored questions whose answer came along, and that nobody has confirmed yet."""
        return tuple(
            one for one in self.asked.values() if one.scored and one.id in self.kept.carried
        )

    @cached_property
    def visibility(self) -> Visibility:
        """What the answers show."""
        return Visibility(self.questionnaire, self.answers, self.selection)

    @cached_property
    def asked(self) -> Mapping[str, Question]:
        """The questions that this round asks now, in file order, the intake first."""
        every = self.questionnaire.questions.values()
        return {question.id: question for question in every if self._asks(question)}

    def asked_in(self, group: str) -> tuple[Question, ...]:
        """Return the questions that a theme, or a part of it, asks now."""
        every = self.questionnaire.questions.values()
        return tuple(one for one in every if group in one.groups and self._asks(one))

    def _asks(self, question: Question) -> bool:
        return self.visibility.exists(question) and self.visibility.of(question).shown

    @property
    def intake(self) -> tuple[Question, ...]:
        """The questions to begin with."""
        return tuple(question for question in self.asked.values() if not question.groups)

    @property
    def themes(self) -> Iterator[Group]:
        """The themes that ask something in this round, in their order."""
        return (theme for theme in self.questionnaire.themes if self.asked_in(theme.id))

    def answer(self, item: str) -> KeptAnswer:
        """Return the answer to a question; version 0 when there is none yet."""
        return self.kept.get(item, NONE_YET)

    def open_in(self, questions: tuple[Question, ...]) -> tuple[Question, ...]:
        """Return those of the questions that nobody has answered yet."""
        return tuple(
            question
            for question in questions
            if self.answer(question.id).answer.state is State.OPEN
        )

    def having(self, kept: Mapping[str, KeptAnswer]) -> Opened:
        """Return the scan with these answers in the place of those that it had."""
        return replace(self, kept=self.kept.having(kept))


def open_frame(actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str) -> Frame:
    """Return the frame of a scan that this person may see; raise `NotFound` for every other."""
    assessment = assessments.visible_to(actor, connection).get(assessment_id)
    require(actor, Action.SEE, assessment.municipality, scan=assessment.id)
    return Frame(actor, assessment, shelf.find(assessment.questionnaire, assessment.edition))


def open_scan(actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str) -> Opened:
    """Return a scan that this person may see; raise `NotFound` for every other."""
    frame = open_frame(actor, connection, shelf, assessment_id)
    kept = answers.all_of(connection, assessment_id, frame.questionnaire)
    return Opened(actor, frame.assessment, frame.questionnaire, kept)


def current_versions(
    actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str
) -> Mapping[str, int]:
    """Return the version of each answer in a scan that this person may see; raise `NotFound`."""
    frame = open_frame(actor, connection, shelf, assessment_id)
    return answers.versions(connection, frame.assessment.id)


def as_scan(connection: Connection, opened: Opened) -> Scan:
    """Return the whole scan, with what stands around its answers, as a scan file holds it.

    A final scan has the evidence that it keeps, every other the register of its municipality.
    """
    frame = opened.assessment
    named = Municipality(frame.municipality_name, frame.municipality_code)
    return Scan(
        questionnaire=frame.questionnaire,
        edition=frame.edition,
        answers=dict(opened.answers),
        title=frame.title,
        dated=frame.dated,
        municipality=named if named.name else None,
        selection=frame.selection,
        state=frame.state,
        adoption=frame.adoption,
        remarks=surroundings.as_remarks(surroundings.remarks_of(connection, frame.id)),
        evidence=_evidence(connection, frame),
        actions=tuple(row.action for row in surroundings.actions_of(connection, frame.id)),
        respondents=frame.respondents,
        fictional=frame.fictional,
        unconfirmed=frozenset(one.id for one in opened.unconfirmed),
    )


def _evidence(connection: Connection, frame: Assessment) -> tuple[Evidence, ...]:
    if frame.state == "final":
        return register.kept_by(connection, frame.id)
    return tuple(kept.entry for kept in register.all_of(connection, frame.municipality))
