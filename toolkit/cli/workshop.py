"""The command that makes the pack of a workshop, from a scan file or from a name."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import click

from toolkit.catalogue import Shelf, library
from toolkit.catalogue.opening import MAIN
from toolkit.cli.days import chosen_day, date_option
from toolkit.cli.endings import WRONG, Refusal
from toolkit.cli.making import making, target
from toolkit.cli.options import output_option, questionnaire_option, shelf_for
from toolkit.cli.printing import say, visible
from toolkit.cli.speaking import Command
from toolkit.documents.pdf import warm_up
from toolkit.documents.workshop_pack import Workshop
from toolkit.documents.workshop_words import because_of_case
from toolkit.domain.workshop_agenda import TooLong, TooShort
from toolkit.domain.workshop_proposal import NoScenario, Whose, Wishes
from toolkit.services.prepare_workshop import NoScenarios, Subject, prepare, subject_of_scan
from toolkit.services.score_scan import score_file
from toolkit.services.write_workshop import write_pack
from toolkit.wording import Wording

LONGEST_NAME, AN_HOUR = 100, 60
HOURS = r"([0-9]{1,2})(?:[.,]([0-9]{1,2}))?"


def workshop_command(words: Wording) -> click.Command:
    """Return ``workshop``, in one language."""

    def run(  # noqa: PLR0913, PLR0917 (an argument an option)
        file: str | None,
        name: str | None,
        output: str,
        scenario: str | None,
        hours: str,
        known: tuple[str, ...],
        questionnaire: str | None,
        date: str | None,
        *,
        agreed: bool,
    ) -> int:
        source = Path(file) if file else None
        path = target(output, words, source, endings=(".zip",))
        day = chosen_day(date, words)
        shelf = shelf_for(questionnaire)
        warm_up()
        subject = _subject(source, name, shelf, words, day)
        wishes = Wishes(_minutes(hours, words), scenario, frozenset(known), agreed)
        workshop = _prepared(subject, shelf, wishes, words, day)
        with making(words):
            write_pack(workshop, words.language, path, _progress(words))
        say(*_told(workshop, path, words))
        return 0

    return Command(
        "workshop",
        run,
        words,
        explained=words(
            "Prepare a workshop from a scan file, or from a name: everything to print, in one file."
        ),
        params=_params(words),
    )


def _subject(
    file: Path | None, name: str | None, shelf: Shelf, words: Wording, day: date
) -> Subject:
    """Return what the workshop is about; exactly one of a file and a name is given."""
    if (file is None) == (name is None):
        raise Refusal(words("Name a scan file, or a municipality with --name; one of the two."))
    if file is not None:
        scored = score_file(file, shelf)
        return subject_of_scan(scored, library(), words("this municipality"), day)
    whose = visible((name or "").strip())
    if not whose or len(whose) > LONGEST_NAME:
        raise Refusal(words("Give the name of the municipality after --name, in 100 characters."))
    ids = shelf.ids()
    main = MAIN if MAIN in ids else ids[0]
    return Subject(Whose(whose), shelf.newest(main))


def _prepared(
    subject: Subject, shelf: Shelf, wishes: Wishes, words: Wording, day: date
) -> Workshop:
    try:
        return prepare(subject, shelf, library(), wishes, day)
    except NoScenarios:
        raise Refusal(words("This questionnaire has no workshop cases."), WRONG) from None
    except NoScenario as problem:
        known = words.joined(problem.known, "or") or "–"
        message = words(
            "There is no case “%(name)s” to take. Choose from: %(known)s.",
            name=problem.name,
            known=known,
        )
        raise Refusal(message) from None
    except TooShort as short:
        least = words.number(short.least)
        message = words(
            "A workshop takes at least %(least)s minutes. Give more hours.", least=least
        )
        raise Refusal(message) from None
    except TooLong:
        raise Refusal(words("A workshop takes 10 hours at most. Give fewer hours.")) from None


def _minutes(hours: str, words: Wording) -> int:
    """Return hours as whole minutes: ``3.5`` or ``3,5``."""
    found = re.fullmatch(HOURS, hours.strip(), re.ASCII)
    if not found:
        raise Refusal(words("“%(given)s” is no number of hours. Write it like 3.5.", given=hours))
    return round(Decimal(".".join((found[1], found[2] or "0"))) * AN_HOUR)


def _progress(words: Wording) -> Callable[[int, int], None]:
    """Return what tells how far the pack is, a line a paper; on standard error."""

    def heard(done: int, total: int) -> None:
        message = words(
            "%(done)s of %(total)s made", done=words.number(done), total=words.number(total)
        )
        say(message, err=True)

    return heard


def _told(workshop: Workshop, path: Path, words: Wording) -> Sequence[str]:
    """Return what was proposed, where it is, and what is still to do."""
    plan, chosen = workshop.proposal.plan, workshop.proposal.chosen
    lines = [words("The pack is ready: %(path)s", path=str(path))]
    if plan.story is None or chosen is None:
        lines.append(words("It has no story: every case resembles one that is known."))
    else:
        why = because_of_case(chosen, words, scanned=workshop.outcome is not None)
        title = words.text(plan.story.title)
        lines.append(words("Story: %(title)s, %(why)s.", title=title, why=why))
    if not plan.agreed:
        lines.append(
            words(
                "Without hand-outs: not yet put to the supporting organisation. When they agreed, "
                "make it again with --agreed."
            )
        )
    return lines


def _params(words: Wording) -> Sequence[click.Parameter]:
    return [
        click.Argument(["file"], required=False, metavar=words("FILE")),
        click.Option(
            ["--name"],
            metavar=words("NAME"),
            help=words("The municipality, when there is no scan yet; instead of a file."),
        ),
        output_option(words, metavar="OUT.zip"),
        click.Option(
            ["--scenario"],
            metavar="ID",
            help=words("The case to take, such as s8. Without it, the one that fits best."),
        ),
        click.Option(
            ["--known"],
            metavar="ID",
            multiple=True,
            help=words("A case that resembles something known here; it is left out."),
        ),
        click.Option(
            ["--hours"],
            default="4",
            metavar="4",
            help=words("How long the workshop takes, such as 3.5; usually 4."),
        ),
        click.Option(
            ["--agreed"],
            is_flag=True,
            help=words("The supporting organisation agreed: with hand-outs and slides."),
        ),
        questionnaire_option(words),
        date_option(words),
    ]
