"""Gives what the answers of a scan amount to, by what a final scan keeps for good."""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import Connection

from toolkit.domain.library import Library
from toolkit.domain.scoring.result import Result
from toolkit.services.open_scan import Opened
from toolkit.services.score_json import as_data
from toolkit.services.score_scan import amount_to
from toolkit.storage import assessments
from toolkit.storage.assessments import NotAsKept


def result_of(connection: Connection, scan: Opened) -> Result:
    """Return what the answers of a scan amount to; raise `NotAsKept`, `OnePersonOnly`.

    A final scan shows the figures that it keeps, or none.
    """
    frame = scan.assessment
    result = amount_to(scan.questionnaire, scan.answers, frame.selection)
    if frame.state == "final" and as_data(result) != assessments.kept_result(connection, frame.id):
        raise NotAsKept(frame.id)
    return result


def library_of(connection: Connection, installed: Library, assessment_id: str) -> Library:
    """Return the library that a scan goes by: a final one its own, every other the installed."""
    kept = assessments.kept_library(connection, assessment_id)
    return installed if kept is None else _library(kept)


@lru_cache(maxsize=8)
def _library(kept: str) -> Library:
    """Return a library from its text; of the same text it is made once."""
    return Library.model_validate_json(kept, by_name=True)
