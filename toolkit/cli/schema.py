"""The command that prints how questionnaires and scan files are built, for editors."""

import json
from collections.abc import Mapping

import click
from pydantic import BaseModel

from toolkit.cli.printing import say
from toolkit.cli.speaking import Command
from toolkit.documents.scanfile_model import ScanFile
from toolkit.domain.questionnaire import Questionnaire
from toolkit.wording import Wording

DRAFT = "https://json-schema.org/draft/2020-12/schema"
MODELS: Mapping[str, type[BaseModel]] = {"questionnaire": Questionnaire, "scan": ScanFile}
TYPED = ("string", "number", "boolean")
SAME: Mapping[str, object] = {"1": 1, "true": True, "false": False}


def schema_command(words: Wording) -> click.Command:
    """Return ``schema``, in one language."""

    def run(kind: str) -> int:
        say(*schema(kind).splitlines())
        return 0

    kinds = click.Choice(tuple(MODELS))
    return Command(
        "schema",
        run,
        words,
        explained=words("Print the JSON Schema of a questionnaire or of a scan file, for editors."),
        params=[click.Argument(["kind"], required=False, default="questionnaire", type=kinds)],
    )


def schema(kind: str) -> str:
    """Return the JSON Schema of one kind of file."""
    whole = {"$schema": DRAFT, **MODELS[kind].model_json_schema(by_alias=True)}
    return json.dumps(_as_editors_read(whole), indent=2, ensure_ascii=False) + "\n"


def _as_editors_read(part: object) -> object:
    """Return a schema for editors, which take ``2`` for a number where we read text."""
    if isinstance(part, list):
        return [_as_editors_read(inner) for inner in part]
    if not isinstance(part, dict):
        return part
    read = {key: _as_editors_read(inner) for key, inner in part.items()}
    if read.get("const") in SAME:
        same = read.pop("const")
        read["enum"] = [same, SAME[str(same)]]
    if read.get("type") == "string":
        read["type"] = list(TYPED)
    return read
