"""Opens the installation for commands that need its data: settings, data folder, database."""

from __future__ import annotations

import os
from collections.abc import Mapping

from pydantic import ValidationError

from toolkit.bootstrap import Unsafe, assemble
from toolkit.cli.endings import WRONG, Refusal
from toolkit.settings import PREFIX, Settings
from toolkit.storage.database import NotWritten
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
        "The key in %(detail)s is too short. Nothing was started. Remove that file; a new key is "
        "made, and everybody signs in again."
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
        return (
            Settings.model_validate({**Settings().model_dump(), **chosen}) if chosen else Settings()
        )
    except ValidationError as problem:
        name = f"{PREFIX}{problem.errors()[0]['loc'][0]}".upper()
        raise Refusal(words("The value of %(name)s cannot be used.", name=name)) from None


def parts_for(settings: Settings, words: Wording) -> Parts:
    """Return the parts of the installation; raise `Refusal` when it cannot be opened."""
    folder = str(settings.data)
    try:
        return assemble(settings)
    except Unsafe as unsafe:
        raise Refusal(words(UNSAFE[unsafe.reason], detail=unsafe.detail), WRONG) from None
    except NotOurs as refused:
        raise Refusal(words(NOT_OURS[refused.reason], folder=folder), WRONG) from None
    except NotWritten as refused:
        raise Refusal(words(NOT_WRITTEN[refused.reason], folder=folder), WRONG) from None
    except OSError as error:
        cause = error.strerror or ""
        raise Refusal(
            words(
                "The data folder %(folder)s cannot be used: %(cause)s.", folder=folder, cause=cause
            )
        ) from None


def _unknown(environ: Mapping[str, str]) -> str:
    known = {f"{PREFIX}{name}".upper() for name in Settings.model_fields}
    return next((name for name in environ if name.startswith(PREFIX) and name not in known), "")
