"""Starts a scan for a municipality."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor, require
from toolkit.domain.happening import About, Happening
from toolkit.storage import assessments, audit
from toolkit.storage.assessments import Draft


class NoSuchRound(LookupError):
    """There is no such questionnaire, or it has no such short round."""


@dataclass(frozen=True, slots=True)
class WantedScan:
    """Which questions somebody wants to go through; without a selection all of them."""

    questionnaire: str
    selection: str | None = None


def start_scan(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    municipality: str,
    wanted: WantedScan,
    *,
    at: datetime,
) -> str:
    """Start a scan with the newest edition; return its id. Raises `NotAllowed`, `NoSuchRound`."""
    require(actor, Action.START, municipality)
    try:
        questionnaire = shelf.newest(wanted.questionnaire)
    except KeyError:
        raise NoSuchRound(wanted.questionnaire) from None
    if questionnaire.audience != "officials":
        raise NoSuchRound(wanted.questionnaire)
    if wanted.selection is not None and questionnaire.selection(wanted.selection) is None:
        raise NoSuchRound(wanted.selection)
    draft = Draft(municipality, questionnaire.id, questionnaire.edition, wanted.selection)
    made = assessments.add(connection, draft, at=at)
    about = About.scan(made, municipality)
    audit.note(connection, actor.account, Happening.BEGUN, about, at=at)
    return made
