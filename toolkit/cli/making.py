"""Turns what can go wrong while a document is made into one sentence."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from toolkit.cli.endings import WRONG, Refusal
from toolkit.documents.output import CannotWrite, WriteProblem
from toolkit.documents.pdf import PangoMissing, RenderFailed
from toolkit.documents.sandbox import Reason
from toolkit.wording import N_, Wording

REASONS: Mapping[Reason, str] = {
    Reason.TOO_LONG: N_(
        "Making the PDF took too long and was stopped. Shorten the longest texts and try again."
    ),
    Reason.TOO_LARGE: N_("The document is too large for a PDF. Shorten the texts and try again."),
    Reason.OUT_OF_MEMORY: N_(
        "Making the PDF took too much memory and was stopped. Shorten the longest texts."
    ),
}
NO_PANGO = N_("The library Pango is missing, so no PDF can be made. %(how)s")
BROKEN = N_("The PDF could not be laid out. Please report this to the makers.")
NO_FOLDER = N_("The folder for “%(path)s” does not exist. Make it, or choose another.")
WRITING: Mapping[WriteProblem, str] = {
    WriteProblem.NO_FOLDER: NO_FOLDER,
    WriteProblem.IS_FOLDER: N_("“%(path)s” is a folder. Give the name of a file."),
    WriteProblem.NOT_ALLOWED: N_("You may not write “%(path)s”. Choose another folder."),
    WriteProblem.FAILED: N_("“%(path)s” could not be written. Is there room on the disk?"),
}


@contextmanager
def making(words: Wording) -> Iterator[None]:
    """Raise a `Refusal` for a document that could not be made or written; nothing is half done."""
    try:
        yield
    except PangoMissing:
        raise Refusal(words(NO_PANGO, how=remedy(words))) from None
    except RenderFailed as failed:
        raise Refusal(words(REASONS.get(failed.reason, BROKEN)), WRONG) from None
    except CannotWrite as refused:
        raise Refusal(words(WRITING[refused.problem], path=str(refused.path))) from None


def target(given: str, words: Wording) -> Path:
    """Return the file to write.

    Raises `Refusal`, before any work is done, for a name that asks for something else than PDF
    or lies in a folder that is not there.
    """
    path = Path(given)
    if path.suffix.lower() != ".pdf":
        raise Refusal(words("“%(path)s” must end in .pdf: this command makes a PDF.", path=given))
    if not path.parent.is_dir():
        raise Refusal(words(NO_FOLDER, path=given))
    return path


def remedy(words: Wording) -> str:
    """Return the commands that install Pango."""
    return words(
        "Install it with one of these: “sudo apt install libpango-1.0-0 libpangoft2-1.0-0 "
        "libharfbuzz-subset0”, “sudo dnf install pango” or “brew install pango”."
    )
