"""Every mistake in a questionnaire gets its own sentence, at its own place."""

from pathlib import Path

import pytest

from tests.catalogue.corpus import Broken, a_copy, broken
from toolkit import catalogue
from toolkit.catalogue.messages import MESSAGES as OF_QUESTIONNAIRES
from toolkit.reading.messages import MESSAGES as OF_FILES

ELSEWHERE = {
    "and_more",
    "edition_large",
    "fact_stale",
    "file_closed",
    "file_is_folder",
    "file_large",
    "file_missing",
    "file_odd",
    "file_outside",
    "file_stale",
    "heading_long",
    "heading_missing",
    "headings_large",
    "headings_none",
    "items_many",
    "not_a_file",
    "prose_long",
    "published_line",
    "yaml_broken",
    "yaml_many",
}


def test_the_good_questionnaire_is_good(tmp_path: Path) -> None:
    copy = a_copy(tmp_path)

    assert copy.checked() == ()


@pytest.mark.parametrize("case", broken().values(), ids=broken().keys())
def test_a_mistake_is_named_with_its_place_and_remedy(case: Broken, tmp_path: Path) -> None:
    """T62, T64: refused or reported with file, line, key, in words for authors."""
    copy = a_copy(tmp_path)

    copy.write(case)

    assert copy.said() == list(case.says)


def test_there_are_many_kinds_of_mistakes() -> None:
    provoked = {said.code for case in broken().values() for said in case.says}

    assert len(broken()) >= 140
    assert {*OF_QUESTIONNAIRES, *OF_FILES} - provoked == ELSEWHERE


def test_several_mistakes_are_all_named_in_one_run(tmp_path: Path) -> None:
    copy = a_copy(tmp_path)

    copy.write(broken()["scale-falls"])
    copy.write(broken()["unknown-phrase"])
    copy.write(broken()["no-english"])
    copy.write(broken()["unused-file"])
    copy.write(broken()["scenario-item"])

    assert [said.code for said in copy.said()] == [
        "phrase_not_there",
        "scale_rising",
        "text_translation",
        "scenario_item",
        "file_unused",
    ]


def test_mistakes_of_shape_do_not_hide_mistakes_of_meaning(tmp_path: Path) -> None:
    copy = a_copy(tmp_path)

    copy.write(broken()["unknown-type"])
    copy.write(broken()["points-negative"])
    copy.write(broken()["weight-zero"])
    copy.write(broken()["condition-size"])

    assert [said.code for said in copy.said()] == [
        "not_allowed",
        "points",
        "weight_zero",
        "not_a_size",
    ]


def test_a_follow_up_that_any_better_answer_shows_is_fine(tmp_path: Path) -> None:
    copy = a_copy(tmp_path)
    theme = copy.place / "goede-lijst" / "1" / "themes" / "02-doen.yaml"
    condition, same = "beleid.plan, at_least: 2", "beleid.plan, in: ['2', '4']"

    theme.write_text(theme.read_text("utf-8").replace(condition, same), "utf-8")

    assert copy.checked() == ()


def test_errors_stop_a_questionnaire_that_findings_do_not(tmp_path: Path) -> None:
    copy = a_copy(tmp_path)
    folder = copy.place / "goede-lijst" / "1"

    copy.write(broken()["no-english"])

    assert catalogue.load(folder, catalogue.library()).id == "goede-lijst"
    copy.write(broken()["weight-zero"])
    with pytest.raises(catalogue.BadQuestionnaire) as caught:
        catalogue.load(folder, catalogue.library())
    assert [problem.code for problem in caught.value.problems] == ["weight_zero"]
