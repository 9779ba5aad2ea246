"""A scan that goes to Excel and comes back, as somebody does it who leads it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass

import openpyxl
from werkzeug.test import TestResponse

from tests.web.answering import PLAN, Sheet
from tests.web.pages import Page, looked_over

ANSWER, REASON, NOTE = 1, 2, 3


@dataclass(frozen=True)
class Desk(Sheet):
    """Somebody in front of the page for Excel."""

    @property
    def address(self) -> str:
        """The address of the page."""
        return f"/scans/{self.scan}/sheet"

    def workbook(self) -> bytes:
        """Take the questions along."""
        sent = {"what": "answers", "as": "xlsx"}
        return bytes(self.browser.post(f"/scans/{self.scan}/table", sent).data)

    def choose(self, content: bytes) -> TestResponse:
        """Choose a workbook, and ask what would change."""
        fields = [field.attributes for field in self.browser.page(self.address).all("input")]
        token = next(field["value"] for field in fields if field.get("name") == "csrf_token")
        form = {"csrf_token": token, "file": (io.BytesIO(content), "antwoorden.xlsx")}
        return self.browser.client.post(self.address, data=form)

    def looked(self, content: bytes, status: int = 200) -> Page:
        """Return the page that says what would change."""
        answer = self.choose(content)
        assert answer.status_code == status, answer.text
        return looked_over(answer.text)

    def press(self, page: Page, chosen: Mapping[str, str] | None = None) -> TestResponse:
        """Keep what that page shows, with these boxes ticked."""
        hidden = {
            field.attributes["name"]: field.attributes["value"]
            for field in page.all("input")
            if field.attributes.get("name") == "changes"
        }
        return self.browser.post(f"{self.address}/answers", {**hidden, **(chosen or {})})

    def told(self, item: str = PLAN) -> tuple[str, str, int]:
        """Return what is kept of an answer: its state, its explanation, its version."""
        found = self.kept(item)
        return found.answer.state.value, found.answer.note, found.version


def filled(workbook: bytes, cells: Mapping[str, Mapping[int, str]]) -> bytes:
    """Return a workbook in which somebody filled in cells: by question, then by column."""
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    rows = {str(row[5].value): row for sheet in book.worksheets[:-1] for row in sheet.iter_rows()}
    places = [
        (rows[item][column], value)
        for item, columns in cells.items()
        for column, value in columns.items()
    ]
    for place, value in places:
        place.value = value
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def first_choice(workbook: bytes, item: str = PLAN) -> str:
    """Return the first answer that the list in the cell of a question offers."""
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    return next(
        str(book.worksheets[-1][rule.formula1.split("!")[1].split(":")[0].replace("$", "")].value)
        for sheet in book.worksheets[:-1]
        for rule in sheet.data_validations.dataValidation
        for row in sheet.iter_rows()
        if row[5].value == item and f"B{row[0].row}" in str(rule.sqref)
    )
