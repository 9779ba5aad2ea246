"""A final scan keeps what it rests on."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.services.rounds import DAY, NOON, Rounds
from toolkit.catalogue import library
from toolkit.domain.answers import answered
from toolkit.domain.report import Form
from toolkit.domain.scan import Evidence
from toolkit.services.compare import compare_rounds
from toolkit.services.export_scan import export_scan
from toolkit.services.order_document import WantedDocument
from toolkit.services.outcome import outcome
from toolkit.services.score_json import as_data
from toolkit.services.score_scan import score_scan
from toolkit.services.show_documents import preview
from toolkit.storage import assessments
from toolkit.storage.assessments import NotAsKept

PLAN = Evidence("plan", "Plan van 2024", "plan", date(2024, 5, 1), citation="raadsstuk 12")
PROVEN = {"beleid.plan": replace(answered(Decimal(2)), evidence=("plan, p. 3",))}


def spoil(rounds: Rounds, scan: str) -> None:
    """Have a final scan keep other figures than its answers amount to."""
    with rounds.database.writing() as connection:
        assessments.set_state(connection, scan, "final", result={"overall": 100})


def test_a_final_scan_keeps_its_result(rounds: Rounds) -> None:
    """T22: what is kept is what everything else says."""
    scan = rounds.final()

    with rounds.database.reading() as connection:
        kept = assessments.kept_result(connection, scan)

    assert kept == as_data(score_scan(rounds.source(scan).scan, rounds.shelf).result)


def test_a_final_scan_of_other_figures_than_it_keeps_shows_none(rounds: Rounds) -> None:
    """T22: what is shown is what was kept, or nothing."""
    scan = rounds.final()
    spoil(rounds, scan)

    with rounds.database.reading() as connection, pytest.raises(NotAsKept):
        outcome(rounds.actor, connection, rounds.shelf, library(), scan, day=DAY)
    wanted = WantedDocument(Form.WORK, "nl")
    with rounds.database.reading() as connection, pytest.raises(NotAsKept):
        preview(rounds.actor, connection, rounds.shelf, library(), scan, wanted, at=NOON)


def test_a_round_after_a_scan_of_other_figures_is_not_compared_with_it(rounds: Rounds) -> None:
    """T22."""
    scan = rounds.final()
    after = rounds.finish(rounds.next_round(scan))
    spoil(rounds, scan)

    with rounds.database.reading() as connection, pytest.raises(NotAsKept):
        compare_rounds(rounds.actor, connection, rounds.shelf, after)


def test_the_outcome_of_a_final_scan_speaks_with_the_library_that_it_keeps(rounds: Rounds) -> None:
    """T25."""
    scan, known = rounds.final(), library()
    glossary = known.glossary.model_copy(update={"abbreviations": ()})
    installed = known.model_copy(update={"glossary": glossary})

    with rounds.database.reading() as connection:
        found = outcome(rounds.actor, connection, rounds.shelf, installed, scan, day=DAY)

    assert found.facts.abbreviations == known.glossary.abbreviations


def test_the_documents_of_a_final_scan_are_asked_for_at_once(rounds: Rounds) -> None:
    scan = rounds.final()

    found = [(one.what.form, one.what.language) for one in rounds.documents(scan)]

    assert sorted(found) == [
        ("publication", "en"),
        ("publication", "nl"),
        ("work", "en"),
        ("work", "nl"),
    ]


def test_what_was_left_open_becomes_unknown_and_says_so(rounds: Rounds) -> None:
    scan = rounds.final({"beleid.plan": 2})

    blank = rounds.opened(scan).answers["beleid.geld"]

    assert (blank.state, blank.left_open) == ("unknown", True)


def test_a_final_scan_keeps_the_evidence_that_its_answers_name(rounds: Rounds) -> None:
    """T25: what the register says later, or in other entries, is no part of it."""
    rounds.register(PLAN, Evidence("brief", "Brief die nergens bij staat"))
    scan = rounds.final(PROVEN)

    rounds.register(replace(PLAN, title="Plan van 2027", valid_until=date(2030, 1, 1)))

    assert rounds.source(scan).scan.evidence == (PLAN,)


def test_the_documents_of_a_final_scan_stay_when_the_register_changes(rounds: Rounds) -> None:
    """T25."""
    rounds.register(PLAN)
    scan = rounds.final(PROVEN)

    rounds.register(replace(PLAN, title="Plan van 2027"))
    rounds.order(scan)

    assert len(rounds.documents(scan)) == 4


def test_a_final_scan_is_taken_along_with_the_evidence_that_it_keeps(rounds: Rounds) -> None:
    rounds.register(PLAN)
    scan = rounds.final(PROVEN)
    rounds.register(replace(PLAN, title="Plan van 2027"))

    with rounds.database.reading() as connection:
        made = export_scan(rounds.actor, connection, rounds.shelf, scan)

    assert "Plan van 2024" in made.text
    assert "2027" not in made.text
