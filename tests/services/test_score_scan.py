"""A scan is scored once, with the questionnaire that it answers."""

from dataclasses import replace
from pathlib import Path

import pytest

from toolkit.catalogue import shelf_at, shipped
from toolkit.documents import scanfile
from toolkit.documents.scanfile import BadScanFile
from toolkit.paths import EXAMPLE, EXAMPLES
from toolkit.services.score_scan import OnePersonOnly, score_file, score_scan

GOOD = Path(__file__).parents[1] / "catalogue" / "good"
OWN = 'questionnaire: goede-lijst\nedition: "1"\nanswers: {beleid.plan: {value: 4}}\n'


def test_a_file_is_scored_with_the_edition_that_it_names() -> None:
    scored = score_file(EXAMPLE, shipped())

    assert (scored.questionnaire.id, scored.questionnaire.edition) == (
        scored.scan.questionnaire,
        scored.scan.edition,
    )
    assert scored.result.answers == scored.scan.answers


def test_a_short_round_stays_a_short_round() -> None:
    scored = score_file(EXAMPLES / "korte-ronde.yaml", shipped())

    assert scored.result.selection == scored.scan.selection == "core"


def test_a_file_can_answer_a_questionnaire_from_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "scan.yaml").write_text(OWN, "utf-8")

    scored = score_file(tmp_path / "scan.yaml", shelf_at(GOOD))

    assert scored.questionnaire.id == "goede-lijst"


def test_a_file_that_answers_an_unknown_questionnaire_is_refused(tmp_path: Path) -> None:
    (tmp_path / "scan.yaml").write_text(OWN, "utf-8")

    with pytest.raises(BadScanFile) as refused:
        score_file(tmp_path / "scan.yaml", shipped())

    assert [problem.key for problem in refused.value.problems] == ["questionnaire"]


def test_a_scan_of_an_edition_that_is_not_on_the_shelf_cannot_be_scored() -> None:
    scan = replace(scanfile.read_file(EXAMPLE, shipped()), edition="1999.1")

    with pytest.raises(KeyError):
        score_scan(scan, shipped())


@pytest.mark.parametrize("questionnaire", ["youth-voice", "expert-voice"])
def test_the_answers_of_one_young_person_have_no_outcome(
    questionnaire: str, tmp_path: Path
) -> None:
    """T28: what young people say is counted from five of them on, behind the safeguards."""
    path = tmp_path / "scan.yaml"
    path.write_text(f'questionnaire: {questionnaire}\nedition: "2026.1"\nanswers: {{}}\n', "utf-8")

    with pytest.raises(OnePersonOnly) as refused:
        score_file(path, shipped())

    assert [(problem.code, problem.file) for problem in refused.value.problems] == [
        ("one_person", str(path))
    ]


def test_a_partner_may_see_how_well_prepared_it_is(tmp_path: Path) -> None:
    path = tmp_path / "scan.yaml"
    path.write_text('questionnaire: partner-scan\nedition: "2026.1"\nanswers: {}\n', "utf-8")

    assert score_file(path, shipped()).questionnaire.audience == "partners"
