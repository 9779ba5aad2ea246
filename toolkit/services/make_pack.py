"""Makes what was asked of a workshop: its papers, or the report of what came of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.documents.workshop_pack import Workshop
from toolkit.domain.library import Library
from toolkit.services.open_workshop import Held, opened
from toolkit.services.order_pack import OUTCOME, inputs, papers_of
from toolkit.services.workshop_report import outcome_file
from toolkit.services.write_workshop import pack
from toolkit.storage import accounts, workshops
from toolkit.storage.jobs import Job

Bound = Callable[[Workshop, str], bytes]
"""Makes every paper of a workshop in a language, as one file."""


def make_pack(workshop: Workshop, language: str) -> bytes:
    """Return every paper in one file; raises what `pack` raises."""
    return pack(workshop, language, lambda _done, _total: None)


def asked_of(
    connection: Connection, shelf: Shelf, library: Library, job: Job, bound: Bound, *, at: datetime
) -> Callable[[], bytes] | None:
    """Return what makes the document; nothing when the workshop is not any more what it was.

    Everything is read as whoever holds it may read it now. The report is laid out at once, the
    papers only when what is returned is called, and then nothing is read any more.
    """
    held = _held(connection, shelf, library, job, at)
    if held is None or inputs(held, job.what) != job.inputs:
        return None
    if job.what.kind == OUTCOME:
        made = outcome_file(held, job.what)
        return lambda: made
    workshop, language = papers_of(held, job.what.day), job.what.language
    return lambda: bound(workshop, language)


def _held(
    connection: Connection, shelf: Shelf, library: Library, job: Job, at: datetime
) -> Held | None:
    kept = workshops.by_id(connection, job.workshop)
    actor = accounts.actor(connection, kept.account, at=at) if kept else None
    if kept is None or actor is None:
        return None
    return opened(actor, connection, shelf, library, kept)
