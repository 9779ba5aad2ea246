"""Prepares a workshop: for whom it is, what its scan says, and what is proposed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from toolkit.catalogue import Shelf
from toolkit.documents.workshop_pack import Workshop
from toolkit.domain.library import Library
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.report import Facts, Form, Kind, facts
from toolkit.domain.workshop import Scenario
from toolkit.domain.workshop_proposal import Proposal, Whose, Wishes, propose
from toolkit.services.score_scan import Scored


class NoScenarios(Exception):
    """A questionnaire without workshop cases; ``questionnaire`` is its id."""

    def __init__(self, questionnaire: str) -> None:
        super().__init__(questionnaire)
        self.questionnaire = questionnaire


@dataclass(frozen=True, slots=True)
class Subject:
    """For whom a workshop is, and what its scan says, if there is one."""

    whose: Whose
    questionnaire: Questionnaire
    outcome: Facts | None = None


def subject_of_scan(scored: Scored, library: Library, unnamed: str, day: date) -> Subject:
    """Return a scan, final or not, as the subject of a workshop; ``unnamed`` stands for no name."""
    scan = scored.scan
    name = scan.municipality.name if scan.municipality else unnamed
    said = facts(scan, scored.result, library, kind=Kind.FULL, form=Form.WORK, day=day)
    return Subject(Whose(name, scan.fictional, scan.respondents), scored.questionnaire, said)


def prepare(
    subject: Subject, shelf: Shelf, library: Library, wishes: Wishes, day: date
) -> Workshop:
    """Return the workshop; raises `NoScenarios`, `NoScenario`, `TooShort` and `TooLong`."""
    proposal = proposed(subject, shelf, library, wishes)
    return Workshop(proposal, subject.questionnaire, library, day, subject.outcome)


def proposed(
    subject: Subject,
    shelf: Shelf,
    library: Library,
    wishes: Wishes,
    own: Sequence[Scenario] = (),
) -> Proposal:
    """Return what is proposed, with cases of somebody's own beside ours; raises as `prepare`."""
    questionnaire, said = subject.questionnaire, subject.outcome
    shipped = shelf.scenarios(questionnaire.id, questionnaire.edition)
    if not shipped:
        raise NoScenarios(questionnaire.id)
    return propose(
        subject.whose,
        questionnaire,
        said.result if said else None,
        (*shipped, *own),
        library.workshop,
        wishes,
    )
