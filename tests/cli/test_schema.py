"""``schema`` says how files are built."""

import json
from pathlib import Path

import pytest

from toolkit.cli.main import run
from toolkit.cli.schema import MODELS, schema

DOCS = Path(__file__).parents[2] / "docs" / "schema"


@pytest.mark.parametrize("kind", MODELS)
def test_the_schema_in_the_documentation_is_up_to_date(kind: str) -> None:
    assert (DOCS / f"{kind}.json").read_text("utf-8") == schema(kind)


@pytest.mark.parametrize("kind", MODELS)
def test_the_command_prints_the_schema_alone(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["schema", kind], {})

    printed = capsys.readouterr()
    assert code == 0
    assert printed.out == schema(kind)
    assert printed.err == ""


def test_the_schema_knows_the_keys_as_they_are_written() -> None:
    said = json.loads(schema("questionnaire"))

    assert {"id", "edition", "themes", "scoring"} <= said["properties"].keys()
    assert "from" in said["$defs"]["Band"]["properties"]
    assert "pass" in said["$defs"]["Gate"]["properties"]
    assert "in" in said["$defs"]["Compares"]["properties"]


def test_an_editor_may_take_a_number_for_a_number() -> None:
    said = json.loads(schema("questionnaire"))

    assert said["$defs"]["Level"]["properties"]["value"]["type"] == ["string", "number", "boolean"]
    assert said["properties"]["format"]["enum"] == ["1", 1]
