"""The examples show what trainers and readers are told they show."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache

from tests.content.shipped import main
from toolkit.catalogue.library_files import library
from toolkit.catalogue.shipped import shipped
from toolkit.documents.scanfile import read_file
from toolkit.domain.answers import Answer, State
from toolkit.domain.report_rows import evidence_used
from toolkit.domain.scan import Scan
from toolkit.domain.scoring.result import GroupScore, Mark, MinimumState, Result
from toolkit.domain.scoring.score import score
from toolkit.paths import EXAMPLES

NUMBER_TO_CALL = re.compile(r"(?<![\d-])(?:\+\d{2}|0)(?:[\s()-]*\d){3,}|(?<!\d)11[23](?!\d)")
ADDRESS = re.compile(r"\S@\S|https?:|www\.")


def example(name: str) -> str:
    return (EXAMPLES / name).read_text(encoding="utf-8")


@cache
def town() -> Scan:
    return read_file(EXAMPLES / "voorbeeldstad.yaml", shipped())


@cache
def village() -> Scan:
    return read_file(EXAMPLES / "korte-ronde.yaml", shipped())


@cache
def outcome() -> Result:
    return score(main(), town().answers)


@cache
def village_outcome() -> Result:
    return score(main(), village().answers, selection=village().selection)


def town_answers() -> tuple[Answer, ...]:
    return tuple(town().answers[item.id] for item in main().all_items())


def core_marks() -> tuple[Mark, ...]:
    core = main().selections[0]
    marks = outcome().marks.values()
    return tuple(mark for mark in marks if core.holds(mark.question.item, main().levels[0]))


def everything_scored() -> tuple[GroupScore, ...]:
    return (outcome().overall, *outcome().groups.values())


def register_uses() -> Iterator[bool]:
    for item in town().answers:
        for row in evidence_used(town(), item):
            yield row.entry is not None and bool(row.entry.dated and row.entry.citation)


def points(dimension: str) -> Decimal:
    return outcome().overall.dimensions[dimension].figure.points or Decimal(0)


def test_every_example_says_that_it_is_invented() -> None:
    names = sorted(path.name for path in EXAMPLES.glob("*.yaml"))

    scans = [read_file(EXAMPLES / name, shipped()) for name in names]

    assert names == ["korte-ronde.yaml", "voorbeeldstad.yaml"]
    assert [scan.fictional for scan in scans] == [True, True]


def test_no_example_names_a_number_to_call_or_an_address() -> None:
    text = example("voorbeeldstad.yaml") + example("korte-ronde.yaml")

    assert NUMBER_TO_CALL.search("bel 0800-2000")
    assert NUMBER_TO_CALL.findall(text) == []
    assert ADDRESS.findall(text) == []


def test_the_examples_use_none_of_the_words_to_avoid() -> None:
    text = (example("voorbeeldstad.yaml") + example("korte-ronde.yaml")).lower()
    avoided = [word for entry in library().glossary.avoid for word in entry.words]

    assert avoided
    assert [word for word in avoided if word.lower() in text] == []


def test_the_town_answers_every_question() -> None:
    states = Counter(answer.state for answer in town_answers())

    assert states == {State.ANSWERED: 62, State.UNKNOWN: 10, State.NOT_APPLICABLE: 1}
    assert town().state == "final"


def test_the_town_shows_every_kind_of_answer() -> None:
    answers = town_answers()

    assert [answer.left_open for answer in answers].count(True) == 1
    assert [len(answer.views) for answer in answers].count(2) == 2
    assert [answer.regional for answer in answers].count(True) == 25
    assert 40 <= [bool(answer.note) for answer in answers].count(True) <= 50


def test_the_town_takes_over_only_regional_answers_from_the_region() -> None:
    taken = [item for item in main().all_items() if town().answers[item.id].regional]

    assert taken
    assert {item.scope for item in taken} == {"regional"}


def test_the_town_has_nine_of_the_23_core_agreements_in_order() -> None:
    words = Counter(mark.minimum for mark in core_marks())

    assert words == {
        MinimumState.IN_ORDER: 9,
        MinimumState.BEGUN: 6,
        MinimumState.MISSING: 4,
        MinimumState.UNKNOWN: 4,
    }


def test_the_town_has_sixteen_of_the_45_minimum_agreements_in_order() -> None:
    assert outcome().minimum_states == {
        MinimumState.MISSING: 9,
        MinimumState.BEGUN: 14,
        MinimumState.IN_ORDER: 16,
        MinimumState.UNKNOWN: 6,
        MinimumState.OPEN: 0,
    }


def test_the_town_is_strong_on_paper_weaker_in_practice_with_children_out_of_sight() -> None:
    assert points("policy") == Decimal("3.0")
    assert points("practice") == Decimal("1.9")
    assert points("child") == Decimal("0.8")


def test_every_gap_between_paper_practice_and_child_is_found_somewhere() -> None:
    found = {gap.phrase for part in everything_scored() for gap in part.gaps if gap.enough}

    assert found == {"paper_policy", "unsecured_practice", "child_unseen"}
    assert [gap.phrase for gap in outcome().groups["refer"].gaps] == ["unsecured_practice"]


def test_two_pairs_of_answers_cannot_both_be_right() -> None:
    assert set(outcome().contradictions) == {
        "schools_consult_yet_no_signals",
        "separate_plans_yet_one_plan",
    }


def test_one_theme_is_held_back_by_the_minimum_line() -> None:
    held_back = [part for part in everything_scored() if part.band != part.uncapped_band]

    assert [(part.id, part.cautious.share, part.band) for part in held_back] == [
        ("network", Decimal("77.1"), "underway")
    ]


def test_one_theme_is_fully_answered_while_another_is_mostly_unknown() -> None:
    network, justice = outcome().groups["network"].counts, outcome().groups["justice"].counts

    assert (network.answered, network.asked) == (5, 5)
    assert (justice.unknown, justice.asked) == (4, 6)


def test_every_piece_of_evidence_stands_in_the_register() -> None:
    uses = tuple(register_uses())

    assert len(uses) >= 25
    assert all(uses)
    assert 12 <= len(town().evidence) <= 15


def test_every_action_of_the_town_says_who_when_and_what_a_child_notices() -> None:
    actions = town().actions

    assert Counter(action.status for action in actions) == {"decided": 3, "proposed": 2}
    assert all(action.owner and action.due and action.child_notices for action in actions)


def test_the_town_scans_decides_acts_in_that_order() -> None:
    scanned, decided = town().dated or date.max, date(2026, 12, 15)
    seen = [entry.dated for entry in town().evidence if entry.dated]
    due = [action.due for action in town().actions if action.due]
    reply = town().remarks.reply

    assert reply is not None
    assert "15 december 2026" in reply.text
    assert max(seen) < scanned < decided < min(due)


def test_what_is_only_proposed_is_promised_to_no_child() -> None:
    proposed = [action for action in town().actions if action.status == "proposed"]

    assert len(proposed) == 2
    assert all("Wij willen dat" in action.child_notices for action in proposed)


def test_the_town_speaks_in_its_own_words_in_five_themes() -> None:
    remarks = town().remarks

    said = [remark for remark in (remarks.foreword, remarks.reply) if remark is not None]
    said += remarks.themes.values()

    assert len(remarks.themes) == 5
    assert len(said) == 7
    assert all(remark.function for remark in said)


def test_the_village_is_halfway_through_the_short_round() -> None:
    counts = village_outcome().overall.counts

    assert village().state == "draft"
    assert (counts.asked, counts.open, counts.unknown, counts.not_applicable) == (23, 4, 2, 1)
    assert village_outcome().overall.cautious.share is None
