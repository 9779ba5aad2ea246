"""The command that says what this machine lacks, and what to do about it."""

from collections.abc import Mapping

import click

from toolkit.cli.endings import WRONG
from toolkit.cli.making import HOST_REFUSED, NO_PANGO, remedy, working_folder
from toolkit.cli.printing import say
from toolkit.cli.speaking import Command
from toolkit.documents.pdf import RenderingProblem
from toolkit.services.examine_installation import Finding, Lack, Part, examine_installation
from toolkit.wording import N_, Wording

PARTS: Mapping[Part, str] = {
    Part.PDF: N_("Pango, needed for PDF"),
    Part.FONTS: N_("Fonts"),
    Part.DISK: N_("Room on the disk"),
    Part.QUESTIONNAIRES: N_("Questionnaires"),
}
PROBLEMS: Mapping[RenderingProblem | Lack, str] = {
    RenderingProblem.NO_PANGO: NO_PANGO,
    RenderingProblem.NO_HARFBUZZ_SUBSET: N_(
        "The library HarfBuzz for subsets is missing, so PDFs become large. %(how)s"
    ),
    RenderingProblem.HOST_REFUSED: HOST_REFUSED,
    RenderingProblem.NO_PAGE: N_(
        "A page could not be laid out in a process of its own. Please report this to the makers."
    ),
    Lack.FILES_DAMAGED: N_(
        "These files are missing or changed: %(detail)s. Get the program again."
    ),
    Lack.NO_ROOM: N_("Only %(detail)s MB is free here. Make room, or work in another folder."),
    Lack.CONTENT_WRONG: N_("A questionnaire has errors. See them with the command check."),
}
WELL: Mapping[Part, str] = {
    Part.PDF: N_("found"),
    Part.FONTS: N_("found"),
    Part.DISK: N_("%(detail)s MB free"),
    Part.QUESTIONNAIRES: N_("%(detail)s read, no errors"),
}
WIDTH = 44


def doctor_command(words: Wording) -> click.Command:
    """Return ``doctor``, in one language."""

    def run() -> int:
        findings = examine_installation(working_folder(words))
        for finding in findings:
            say(*told(finding, words))
        return WRONG if any(finding.problem for finding in findings) else 0

    return Command(
        "doctor",
        run,
        words,
        explained=words("Look whether this machine has everything the program needs."),
    )


def told(finding: Finding, words: Wording) -> tuple[str, ...]:
    """Return what is said of one part: a line, with what to do below it when it is not well."""
    name = (words(PARTS[finding.part]) + " ").ljust(WIDTH, ".")
    if finding.problem is None:
        return (f"  {name} " + words(WELL[finding.part], detail=finding.detail),)
    sentence = words(PROBLEMS[finding.problem], detail=finding.detail, how=remedy(words))
    return f"  {name} " + words("needs attention"), f"    {sentence}"
