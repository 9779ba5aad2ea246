"""Puts a workshop in the register of evidence, so that an answer can be looked at anew with it."""

from __future__ import annotations

from datetime import datetime

from toolkit.domain.access import Action, may, require
from toolkit.domain.scan import Evidence
from toolkit.services.open_workshop import Held
from toolkit.services.register_evidence import add_entry
from toolkit.storage import register
from toolkit.storage.assessments import Assessment, NotFound
from toolkit.wording import N_, languages, wording

TITLE = N_("Workshop of %(day)s")
KIND = "other"


class NoDayYet(Exception):
    """The workshop has no day, by which the register would know it."""


def may_register(held: Held) -> bool:
    """Return whether who holds the workshop may put it in the register of its scan."""
    scan = held.scan
    if scan is None:
        return False
    return may(held.actor, Action.REGISTER_EVIDENCE, scan.municipality, scan.state, scan.id)


def register_workshop(
    held: Held, item: str, language: str, *, at: datetime
) -> tuple[str, Assessment]:
    """Put the workshop in the register, once; return its title there, and the scan of the question.

    No answer changes. Raises `NotFound`, `NotAllowed`, and `NoDayYet`.
    """
    scan, day = held.scan, held.kept.day
    if scan is None or held.question(item) is None:
        raise NotFound(item)
    if day is None:
        raise NoDayYet
    require(held.actor, Action.REGISTER_EVIDENCE, scan.municipality, scan.state, scan.id)
    titles = {one: wording(one)(TITLE, day=wording(one).day(day)) for one in languages()}
    known = register.all_of(held.connection, scan.municipality)
    there = next((one.entry.title for one in known if one.entry.title in titles.values()), None)
    if there is None:
        entry = Evidence(id="", title=titles[language], kind=KIND, dated=day)
        add_entry(held.actor, held.connection, held.shelf, scan.id, entry, at=at)
    return there or titles[language], scan
