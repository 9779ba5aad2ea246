"""Turns what can go wrong while a document is made into one sentence."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from toolkit.cli.endings import WRONG, Refusal
from toolkit.documents.output import CannotWrite, WriteProblem, require_writable
from toolkit.documents.pdf import PangoMissing, RenderFailed
from toolkit.documents.sandbox import Reason
from toolkit.domain.scan import Scan, longest_texts
from toolkit.wording import N_, Wording

HOST_REFUSED = N_(
    "This computer gives the program too little memory, or too few files or processes, to make "
    "a PDF. Raise these limits, or try again when less is running."
)
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
WRITING: Mapping[WriteProblem, str] = {
    WriteProblem.NO_FOLDER: N_(
        "The folder for “%(path)s” does not exist. Make it, or choose another."
    ),
    WriteProblem.IS_FOLDER: N_("“%(path)s” is a folder. Give the name of a file."),
    WriteProblem.IS_LINK: N_("“%(path)s” is a link. Give the name of the file it leads to."),
    WriteProblem.NOT_A_FILE: N_("“%(path)s” is no ordinary file. Give another name."),
    WriteProblem.READ_ONLY: N_("“%(path)s” may not be changed. Give another name."),
    WriteProblem.NOT_ALLOWED: N_("You may not write “%(path)s”. Choose another folder."),
    WriteProblem.DISK_CLOSED: N_(
        "“%(path)s” is on a disk that can only be read. Choose another folder."
    ),
    WriteProblem.NO_ROOM: N_("There is no room on the disk for “%(path)s”. Make room first."),
    WriteProblem.NAME_TOO_LONG: N_("The name “%(path)s” is too long. Give a shorter one."),
    WriteProblem.FAILED: N_("“%(path)s” could not be written. Choose another folder or disk."),
}


@contextmanager
def making(words: Wording, scan: Scan | None = None) -> Iterator[None]:
    """Raise a `Refusal` for a document that could not be made or written; nothing is half done.

    When the document is too much, it names the longest texts in the ``scan``.
    """
    try:
        yield
    except PangoMissing:
        raise Refusal(words(NO_PANGO, how=remedy(words))) from None
    except RenderFailed as failed:
        if failed.reason is Reason.HOST_REFUSED:
            raise Refusal(words(HOST_REFUSED)) from None
        raise Refusal(_too_much(failed.reason, scan, words), WRONG) from None
    except CannotWrite as refused:
        raise Refusal(words(WRITING[refused.problem], path=str(refused.path))) from None


def _too_much(reason: Reason, scan: Scan | None, words: Wording) -> str:
    said = words(REASONS.get(reason, BROKEN))
    longest = longest_texts(scan) if scan is not None and reason in REASONS else ()
    if not longest:
        return said
    places = (
        words.plural(
            "%(place)s (%(count)s character)", "%(place)s (%(count)s characters)", n, place=place
        )
        for place, n in longest
    )
    return f"{said} " + words("Most is written at %(places)s.", places=words.joined(places))


def target(
    given: str, words: Wording, source: Path | None = None, *, endings: tuple[str, ...] = (".pdf",)
) -> Path:
    """Return the file to write.

    Raises `Refusal`, before any work is done, for a name with none of these ``endings``, for the
    file that is read (``source``), and where no document can be made or written.
    """
    path = Path(given)
    if path.suffix.lower() not in endings:
        known = words.joined(endings, "or")
        raise Refusal(words("“%(path)s” must end in %(endings)s.", path=given, endings=known))
    working_folder(words)
    if source is not None and _same(path, source):
        raise Refusal(words("“%(path)s” is the file that is read. Give another name.", path=given))
    with making(words):
        require_writable(path)
    return path


def working_folder(words: Wording) -> Path:
    """Return the folder somebody works in; raise `Refusal` where no process can be started."""
    try:
        folder = Path.cwd()
        os.chdir(folder)
    except OSError:
        raise Refusal(
            words("The folder you work in is gone or closed to you. Go to another one first.")
        ) from None
    return folder


def _same(path: Path, source: Path) -> bool:
    try:
        return path.samefile(source)
    except OSError:
        return False


def remedy(words: Wording) -> str:
    """Return the commands that install Pango."""
    return words(
        "Install it with one of these: “sudo apt install libpango-1.0-0 libpangoft2-1.0-0 "
        "libharfbuzz-subset0”, “sudo dnf install pango” or “brew install pango”."
    )
