"""Makes one document that was asked for, from the answers for which it was asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection
from structlog import get_logger

from toolkit.catalogue import Shelf
from toolkit.documents.pdf import PangoMissing, RenderFailed
from toolkit.documents.sandbox import Reason
from toolkit.domain.access import Actor, Role
from toolkit.domain.library import Library
from toolkit.domain.report import Form, Kind
from toolkit.services.document_source import Source, source
from toolkit.services.kept_for_good import result_of
from toolkit.services.make_dossier import make_dossier
from toolkit.services.make_pack import Bound, asked_of, make_pack
from toolkit.services.say_report import Order
from toolkit.services.write_report import Make, in_format, make_report
from toolkit.storage import jobs
from toolkit.storage.assessments import NotAsKept
from toolkit.storage.database import Database, NotWritten
from toolkit.storage.documents import DOSSIER
from toolkit.storage.jobs import Job

CHANGED = "changed"
"""Why a document failed whose scan was changed after somebody asked for it."""
NOT_AS_KEPT = "not_as_kept"
"""Why a document failed of a final scan whose figures are not those that it keeps."""

log = get_logger()


@dataclass(frozen=True, slots=True)
class Press:
    """What making documents needs; ``now`` gives this moment.

    ``make`` lays out one of a scan, ``bound`` all papers of a workshop.
    """

    database: Database
    shelf: Shelf
    library: Library
    now: Callable[[], datetime]
    make: Make = make_report
    bound: Bound = make_pack


class _Changed(Exception):
    """The scan, or the workshop, is not any more what it was when somebody asked."""


def make_document(press: Press, job: Job) -> bool:
    """Make a document and keep its bytes, or why it failed; return whether they were kept.

    No connection is held while it is laid out. Raises `NotWritten`.
    """
    try:
        pdf = _made(press, job)
    except _Changed:
        _fail(press, job, CHANGED, again=False)
    except NotAsKept:
        _fail(press, job, NOT_AS_KEPT, again=False)
    except RenderFailed as failed:
        _fail(press, job, failed.reason)
    except PangoMissing:
        _fail(press, job, Reason.UNAVAILABLE)
    except NotWritten:
        raise
    except Exception as fault:  # noqa: BLE001 (one document may not stop the others)
        log.warning("document_fault", document=job.document, kind=type(fault).__name__)
        _fail(press, job, Reason.BROKEN)
    else:
        with press.database.writing() as connection:
            return jobs.finish(connection, job, pdf, at=press.now())
    return False


def _made(press: Press, job: Job) -> bytes:
    if job.workshop:
        return _of_workshop(press, job)
    what = job.what
    with press.database.reading() as connection:
        found = _asked(press, connection, job)
        result = result_of(connection, found.opened)
    scored = found.scored(result)
    if what.kind == DOSSIER:
        return make_dossier(found, scored, what, press.make)
    order = Order(Kind(what.kind), Form(what.form), what.language, what.day, what.embed)
    return in_format(what.format, scored, found.library, order, press.make)


def _of_workshop(press: Press, job: Job) -> bytes:
    with press.database.reading() as connection:
        make = asked_of(connection, press.shelf, press.library, job, press.bound, at=press.now())
    if make is None:
        raise _Changed
    return make()


def _asked(press: Press, connection: Connection, job: Job) -> Source:
    """Return what the document is made from: for who sees every scan, or only this one."""
    member = Actor("", {job.municipality: Role.READER})
    guest = Actor("", shared=frozenset((job.assessment,)))
    for reader in (member, guest):
        found = source(reader, connection, press.shelf, press.library, job.assessment)
        if found.inputs(job.what) == job.inputs:
            return found
    raise _Changed


def _fail(press: Press, job: Job, reason: str, *, again: bool = True) -> None:
    log.warning("document_failed", document=job.document, reason=str(reason))
    with press.database.writing() as connection:
        jobs.fail(connection, job, str(reason), at=press.now(), again=again)
