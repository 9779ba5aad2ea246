"""Gives a table as a file that a spreadsheet or an agenda opens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from flask import Response

from toolkit.documents.csv_text import as_csv
from toolkit.domain.plain_text import slug
from toolkit.services.make_table import Layout

CALENDAR = "ics"
MEDIA: Mapping[str, str] = {
    Layout.XLSX.value: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Layout.CSV.value: "text/csv",
    CALENDAR: "text/calendar",
}


def as_table(name: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> Response:
    """Return the file; no text in it becomes a formula."""
    return handed_out(as_csv(head, rows).encode(), name, Layout.CSV.value)


def handed_out(data: bytes, name: str, ending: str) -> Response:
    """Return bytes as a file of this kind, to keep and never to show (R16)."""
    answer = Response(data, mimetype=MEDIA[ending])
    filename = f"{slug(name) or 'scan'}.{ending}"
    answer.headers.set("Content-Disposition", "attachment", filename=filename)
    return answer
