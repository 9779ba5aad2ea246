"""The command that makes the report of a scan file."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import click

from toolkit.catalogue import Shelf, library
from toolkit.cli.days import chosen_day, date_option
from toolkit.cli.endings import Refusal
from toolkit.cli.making import making, target
from toolkit.cli.options import output_option, questionnaire_option, shelf_for
from toolkit.cli.printing import say
from toolkit.cli.speaking import Command
from toolkit.documents.pdf import warm_up
from toolkit.domain.letter_headings import LETTERS
from toolkit.domain.look import Look
from toolkit.domain.report import Barred, Form, Kind, barred
from toolkit.reading.letter_headings import read_headings
from toolkit.services.say_report import Order
from toolkit.services.score_scan import Scored, score_file
from toolkit.services.write_report import is_page, is_word, since, write_report
from toolkit.wording import N_, Wording

AS_PAGE = (Kind.COUNCIL, Kind.CHILDREN)
REASONS: Mapping[Barred | None, str] = {
    Barred.NO_LINE: N_(
        "This questionnaire has no minimum line, and that is what this document is about. Choose "
        "--kind full."
    ),
    Barred.NOT_ADOPTED: N_("Write in the scan file under adoption when the executive adopted it."),
    Barred.NO_ROUND: N_("Name the scan file of the round before with --since."),
}


def report_command(words: Wording) -> click.Command:
    """Return ``report``, in one language."""

    def run(  # noqa: PLR0913 (an argument an option)
        file: str,
        output: str,
        kind: str,
        form: str | None,
        earlier: str | None,
        questionnaire: str | None,
        date: str | None,
        *,
        headings: str | None,
        embed: bool,
    ) -> int:
        path = target(output, words, Path(file), endings=(".pdf", ".docx", ".html"))
        wanted = Kind(kind)
        order = Order(
            wanted, _form(wanted, form, words), words.language, chosen_day(date, words), embed
        )
        _require_sense(order, path, words, headings=headings is not None)
        heads = read_headings(Path(headings)) if headings else {}
        if not (is_word(path) or is_page(path)):
            warm_up()
        shelf = shelf_for(questionnaire)
        scored = _after(score_file(Path(file), shelf), earlier, shelf, words)
        _require_possible(order, scored, words)
        with making(words, scored.scan):
            write_report(replace(scored, look=Look(headings=heads)), library(), order, path)
        say(words("The report is ready: %(path)s", path=str(path)))
        return 0

    return Command(
        "report",
        run,
        words,
        explained=words("Make a document of a scan file: the advisory report, as PDF or for Word."),
        params=_params(words),
    )


def _form(kind: Kind, form: str | None, words: Wording) -> Form:
    """Return the form asked for, else the usual one of this kind."""
    if form is not None and form not in kind.forms:
        raise Refusal(words("This document exists as publication only. Leave out --form work."))
    return Form(form) if form else kind.forms[0]


def _require_sense(order: Order, path: Path, words: Wording, *, headings: bool) -> None:
    """Refuse what nobody can have, before anything is read."""
    if headings and order.kind not in LETTERS:
        raise Refusal(
            words(
                "Only proposal and letter can have headings of your own. Leave out --headings, or "
                "choose --kind proposal or letter."
            )
        )
    if order.embed and order.form is Form.PUBLICATION:
        raise Refusal(words("A publication carries no scan. Leave out --embed."))
    if order.embed and is_word(path):
        raise Refusal(words("A Word document carries no scan. Leave out --embed."))
    if is_page(path) and order.kind not in AS_PAGE:
        raise Refusal(words("Only council and children are made as a page; end in .pdf or .docx."))


def _after(scored: Scored, earlier: str | None, shelf: Shelf, words: Wording) -> Scored:
    """Return the scan, compared with the round before when its file is named."""
    if earlier is None:
        return scored
    before = score_file(Path(earlier), shelf)
    if before.questionnaire.id != scored.questionnaire.id:
        raise Refusal(words("The file after --since answers another questionnaire."))
    return since(scored, before, before.scan.dated)


def _require_possible(order: Order, scored: Scored, words: Wording) -> None:
    """Refuse a document that this scan cannot become."""
    reason = barred(order.kind, scored.scan, scored.questionnaire, scored.life)
    if reason in REASONS:
        raise Refusal(words(REASONS[reason]))


def _params(words: Wording) -> Sequence[click.Parameter]:
    return [
        click.Argument(["file"], metavar=words("FILE")),
        output_option(words, metavar="OUT.pdf|OUT.docx|OUT.html"),
        click.Option(
            ["--kind"],
            type=click.Choice([str(kind) for kind in Kind]),
            default=str(Kind.FULL),
            help=words(
                "Which document: full (advisory report), council (two pages for executive and "
                "council), children (back to young people), progress (since the last round), "
                "proposal, letter or decision (sheet of what the executive adopted)."
            ),
        ),
        click.Option(
            ["--form"],
            type=click.Choice([str(form) for form in Form]),
            help=words("For those who take part (work), or for everyone (publication)."),
        ),
        click.Option(
            ["--since", "earlier"],
            metavar=words("FILE"),
            help=words("The scan file of the round before, to say what changed since then."),
        ),
        click.Option(
            ["--headings"],
            metavar=words("FILE"),
            help=words("The file with headings of your own, for proposal and letter."),
        ),
        click.Option(
            ["--embed"],
            is_flag=True,
            help=words("Put the scan file inside the PDF; only in a working version."),
        ),
        questionnaire_option(words),
        date_option(words),
    ]
