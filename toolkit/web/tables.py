"""Gives a table as a file that a spreadsheet opens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flask import Response

from toolkit.documents.csv_text import as_csv


def as_table(name: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> Response:
    """Return the file; no text in it becomes a formula."""
    answer = Response(as_csv(head, rows), mimetype="text/csv")
    answer.headers.set("Content-Disposition", "attachment", filename=f"{name}.csv")
    return answer
