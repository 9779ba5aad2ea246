"""A kind of question is complete: it can be scored, printed, looked up."""

from tests.house.source import ROOT, files
from toolkit.domain.question_types import QUESTION_TYPES

DOCUMENTATION = ROOT / "docs" / "questionnaire-format.md"


def test_a_kind_of_question_goes_by_its_own_name() -> None:
    assert QUESTION_TYPES
    assert [name for name, kind in QUESTION_TYPES.items() if kind.name != name] == []


def test_every_kind_of_question_has_a_template() -> None:
    templates = {path.stem for path in files("templates/questions", suffix=".html")}

    assert QUESTION_TYPES
    assert templates == set(QUESTION_TYPES)


def test_every_kind_of_question_is_documented() -> None:
    rows = [line for line in DOCUMENTATION.read_text().splitlines() if line.startswith("|")]

    missing = [name for name in QUESTION_TYPES if not any(f"`{name}`" in row for row in rows)]

    assert rows
    assert missing == []
