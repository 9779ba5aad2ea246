"""The command that prints how questionnaires and scan files are built, for editors."""

import json
from collections.abc import Mapping

import click
from pydantic import BaseModel

from toolkit.cli.speaking import Command
from toolkit.documents.scanfile_model import ScanFile
from toolkit.domain.questionnaire import Questionnaire
from toolkit.wording import Wording

DRAFT = "https://json-schema.org/draft/2020-12/schema"
MODELS: Mapping[str, type[BaseModel]] = {"questionnaire": Questionnaire, "scan": ScanFile}


def schema_command(words: Wording) -> click.Command:
    """Return ``schema``, in one language."""

    def run(kind: str) -> int:
        click.echo(schema(kind), nl=False)
        return 0

    return Command(
        "schema",
        run,
        words,
        explained=words("Print the JSON Schema of a questionnaire or of a scan file, for editors."),
        params=[
            click.Argument(
                ["kind"], required=False, default="questionnaire", type=click.Choice(tuple(MODELS))
            )
        ],
    )


def schema(kind: str) -> str:
    """Return the JSON Schema of one kind of file."""
    said = MODELS[kind].model_json_schema(by_alias=True, mode="validation")
    return json.dumps({"$schema": DRAFT, **said}, indent=2, ensure_ascii=False) + "\n"
