"""A final scan keeps what it rests on."""

from tests.services.rounds import Rounds
from toolkit.services.score_json import as_data
from toolkit.services.score_scan import score_scan
from toolkit.storage import assessments


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
