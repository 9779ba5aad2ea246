"""What is proposed for a workshop, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import Given, disagreement
from tests.domain.workshops import example, instrument, proposed, result_of, the_case
from toolkit.catalogue import library
from toolkit.domain.answers import UNKNOWN, not_applicable
from toolkit.domain.workshop_agenda import FIRST, TooLong, TooShort
from toolkit.domain.workshop_findings import Why
from toolkit.domain.workshop_proposal import NoScenario, Proposal, Wishes
from toolkit.domain.workshop_table import MOST, without_a_seat


def case_of(proposal: Proposal) -> str:
    return proposal.chosen.scenario.id if proposal.chosen else ""


def whys(proposal: Proposal) -> dict[str, Why]:
    return {one.question.id: one.why for one in proposal.found}


def test_the_lowest_question_decides_which_case_is_proposed() -> None:
    made = proposed(result_of({"forms.technology": 1, "gov.best_interests_test": 2}))

    assert case_of(made) == "s7-het-tweede-nummer"
    assert made.chosen is not None
    assert made.chosen.because == instrument().questions["forms.technology"]


def test_of_two_questions_as_low_the_heavier_one_decides() -> None:
    light, both = {"forms.labour": 0}, {"forms.labour": 0, "signal.disclosure": 0}

    assert case_of(proposed(result_of(light))) == "s6-het-nichtje"
    assert case_of(proposed(result_of(both))) == "s2-alles-is-liefde"


def test_what_nobody_knows_is_as_low_as_nothing() -> None:
    answers: dict[str, Given] = {"forms.technology": 1, "forms.child_marriage": UNKNOWN}

    made = proposed(result_of(answers))

    assert case_of(made) == "s5-zomervakantie"


def test_what_does_not_apply_calls_for_no_case() -> None:
    answers: dict[str, Given] = {
        "forms.unaccompanied": not_applicable("geen opvang"),
        "forms.technology": 3,
    }

    assert case_of(proposed(result_of(answers))) == "s7-het-tweede-nummer"


def test_where_nothing_is_low_the_case_for_all_others_is_proposed() -> None:
    made = proposed(result_of({"forms.technology": 4}))

    assert case_of(made) == library().workshop.otherwise
    assert made.chosen is not None
    assert made.chosen.because is None


def test_a_case_that_resembles_a_known_one_is_left_out() -> None:
    first = proposed(example())

    made = proposed(example(), Wishes(known=frozenset([case_of(first)])))

    assert case_of(made) == first.others[0].scenario.id
    assert case_of(first) not in {row.scenario.id for row in made.others}
    assert [case.id for case in made.left_out] == [case_of(first)]


def test_where_every_case_resembles_a_known_one_the_day_has_no_story_yet() -> None:
    known = frozenset(row.scenario.id for row in proposed(None).others) | {"s2-alles-is-liefde"}

    made = proposed(example(), Wishes(known=known))

    assert made.chosen is None
    assert made.plan.phases == ()
    assert sum(point.minutes for point in made.plan.agenda) == made.plan.minutes


def test_a_case_may_be_asked_for_by_its_number() -> None:
    assert case_of(proposed(example(), Wishes(scenario="s9"))) == "s9-twee-gemeenten"


def test_a_case_that_there_is_not_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(NoScenario) as caught:
        proposed(example(), Wishes(scenario="s99"))

    assert "s1-nieuwe-schoenen" in caught.value.known


def test_every_finding_says_why_and_a_disagreement_comes_first() -> None:
    answers: dict[str, Given] = {
        "forms.criminal": disagreement(1, 3),
        "forms.labour": UNKNOWN,
        "gov.budget": 1,
    }

    made = proposed(result_of(answers))

    assert whys(made) == {
        "forms.criminal": Why.DISPUTED,
        "forms.labour": Why.UNKNOWN,
        "gov.budget": Why.WEAK,
    }
    assert made.themes[0].group.id == "forms"


def test_the_example_is_about_three_themes_with_their_counts() -> None:
    made = proposed(example())

    assert [theme.group.id for theme in made.themes] == ["forms", "justice", "refer"]
    assert made.themes[0].counts == {Why.DISPUTED: 1, Why.UNKNOWN: 1, Why.WEAK: 2, Why.GAP: 4}


def test_a_name_only_begins_with_the_core_questions_that_are_not_regional() -> None:
    made = proposed(None)

    asked = [instrument().questions[name] for name in made.plan.opening]
    assert {question.item.scope for question in asked} == {"local"}
    assert {question.item.weight for question in asked} == {3}
    assert "opening" in {point.id for point in made.plan.agenda}
    assert sum(theme.opening for theme in made.themes) > 0


def test_the_same_scan_gives_the_same_workshop() -> None:
    assert proposed(example()) == proposed(example())


@given(st.integers(140, 600))
def test_every_length_of_a_workshop_adds_up_to_the_minute(minutes: int) -> None:
    plan = proposed(example(), Wishes(minutes=minutes)).plan

    lengths = {point.id: point.minutes for point in plan.agenda}
    assert sum(lengths.values()) == minutes
    assert sum(phase.minutes for phase in plan.first_phases) == lengths[FIRST]


@pytest.mark.parametrize(("minutes", "refused"), [(30, TooShort), (601, TooLong)])
def test_a_workshop_is_a_part_of_a_day_or_a_day(minutes: int, refused: type[ValueError]) -> None:
    with pytest.raises(refused):
        proposed(example(), Wishes(minutes=minutes))


def test_everybody_of_the_story_has_a_chair_and_there_are_never_too_many() -> None:
    made = proposed(example(), Wishes(scenario="s4"), "adv_safety", "focal")

    plays = {role.within("nl") for one in made.table.seats for role in one.plays}
    assert {"voogd (Nidos)", "medewerker opvanglocatie (COA)"} <= plays
    assert len(made.table.seats) <= MOST
    missing = {one.seat.id for one in made.table.missing(made.plan.coming)}
    assert "focal" not in missing
    assert {"police", "expert", "guardian"} <= missing


def test_a_role_without_a_chair_would_be_found() -> None:
    odd = the_case("s1").model_copy(update={"roles": (the_case("s1").title,)})

    assert list(without_a_seat(library().workshop, odd)) == ["Nieuwe schoenen"]


def test_what_nobody_knew_is_asked_beforehand_first_what_the_case_tests() -> None:
    made = proposed(example())

    assert made.chosen is not None
    first = made.ask_before[0].id
    assert first in made.chosen.scenario.items
    assert set(map(whys(made).get, (one.id for one in made.ask_before))) == {Why.UNKNOWN}


def test_each_question_that_a_case_tests_goes_by_cards_in_one_phase_at_most() -> None:
    made = proposed(example())

    asked = [item for phase in made.plan.phases for item in phase.cards]
    assert len(asked) == len(set(asked))
    assert set(asked) <= set(the_case("s1").items)
    assert max(len(phase.cards) for phase in made.plan.phases) <= 2
