"""Two answers to one question, as somebody gives them in front of a scan."""

from __future__ import annotations

from werkzeug.test import TestResponse

from tests.web.answering import Sheet
from tests.web.region import stamps

GOV = "gov.children_explicit"
OURS = "beleidsadviseur jeugd"
KEPT = ("Het staat in het plan.", "Niemand werkt ermee.")
BOTH = {
    "first_value": "3",
    "first_function": "adv_youth",
    "first_reason": KEPT[0],
    "second_value": "1",
    "second_function": "care_coord",
    "second_reason": KEPT[1],
}


def place(sheet: Sheet, way: str = "item", item: str = GOV) -> str:
    """Return the address of the page."""
    return f"/scans/{sheet.scan}/items/{item}/disagreement?way={way}"


def stamp(sheet: Sheet, item: str = GOV) -> dict[str, str]:
    """Return over which version a page that is opened now keeps both, and by which request."""
    held = stamps(sheet.browser.page(place(sheet, item=item)))
    return {name: held[name] for name in ("version", "request_id")}


def differ(sheet: Sheet, **changed: str) -> TestResponse:
    """Open the page and keep both answers."""
    return sheet.browser.post(place(sheet), {**stamp(sheet), **BOTH, **changed})


def settle(sheet: Sheet, sent: dict[str, str]) -> TestResponse:
    """Say which of both answers stays."""
    return sheet.browser.post(place(sheet).replace("?", "/settled?"), sent)


def reasons(sheet: Sheet) -> tuple[str, ...]:
    """Return why both answers are given, as it is kept."""
    return tuple(view.reason for view in sheet.kept(GOV).answer.views)
