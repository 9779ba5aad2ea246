"""The command that says what this machine lacks, and what to do about it."""

from collections.abc import Mapping
from pathlib import Path

import click

from toolkit.cli.endings import WRONG
from toolkit.cli.making import remedy
from toolkit.cli.speaking import Command
from toolkit.services.examine_installation import Finding, Part, examine_installation
from toolkit.wording import N_, Wording

PARTS: Mapping[Part, str] = {
    Part.PDF: N_("Pango, needed for PDF"),
    Part.FONTS: N_("Fonts"),
    Part.DISK: N_("Room on the disk"),
    Part.QUESTIONNAIRES: N_("Questionnaires"),
}
PROBLEMS: Mapping[tuple[Part, str], str] = {
    (Part.PDF, "no_pango"): N_("The library Pango is missing, so no PDF can be made. %(how)s"),
    (Part.PDF, "no_harfbuzz_subset"): N_(
        "The library HarfBuzz for subsets is missing, so PDFs become large. %(how)s"
    ),
    (Part.FONTS, "missing"): N_(
        "These files are missing or changed: %(detail)s. Get the program again."
    ),
    (Part.DISK, "full"): N_(
        "Only %(detail)s MB is free here. Make room, or work in another folder."
    ),
    (Part.QUESTIONNAIRES, "wrong"): N_(
        "A questionnaire has errors. See them with the command check."
    ),
}
WIDTH = 44


def doctor_command(words: Wording) -> click.Command:
    """Return ``doctor``, in one language."""

    def run() -> int:
        findings = examine_installation(Path.cwd())
        for finding in findings:
            click.echo(_line(finding, words))
        return WRONG if any(finding.problem for finding in findings) else 0

    return Command(
        "doctor",
        run,
        words,
        explained=words("Look whether this machine has everything the program needs."),
    )


def _line(finding: Finding, words: Wording) -> str:
    name = words(PARTS[finding.part]) + " "
    if not finding.problem:
        return f"  {name.ljust(WIDTH, '.')} {_well(finding, words)}"
    sentence = PROBLEMS[finding.part, finding.problem]
    told = words(sentence, detail=finding.detail, how=remedy(words))
    return f"  {name.ljust(WIDTH, '.')} {words('needs attention')}\n    {told}"


def _well(finding: Finding, words: Wording) -> str:
    if finding.part is Part.DISK:
        return words("%(detail)s MB free", detail=finding.detail)
    if finding.part is Part.QUESTIONNAIRES:
        return words("%(detail)s read, no errors", detail=finding.detail)
    return words("found")
