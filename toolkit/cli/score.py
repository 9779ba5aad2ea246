"""The command that scores a scan file."""

from pathlib import Path

import click

from toolkit.cli.options import questionnaire_option, shelf_for
from toolkit.cli.printing import say
from toolkit.cli.score_text import as_text
from toolkit.cli.speaking import Command
from toolkit.services.score_json import as_json
from toolkit.services.score_scan import score_file
from toolkit.wording import Wording

FORMATS = ("text", "json")


def score_command(words: Wording) -> click.Command:
    """Return ``score``, in one language."""

    def run(file: str, questionnaire: str | None, format: str) -> int:  # noqa: A002 (the option's name)
        scored = score_file(Path(file), shelf_for(questionnaire))
        said = as_json(scored.result) if format == "json" else as_text(scored, words)
        say(*said.split("\n"))
        return 0

    return Command(
        "score",
        run,
        words,
        explained=words("Score the answers in a scan file."),
        params=[
            click.Argument(["file"], metavar=words("FILE")),
            questionnaire_option(words),
            click.Option(
                ["--format"],
                type=click.Choice(FORMATS),
                default="text",
                help=words("A summary to read, or JSON for other programs."),
            ),
        ],
    )
