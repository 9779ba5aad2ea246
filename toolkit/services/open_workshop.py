"""Opens a workshop for whoever holds it: the plan, what its scan says now, and the reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor, may
from toolkit.domain.library import Library
from toolkit.domain.questionnaire import Question, Questionnaire
from toolkit.domain.report import Facts, Form, Kind, facts
from toolkit.domain.scoring.result import Mark
from toolkit.domain.workshop import Scenario
from toolkit.domain.workshop_plan import Plan
from toolkit.domain.workshop_proposal import Proposal, Whose, Wishes, with_plan
from toolkit.domain.workshop_room import Room
from toolkit.services.document_source import Source, source
from toolkit.services.kept_for_good import result_of
from toolkit.services.own_cases import cases_of
from toolkit.services.prepare_workshop import Subject, proposed
from toolkit.storage import assessments, known_cases, workshops
from toolkit.storage.assessments import Assessment, NotFound
from toolkit.storage.workshops import KeptWorkshop


@dataclass(frozen=True)
class Held:
    """A workshop as who holds it sees it; what takes work is done once it is asked for."""

    actor: Actor
    kept: KeptWorkshop
    plan: Plan
    questionnaire: Questionnaire
    library: Library
    shelf: Shelf
    connection: Connection

    @property
    def id(self) -> str:
        """The id of the workshop."""
        return self.kept.id

    @cached_property
    def scan(self) -> Assessment | None:
        """The scan that it is about, while this person may prepare a workshop from it."""
        if not self.kept.assessment:
            return None
        try:
            found = assessments.visible_to(self.actor, self.connection).get(self.kept.assessment)
        except NotFound:
            return None
        allowed = may(self.actor, Action.HOLD_WORKSHOP, found.municipality, found.state, found.id)
        return found if allowed else None

    @cached_property
    def source(self) -> Source | None:
        """What documents of that scan are made from."""
        if self.scan is None:
            return None
        return source(self.actor, self.connection, self.shelf, self.library, self.scan.id)

    @cached_property
    def outcome(self) -> Facts | None:
        """What the scan says; nothing when there is none. Raises `NotAsKept`, `OnePersonOnly`."""
        found = self.source
        if found is None:
            return None
        result = result_of(self.connection, found.opened)
        day = found.day(self.kept.begun)
        return facts(found.scan, result, found.library, kind=Kind.FULL, form=Form.WORK, day=day)

    @cached_property
    def own_cases(self) -> tuple[Scenario, ...]:
        """The cases of this person's own, beside ours."""
        return cases_of(self.connection, self.kept.account, self.questionnaire, self.library)

    @cached_property
    def cases(self) -> tuple[Scenario, ...]:
        """Every case that could be taken: ours, and this person's own."""
        asked = self.questionnaire
        return (*self.shelf.scenarios(asked.id, asked.edition), *self.own_cases)

    @cached_property
    def said_known(self) -> Mapping[str, bool]:
        """Of which cases somebody said whether they resemble something known here.

        Where there is only a name, who holds the workshop says so; of a scan its municipality. What
        that said last is kept with the workshop, for when the scan is shared no longer.
        """
        other = self.kept.wishes.get("not_known")
        here = dict.fromkeys(map(str, other if isinstance(other, list) else ()), False)
        here |= dict.fromkeys(wishes_of(self.kept).known, True)
        return here | dict(known_cases.of(self.connection, self.scan.id) if self.scan else {})

    @cached_property
    def wishes(self) -> Wishes:
        """What was asked for, with the story that the plan has: its reasons are asked about.

        A case that resembles something known, or is there no more, is not asked for.
        """
        names = {case.id for case in self.cases}
        known = frozenset(name for name, yes in self.said_known.items() if yes) & names
        asked = wishes_of(self.kept)
        taken = next(
            (one for one in (self.plan.scenario, asked.scenario) if one in names - known), None
        )
        return Wishes(asked.minutes, taken, known, self.plan.agreed)

    @property
    def resembles(self) -> bool:
        """Whether the story of the plan resembles something that is known here, as was said since."""
        return self.plan.scenario in self.wishes.known

    @cached_property
    def proposal(self) -> Proposal:
        """The reasons, with the plan as it is now; raises what `proposed` raises."""
        fresh = proposed(self.subject, self.shelf, self.library, self.wishes, self.own_cases)
        return with_plan(fresh, self.plan, self.questionnaire)

    @property
    def subject(self) -> Subject:
        """For whom it is, with what the scan says."""
        said = self.outcome
        functions = said.scan.respondents if said else ()
        whose = Whose(self.plan.municipality, self.plan.fictional, functions)
        return Subject(whose, self.questionnaire, said)

    @cached_property
    def room(self) -> Room:
        """Where the room is."""
        return Room.model_validate(self.kept.room)

    def question(self, item: str) -> Question | None:
        """Return a question that goes by cards, if its questionnaire still has it."""
        return self.questionnaire.questions.get(item)

    def official(self, item: str) -> Mark | None:
        """Return what the municipality answered, if the scan has it."""
        said = self.outcome
        return said.result.marks.get(item) if said else None


def open_workshop(
    actor: Actor, connection: Connection, shelf: Shelf, library: Library, name: str
) -> Held:
    """Return a workshop of this person; raise `NotFound` for every other."""
    kept = workshops.visible_to(actor, connection).get(name)
    return opened(actor, connection, shelf, library, kept)


def opened(
    actor: Actor, connection: Connection, shelf: Shelf, library: Library, kept: KeptWorkshop
) -> Held:
    """Return a kept workshop as somebody sees it."""
    plan = Plan.model_validate(kept.plan, by_name=True)
    questionnaire = shelf.find(plan.questionnaire, plan.edition)
    return Held(actor, kept, plan, questionnaire, library, shelf, connection)


def wishes_of(kept: KeptWorkshop) -> Wishes:
    """Return what was asked for when the workshop was proposed last."""
    asked = kept.wishes
    minutes, scenario, known = asked.get("minutes"), asked.get("scenario"), asked.get("known")
    usual = Wishes()
    return Wishes(
        minutes if isinstance(minutes, int) else usual.minutes,
        scenario if isinstance(scenario, str) else None,
        frozenset(map(str, known)) if isinstance(known, list) else usual.known,
    )
