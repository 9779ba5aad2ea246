"""The command that makes the report of a scan file."""

from collections.abc import Sequence
from pathlib import Path

import click

from toolkit.catalogue import library
from toolkit.cli.days import chosen_day, date_option
from toolkit.cli.endings import Refusal
from toolkit.cli.making import making, target
from toolkit.cli.options import output_option, questionnaire_option, shelf_for
from toolkit.cli.printing import say
from toolkit.cli.speaking import Command
from toolkit.documents.pdf import warm_up
from toolkit.domain.report import Form, Kind
from toolkit.services.score_scan import score_file
from toolkit.services.write_report import Order, is_word, write_report
from toolkit.wording import Wording


def report_command(words: Wording) -> click.Command:
    """Return ``report``, in one language."""

    def run(
        file: str,
        output: str,
        kind: str,
        form: str,
        questionnaire: str | None,
        date: str | None,
        *,
        embed: bool,
    ) -> int:
        path = target(output, words, Path(file), endings=(".pdf", ".docx"))
        day = chosen_day(date, words)
        if embed and form == Form.PUBLICATION:
            raise Refusal(words("A publication carries no scan. Leave out --embed."))
        if embed and is_word(path):
            raise Refusal(words("A Word document carries no scan. Leave out --embed."))
        if not is_word(path):
            warm_up()
        scored = score_file(Path(file), shelf_for(questionnaire))
        order = Order(Kind(kind), Form(form), words.language, day, embed)
        with making(words, scored.scan):
            write_report(scored, library(), order, path)
        say(words("The report is ready: %(path)s", path=str(path)))
        return 0

    return Command(
        "report",
        run,
        words,
        explained=words("Make a document of a scan file: the advisory report, as PDF or for Word."),
        params=_params(words),
    )


def _params(words: Wording) -> Sequence[click.Parameter]:
    return [
        click.Argument(["file"], metavar=words("FILE")),
        output_option(words, metavar="OUT.pdf|OUT.docx"),
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
        questionnaire_option(words),
        date_option(words),
    ]
