"""The command that puts a questionnaire on paper, to write on."""

import click

from toolkit.catalogue.opening import MAIN
from toolkit.cli.days import chosen_day, date_option
from toolkit.cli.endings import Refusal
from toolkit.cli.making import making, target
from toolkit.cli.options import output_option, questionnaire_option, shelf_for
from toolkit.cli.printing import say
from toolkit.cli.speaking import Command
from toolkit.documents.blank_html import Blank
from toolkit.domain.questionnaire import Group, Questionnaire, Selection
from toolkit.services.write_blank import write_blank
from toolkit.wording import Wording


def blank_command(words: Wording) -> click.Command:
    """Return ``blank``, in one language."""

    def run(
        name: str | None,
        output: str,
        selection: str | None,
        theme: str | None,
        questionnaire: str | None,
        date: str | None,
    ) -> int:
        path, day = target(output, words), chosen_day(date, words)
        whole = _questionnaire(name, questionnaire, words)
        blank = Blank(whole, _selection(whole, selection, words), _theme(whole, theme, words))
        with making(words):
            write_blank(blank, words.language, day, path)
        say(words("The questionnaire is ready: %(path)s", path=str(path)))
        return 0

    return Command(
        "blank",
        run,
        words,
        explained=words("Make a questionnaire to print and fill in by hand, as PDF."),
        params=[
            click.Argument(["name"], required=False, metavar=words("NAME")),
            output_option(words),
            click.Option(
                ["--selection"],
                metavar=words("NAME"),
                help=words("Only the questions of a short round, such as core."),
            ),
            click.Option(
                ["--theme"],
                metavar=words("NAME"),
                help=words("Only the questions of one theme, such as gov."),
            ),
            questionnaire_option(words),
            date_option(words),
        ],
    )


def _questionnaire(name: str | None, folder: str | None, words: Wording) -> Questionnaire:
    """Return the newest edition; without a name the only one there is, or else the main one."""
    shelf = shelf_for(folder)
    names = shelf.ids()
    chosen = name or (names[0] if len(names) == 1 else MAIN)
    if chosen not in names:
        raise Refusal(
            words(
                "There is no questionnaire “%(name)s”. Choose from: %(known)s.",
                name=chosen,
                known=words.joined(names, "or"),
            )
        )
    return shelf.newest(chosen)


def _selection(questionnaire: Questionnaire, name: str | None, words: Wording) -> Selection | None:
    found = questionnaire.selection(name) if name else None
    if name and found is None:
        known = words.joined((part.id for part in questionnaire.selections), "or") or "–"
        raise Refusal(
            words(
                "There is no short round “%(name)s”. Choose from: %(known)s.",
                name=name,
                known=known,
            )
        )
    return found


def _theme(questionnaire: Questionnaire, name: str | None, words: Wording) -> Group | None:
    found = next((theme for theme in questionnaire.themes if theme.id == name), None)
    if name and found is None:
        known = words.joined((theme.id for theme in questionnaire.themes), "or")
        raise Refusal(
            words("There is no theme “%(name)s”. Choose from: %(known)s.", name=name, known=known)
        )
    return found
