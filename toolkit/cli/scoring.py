"""The command that scores a scan file."""

from pathlib import Path

import click

from toolkit.catalogue import shelf_at, shipped
from toolkit.cli.score_json import as_json
from toolkit.cli.score_text import as_text
from toolkit.cli.speaking import Command
from toolkit.documents import scanfile
from toolkit.domain.scoring.score import score
from toolkit.wording import Wording

FORMATS = ("text", "json")


def score_command(words: Wording) -> click.Command:
    """Return ``score``, in one language."""

    def run(file: str, questionnaire: str | None, format: str) -> int:  # noqa: A002 (the option's name)
        shelf = shelf_at(Path(questionnaire)) if questionnaire else shipped()
        scan = scanfile.read_file(Path(file), shelf)
        asked = shelf.find(scan.questionnaire, scan.edition)
        result = score(asked, scan.answers, selection=scan.selection)
        click.echo(as_json(result) if format == "json" else as_text(scan, result, words))
        return 0

    return Command(
        "score",
        run,
        words,
        explained=words("Score the answers in a scan file."),
        params=[
            click.Argument(["file"], metavar=words("FILE")),
            click.Option(
                ["--questionnaire"],
                metavar=words("FOLDER"),
                help=words("Where the questionnaire is, if it is not an installed one."),
            ),
            click.Option(
                ["--format"],
                type=click.Choice(FORMATS),
                default="text",
                help=words("A summary to read, or JSON for other programs."),
            ),
        ],
    )
