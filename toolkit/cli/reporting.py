"""The commands that make a report: of a scan file, or of the example."""

from collections.abc import Sequence
from pathlib import Path

import click

from toolkit.catalogue import library, shelf_at, shipped
from toolkit.cli.days import chosen_day, date_option
from toolkit.cli.endings import Refusal
from toolkit.cli.making import making, target
from toolkit.cli.speaking import Command
from toolkit.documents import scanfile
from toolkit.documents.pdf import warm_up
from toolkit.domain.report import Form, Kind
from toolkit.paths import EXAMPLE
from toolkit.services.write_report import Order, write_report
from toolkit.wording import Wording

EXAMPLE_REPORT = "Voorbeeldstad-werkversie.pdf"


def report_command(words: Wording) -> click.Command:
    """Return ``report``, in one language."""

    def run(file: str, output: str, *, embed: bool, **asked: str | None) -> int:
        path, form = target(output, words), Form(str(asked["form"]))
        if embed and form is Form.PUBLICATION:
            raise Refusal(words("A publication carries no scan. Leave out --embed."))
        day = chosen_day(asked["date"], words)
        warm_up()
        folder = asked["questionnaire"]
        shelf = shelf_at(Path(folder)) if folder else shipped()
        scan = scanfile.read_file(Path(file), shelf)
        questionnaire = shelf.find(scan.questionnaire, scan.edition)
        order = Order(Kind(str(asked["kind"])), form, words.language, day, embed)
        with making(words):
            write_report(scan, questionnaire, library(), order, path)
        click.echo(words("The report is ready: %(path)s", path=str(path)))
        return 0

    return Command(
        "report",
        run,
        words,
        explained=words("Make the advisory report of a scan file, as PDF."),
        params=_params(words),
    )


def _params(words: Wording) -> Sequence[click.Parameter]:
    return [
        click.Argument(["file"], metavar=words("FILE")),
        click.Option(
            ["-o", "--output"],
            required=True,
            metavar="OUT.pdf",
            help=words("The PDF to make; what stands there is replaced."),
        ),
        click.Option(
            ["--kind"],
            type=click.Choice([str(kind) for kind in Kind]),
            default=str(Kind.FULL),
            help=words("Which document; full is the advisory report."),
        ),
        click.Option(
            ["--form"],
            type=click.Choice([str(form) for form in Form]),
            default=str(Form.WORK),
            help=words("For those who take part (work), or for everyone (publication)."),
        ),
        click.Option(
            ["--embed"],
            is_flag=True,
            help=words("Put the scan file inside the PDF; only in a working version."),
        ),
        click.Option(
            ["--questionnaire"],
            metavar=words("FOLDER"),
            help=words("Where the questionnaire is, if it is not an installed one."),
        ),
        date_option(words),
    ]


def demo_command(words: Wording) -> click.Command:
    """Return ``demo``, in one language."""

    def run(output: str) -> int:
        path = target(output, words)
        warm_up()
        scan = scanfile.read_file(EXAMPLE, shipped())
        questionnaire = shipped().find(scan.questionnaire, scan.edition)
        order = Order(Kind.FULL, Form.WORK, words.language, chosen_day(None, words))
        with making(words):
            write_report(scan, questionnaire, library(), order, path)
        click.echo(words("This is the report of Voorbeeldstad, a municipality that we invented:"))
        click.echo(f"\n    {path.resolve()}\n")
        click.echo(words("Its answers stand in a file that you can copy and change:"))
        click.echo(f"\n    {EXAMPLE}\n")
        click.echo(words("A report of your own answers: ./run report FILE -o OUT.pdf"))
        return 0

    return Command(
        "demo",
        run,
        words,
        explained=words("Make the report of the example, Voorbeeldstad."),
        params=[
            click.Option(
                ["-o", "--output"],
                default=EXAMPLE_REPORT,
                metavar="OUT.pdf",
                help=words("The PDF to make; what stands there is replaced."),
            )
        ],
    )
