"""The papers of a workshop that its advisor changed in every part."""

from dataclasses import replace
from functools import cache, reduce

import pytest

from tests.documents.workshops import a_workshop, the_html
from toolkit.catalogue import library
from toolkit.documents.workshop_pack import PAPERS, Workshop
from toolkit.documents.workshop_slides import workshop_slides
from toolkit.domain.fields import Text
from toolkit.domain.workshop_change import point_added, point_removed
from toolkit.domain.workshop_phases import phase_kept, phase_removed
from toolkit.domain.workshop_plan import Plan, PlannedPhase, PlannedPoint
from toolkit.domain.workshop_proposal import with_plan
from toolkit.wording import wording

OWN = Text({"nl": "Eigen tekst"})


def without(plan: Plan, name: str) -> Plan:
    return point_removed(plan, name, library().workshop)


@cache
def changed() -> Workshop:
    made = a_workshop()
    gone = ("second_round", "outcome", "break", "last_phases")
    plan = phase_removed(reduce(without, gone, made.proposal.plan), "signal")
    plan = phase_kept(
        plan, PlannedPhase(id="own_2", title=OWN, story=OWN, discuss=(OWN,), minutes=5)
    )
    point = PlannedPoint(id="own_1", title=OWN, minutes=10)
    plan = point_added(plan, point, library().workshop).changed(consent="agreed")
    return replace(made, proposal=with_plan(made.proposal, plan, made.questionnaire))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", [paper.name for paper in PAPERS])
def test_every_paper_of_a_changed_workshop_can_be_made(name: str, language: str) -> None:
    assert "<h1" in the_html(name, changed(), language)


@pytest.mark.parametrize("name", ["facilitator", "participants", "briefing"])
def test_what_an_advisor_wrote_stands_on_the_papers(name: str) -> None:
    assert "Eigen tekst" in the_html(name, changed())


def test_slides_leave_out_what_is_no_longer_on_the_agenda() -> None:
    titles = [slide.title for slide in workshop_slides(changed(), wording("nl"))]

    assert "Fase 6. Eigen tekst" in titles
    assert "Tweede ronde door de ogen van het kind" not in titles
    assert "De afspraken voor kinderen" not in titles


def test_nobody_is_asked_to_lead_a_round_that_is_not_there() -> None:
    assert "tweede ronde van" not in the_html("briefing", changed())
    assert "tweede ronde van" in the_html("briefing", a_workshop())
