"""The command that makes the report of the example."""

from datetime import date

import click

from toolkit.catalogue import library, shipped
from toolkit.cli.days import chosen_day
from toolkit.cli.making import making, target
from toolkit.cli.options import output_option
from toolkit.cli.printing import say
from toolkit.cli.speaking import Command
from toolkit.documents.pdf import warm_up
from toolkit.domain.report import Form, Kind
from toolkit.paths import EXAMPLE
from toolkit.services.score_scan import score_file
from toolkit.services.write_report import Order, write_report
from toolkit.wording import Wording

EXAMPLE_REPORT = "Voorbeeldstad-werkversie.pdf"


def demo_command(words: Wording) -> click.Command:
    """Return ``demo``, in one language."""

    def run(output: str) -> int:
        path = target(output, words)
        warm_up()
        scored = score_file(EXAMPLE, shipped())
        day = max(chosen_day(None, words), scored.scan.dated or date.min)
        order = Order(Kind.FULL, Form.WORK, words.language, day)
        with making(words):
            write_report(scored, library(), order, path)
        say(words("This is the report of Voorbeeldstad, a municipality that we invented:"))
        say("", f"    {path.resolve()}", "")
        say(words("Its answers stand in a file that you can copy and change:"))
        say("", f"    {EXAMPLE}", "")
        say(words("A report of your own answers: ./run report FILE -o OUT.pdf"))
        return 0

    return Command(
        "demo",
        run,
        words,
        explained=words("Make the report of the example, Voorbeeldstad."),
        params=[output_option(words, EXAMPLE_REPORT)],
    )
