"""What the pages are handed: the database, the questionnaires, the settings, the clock."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Event
from typing import TYPE_CHECKING

from flask import current_app

if TYPE_CHECKING:  # whoever makes the parts has loaded these
    from collections.abc import Callable
    from datetime import datetime

    from toolkit.catalogue import Shelf
    from toolkit.domain.library import Library
    from toolkit.settings import Settings
    from toolkit.storage.database import Database

NAME = "kinderrechtenscan"


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that `bootstrap` joins; ``now`` gives this moment with its zone.

    ``wake`` tells whoever makes documents that there is something to do.
    """

    settings: Settings
    database: Database
    shelf: Shelf
    library: Library
    secret: str
    now: Callable[[], datetime]
    wake: Event = field(default_factory=Event)


def parts() -> Parts:
    """Return the parts of the running application."""
    found = current_app.extensions[NAME]
    if not isinstance(found, Parts):
        raise TypeError(NAME)
    return found
