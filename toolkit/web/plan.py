"""The plan of a scan: its steps with their minutes, ticked as they are done."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.domain.progress import MINUTES_A_QUESTION, progress
from toolkit.services.open_scan import Opened
from toolkit.wording import N_

BEGIN = N_("Begin, and ask three colleagues")
ANSWER = N_("Go through the questions together")
FIND_OUT = N_("Find out what nobody knew")
REVIEW = N_("Look it over")
REPORT = N_("Make the advisory report")
DISCUSS = N_("Discuss it")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the plan; ``label`` is a sentence to translate, ``endpoint`` where it is done."""

    label: str
    minutes: int
    done: bool
    endpoint: str = ""


def plan(scan: Opened) -> tuple[Step, ...]:
    """Return the steps of a scan; they add up to four hours for the short round."""
    scored = tuple(question for question in scan.asked.values() if question.scored)
    whole = progress(scored, scan.confirmed)
    state = scan.assessment.state
    together = 90 if scan.assessment.selection else whole.asked * MINUTES_A_QUESTION
    return (
        Step(BEGIN, 15, bool(scan.assessment.municipality_name), "team.index"),
        Step(ANSWER, together, whole.complete),
        Step(FIND_OUT, 30, whole.complete and not whole.unknown, "find_out.index"),
        Step(REVIEW, 20, state != "draft", "outcome.look_over"),
        Step(REPORT, 25, done=False, endpoint="" if state == "draft" else "documents.index"),
        Step(DISCUSS, 60, done=False),
    )
