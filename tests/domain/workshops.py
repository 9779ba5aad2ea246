"""Workshops to look into: of the example, of a name only, and of answers that a test gives."""

from collections.abc import Mapping
from functools import cache

from tests.builders import Given, given
from toolkit.catalogue import library, shipped
from toolkit.documents import scanfile
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.scoring.result import Result
from toolkit.domain.scoring.score import score
from toolkit.domain.workshop import Scenario
from toolkit.domain.workshop_proposal import Proposal, Whose, Wishes, propose
from toolkit.paths import EXAMPLE

MAIN = "kinderrechten-mensenhandel"
HERE = Whose("Voorbeeldstad")


def instrument() -> Questionnaire:
    """Return the main instrument."""
    return shipped().newest(MAIN)


@cache
def cases() -> tuple[Scenario, ...]:
    """Return the cases of the main instrument."""
    return shipped().scenarios(MAIN, instrument().edition)


def the_case(name: str) -> Scenario:
    """Return the case whose id begins so."""
    return next(case for case in cases() if case.id.startswith(f"{name}-"))


@cache
def example() -> Result:
    """Return what the example amounts to."""
    scan = scanfile.read_file(EXAMPLE, shipped())
    return score(instrument(), scan.answers)


def result_of(answers: Mapping[str, Given]) -> Result:
    """Return what these answers amount to."""
    return score(instrument(), given(answers))


def proposed(result: Result | None, wishes: Wishes | None = None, *respondents: str) -> Proposal:
    """Return the workshop that is proposed for a result, or for a name only."""
    whose, wanted = Whose(HERE.name, respondents=respondents), wishes or Wishes()
    return propose(whose, instrument(), result, cases(), library().workshop, wanted)
