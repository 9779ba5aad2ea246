"""Takes away what was kept long enough; people's work only after it was announced."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Connection
from structlog import get_logger

from toolkit.domain.access import Action, Actor, may, require
from toolkit.domain.happening import Happening
from toolkit.domain.retention import NOTICE, Term, terms
from toolkit.settings import Settings
from toolkit.storage import assessments, audit, erasing, facts, reader_links, tidying
from toolkit.storage.assessments import Assessment
from toolkit.storage.database import Database

DAILY = timedelta(days=1)
log = get_logger()
Find = Callable[[Connection, datetime], tuple[str, ...]]
_ROWS: Mapping[str, Find] = {
    "sessions": tidying.sessions_before,
    "tokens": tidying.tokens_before,
    "attempts": tidying.attempts_before,
    "documents": tidying.documents_before,
}


@dataclass(frozen=True, slots=True)
class Tidied:
    """What went by kind, what was announced, and the final scans that are only named."""

    gone: Mapping[str, int] = field(default_factory=dict)
    announced: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()
    final: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Announced:
    """A draft that will go, from this moment on."""

    scan: Assessment
    goes: datetime


def terms_of(settings: Settings) -> Mapping[str, Term]:
    """Return how long everything is kept here."""
    chosen = {name: getattr(settings, f"keep_{name}") for name in terms({})}
    return terms(chosen)


def tidy(
    connection: Connection, kept_for: Mapping[str, Term], *, at: datetime, dry: bool = False
) -> Tidied:
    """Take away what was kept long enough; with ``dry`` only say what that is.

    A draft goes when it was announced a month ago and nobody changed it since; a final scan never.
    """
    gone = {kind: _rows(connection, kind, kept_for[kind], at, dry=dry) for kind in _ROWS}
    announced, over = _drafts(connection, kept_for["drafts"], at, dry=dry)
    people = _people(connection, kept_for["accounts"], at, dry=dry)
    until = kept_for["audit"].over(at)
    if not dry:
        gone["audit"] = audit.forget_until(connection, until) if until else 0
        tidying.drop_marks_of_nothing(connection)
        links = kept_for["tokens"].over(at)
        if links:
            reader_links.forget_before(connection, links)
        facts.put(connection, tidying.LAST, at.isoformat())
        if people or over:
            audit.note(connection, None, Happening.TIDIED, at=at)
    old = kept_for["final"].over(at)
    final = tidying.final_before(connection, old) if old else ()
    return Tidied({**gone, "accounts": people}, announced, over, final)


def tidy_daily(database: Database, kept_for: Mapping[str, Term], *, at: datetime) -> None:
    """Tidy when that was not done in the last day; a clock that was set back waits no longer."""
    with database.reading() as connection:
        last = facts.get(connection, tidying.LAST)
    if last is not None and timedelta(0) <= at - datetime.fromisoformat(last) < DAILY:
        return
    with database.writing() as connection:
        done = tidy(connection, kept_for, at=at)
    log.info("tidied", drafts=len(done.drafts), announced=len(done.announced), **done.gone)
    database.settle()


def announced_to(actor: Actor, connection: Connection) -> tuple[Announced, ...]:
    """Return the drafts that will go, to whoever may remove them."""
    notices = tidying.notices(connection)
    seen = assessments.visible_to(actor, connection).all() if notices else ()
    return tuple(
        Announced(scan, notices[scan.id] + NOTICE)
        for scan in seen
        if scan.id in notices and _leads(actor, scan)
    )


def keep_draft(actor: Actor, connection: Connection, assessment_id: str, *, at: datetime) -> None:
    """Keep a draft that was announced; raise `NotFound`, `NotAllowed`."""
    scan = assessments.visible_to(actor, connection).get(assessment_id)
    _require_lead(actor, scan)
    tidying.keep(connection, scan.id, at=at)


def _rows(connection: Connection, kind: str, term: Term, at: datetime, *, dry: bool) -> int:
    moment = term.over(at)
    found = _ROWS[kind](connection, moment) if moment else ()
    if not dry:
        tidying.forget(connection, kind, found)
    return len(found)


def _drafts(
    connection: Connection, term: Term, at: datetime, *, dry: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the drafts that are announced now, and those that go."""
    moment, known = term.over(at + NOTICE), tidying.notices(connection)
    changed = tidying.drafts(connection)
    idle = {scan for scan, last in changed.items() if moment is not None and last < moment}
    # A notice from the future is of a clock that was set back since: it begins anew.
    fresh = tuple(sorted(scan for scan in idle if scan not in known or known[scan] > at))
    ripe = tuple(sorted(scan for scan in idle if scan in known and known[scan] + NOTICE <= at))
    over = tuple(scan for scan in ripe if changed[scan] < at - timedelta(days=term.days))
    if not dry:
        for scan in fresh:
            tidying.announce(connection, scan, at=at)
        for scan in known.keys() - idle:
            tidying.call_off(connection, scan)
        for scan in over:
            assessments.remove(connection, scan)
    return fresh, over


def _people(connection: Connection, term: Term, at: datetime, *, dry: bool) -> int:
    """Forget who was not here for long, and who by then belongs nowhere any more."""
    moment = term.over(at)
    if moment is None:
        return 0
    members = tidying.accounts_before(connection, moment)
    if not dry:
        for account, municipality in members:
            erasing.erase_person(connection, account, municipality, at=at)
    nowhere = tidying.accounts_of_nowhere(connection, moment)
    if not dry:
        for account in nowhere:
            erasing.erase_account(connection, account, at=at)
    return len({account for account, _ in members}.union(nowhere))


def _leads(actor: Actor, scan: Assessment) -> bool:
    return may(actor, Action.REMOVE, scan.municipality, scan.state, scan.id)


def _require_lead(actor: Actor, scan: Assessment) -> None:
    require(actor, Action.REMOVE, scan.municipality, scan.state, scan.id)
