"""Opens the installation for commands that need its data: settings, data folder, database."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pydantic import ValidationError

from toolkit.bootstrap import Unsafe, assemble
from toolkit.cli.endings import WRONG, Refusal
from toolkit.domain.problems import Problem
from toolkit.reading.yaml_text import NotReadable
from toolkit.settings import PREFIX, Settings
from toolkit.storage.backup import NotACopy
from toolkit.storage.database import FILE, Database, NotWritten
from toolkit.storage.in_use import InUse
from toolkit.storage.migrate import NotOurs
from toolkit.web.parts import Parts
from toolkit.wording import N_, Wording

UNSAFE: Mapping[str, str] = {
    "open_without_https": N_(
        "Other computers could reach this address without a secure connection. Nothing was "
        "started. Set KRS_PUBLIC_URL to the https address of your proxy, or leave KRS_HOST away."
    ),
    "others_can_read": N_(
        "Others on this computer can read the data folder %(detail)s. Nothing was started. "
        "Close it with: chmod 700 %(detail)s"
    ),
    "short_secret": N_(
        "The key in %(detail)s is too easy to guess. Nothing was started. Remove that file; a new "
        "key is made, and everybody signs in again."
    ),
    "password_in_the_open": N_(
        "The password for mail would go to %(detail)s where others can read it. Nothing was "
        "started. Set KRS_SMTP_TLS to starttls or tls."
    ),
    "no_sender": N_(
        "There is a server for mail, but nobody from whom the mail comes. Nothing was started. "
        "Set KRS_SMTP_FROM to an address, or leave KRS_SMTP_HOST away."
    ),
    "debug_on": N_(
        "%(detail)s is on, so that a mistake could show what people wrote. Nothing was started. "
        "Switch it off with: unset %(detail)s"
    ),
}
NOT_OURS: Mapping[str, str] = {
    "foreign": N_(
        "The database in %(folder)s belongs to another program. Nothing was changed. Choose "
        "another folder with KRS_DATA."
    ),
    "newer": N_(
        "The data in %(folder)s was written by a newer version of this program. Nothing was "
        "changed. Start that version, or choose another folder with KRS_DATA."
    ),
    "older": N_(
        "The data in %(folder)s is of a version too old for this program. Nothing was changed. "
        "Start a version in between first."
    ),
}
NOT_WRITTEN: Mapping[str, str] = {
    "busy": N_("Another program holds the database in %(folder)s. Stop it, then try again."),
    "full": N_("The disk with %(folder)s is full. Nothing was changed. Make room, then try again."),
    "closed": N_(
        "The data in %(folder)s cannot be written. Nothing was changed. Look at its rights."
    ),
    "damaged": N_(
        "The database in %(folder)s is damaged. Nothing was changed. Put a copy back with: "
        "./run restore FILE"
    ),
}
NOT_A_COPY: Mapping[str, str] = {
    "foreign": N_(
        "“%(path)s” is no copy of this program. Nothing was changed. Choose a file that the "
        "command backup made."
    ),
    "cut": N_(
        "The end of “%(path)s” is missing, or the command backup did not make it. Nothing was "
        "changed. Choose another copy."
    ),
    "altered": N_(
        "“%(path)s” is not as it was made: it is damaged, or somebody altered it. Nothing was "
        "changed. Choose another copy."
    ),
    "other": N_(
        "“%(path)s” is of another installation, and here are scans already. Nothing was changed. "
        "Choose an empty folder for it with KRS_DATA."
    ),
    "newer": N_(
        "“%(path)s” was made by a newer version of this program. Nothing was changed. Get that "
        "version first."
    ),
    "older": N_(
        "“%(path)s” was made by a version too old for this program. Nothing was changed. Put it "
        "back with a version in between."
    ),
}


def settings_for(words: Wording, *, host: str | None = None, port: int | None = None) -> Settings:
    """Return the settings; raise `Refusal` for a name or value that means nothing."""
    chosen = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    unknown = _unknown(os.environ)
    if unknown:
        raise Refusal(
            words(
                "There is no setting %(name)s. Remove it, or look how it is spelled.", name=unknown
            )
        )
    try:
        return Settings.of(os.environ, **chosen)
    except ValidationError as problem:
        name = f"{PREFIX}{problem.errors()[0]['loc'][0]}".upper()
        raise Refusal(words("The value of %(name)s cannot be used.", name=name)) from None
    except RuntimeError:  # what looks for a home folder raises no other
        raise Refusal(
            words("You have no home folder here. Name a folder for the data in KRS_DATA.")
        ) from None


def parts_for(settings: Settings, words: Wording) -> Parts:
    """Return the parts of the installation; raise `Refusal` when it cannot be opened."""
    try:
        with opening(settings.data, words):
            return assemble(settings)
    except Unsafe as unsafe:
        raise Refusal(words(UNSAFE[unsafe.reason], detail=unsafe.detail), WRONG) from None


@contextmanager
def kept_data(folder: Path, words: Wording) -> Iterator[Database]:
    """Give the database as it is; raise `Refusal` when it is not there or cannot be used."""
    if not (folder / FILE).exists():
        message = words("There is no data yet in %(folder)s. It is made by: ./run", folder=folder)
        raise Refusal(message, WRONG)
    with opening(folder, words):
        database = Database.at(folder / FILE)
        try:
            yield database
        finally:
            database.close()


@contextmanager
def a_copy(file: Path, words: Wording, folder: Path | None = None) -> Iterator[Path]:
    """Give the copy that was named; raise `Refusal` when it cannot be used.

    ``folder`` is where it is put back, if it is.
    """
    _require_file(file)
    with opening(folder or file.parent, words):
        try:
            yield file
        except (NotACopy, NotOurs) as refused:
            raise Refusal(words(NOT_A_COPY[refused.reason], path=str(file)), WRONG) from None
        except InUse:
            message = words(
                "The scan is running with this data. Nothing was changed. Stop it first (Ctrl+C), "
                "then try again."
            )
            raise Refusal(message) from None


def _require_file(file: Path) -> None:
    """Raise `NotReadable` for what is not there, or is no file."""
    kinds = {"file_missing": not file.exists(), "file_is_folder": file.is_dir()}
    code = next((code for code, so in kinds.items() if so), "file_odd")
    if not file.is_file():
        raise NotReadable((Problem(code, str(file)),))
    if not os.access(file, os.R_OK):
        raise NotReadable((Problem("file_closed", str(file)),))


@contextmanager
def opening(folder: Path, words: Wording) -> Iterator[None]:
    """Raise a `Refusal` for data that cannot be opened, read or written."""
    try:
        yield
    except NotOurs as refused:
        raise Refusal(words(NOT_OURS[refused.reason], folder=folder), WRONG) from None
    except NotWritten as refused:
        raise Refusal(words(NOT_WRITTEN[refused.reason], folder=folder), WRONG) from None
    except OSError as error:
        cause = error.strerror or ""
        message = words(
            "The data folder %(folder)s cannot be used: %(cause)s.", folder=folder, cause=cause
        )
        raise Refusal(message) from None


def _unknown(environ: Mapping[str, str]) -> str:
    known = {f"{PREFIX}{name}".upper() for name in Settings.model_fields}
    ours = (name for name in environ if name.upper().startswith(PREFIX))
    return next((name for name in ours if name.upper() not in known), "")
