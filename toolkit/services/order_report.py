"""Says which reports of a workshop can be had, and how far each is that was asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from toolkit.domain.days import day_of
from toolkit.domain.report import Form
from toolkit.services.open_workshop import Held
from toolkit.services.order_pack import OUTCOME, papers_made
from toolkit.storage.documents import Document, Stage, What

FORMATS = ("pdf", "docx")


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report that can be had. ``latest``: as asked last; ``ready``: what can be downloaded."""

    language: str
    format: str
    latest: Document | None
    ready: Document | None


def the_report(held: Held, language: str, ending: str, *, at: datetime) -> What:
    """Return the report as a document: of the day of the workshop, else of the day at hand."""
    day = held.kept.day or day_of(at)
    return What(OUTCOME, Form.WORK.value, language, day, format=ending)


def reports(held: Held, languages: Iterable[str]) -> tuple[ReportRow, ...]:
    """Return the report in each language and as each file, with how far it is."""
    every = papers_made(held)
    return tuple(_row(every, one, ending) for one in languages for ending in FORMATS)


def _row(every: Iterable[Document], language: str, ending: str) -> ReportRow:
    asked = (OUTCOME, language, ending)
    same = [one for one in every if asked == (one.what.kind, one.what.language, one.what.format)]
    ready = next((one for one in same if one.stage is Stage.READY), None)
    return ReportRow(language, ending, next(iter(same), None), ready)
