"""A final scan keeps what it rests on."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from tests.services.rounds import Rounds
from toolkit.domain.answers import answered
from toolkit.domain.scan import Evidence
from toolkit.services.export_scan import export_scan
from toolkit.services.score_json import as_data
from toolkit.services.score_scan import score_scan
from toolkit.storage import assessments

PLAN = Evidence("plan", "Plan van 2024", "plan", date(2024, 5, 1), citation="raadsstuk 12")
PROVEN = {"beleid.plan": replace(answered(Decimal(2)), evidence=("plan, p. 3",))}


def test_a_final_scan_keeps_its_result(rounds: Rounds) -> None:
    """T22: what is kept is what everything else says."""
    scan = rounds.final()

    with rounds.database.reading() as connection:
        kept = assessments.kept_result(connection, scan)

    assert kept == as_data(score_scan(rounds.source(scan).scan, rounds.shelf).result)


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
