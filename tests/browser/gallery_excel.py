"""The pages on which answers go to Excel and come back."""

from __future__ import annotations

import io
from pathlib import Path

from tests.browser.gallery import Gallery, View
from tests.web.answering import PLAN
from tests.web.builders import SHORT_ROUND, a_site
from tests.web.excel import ANSWER, NOTE, filled

WRONG, TOLD = "gov.children_explicit", "gov.best_interests_test"
UNKNOWN = {"nl": "Weet ik niet", "en": "I do not know"}
ABOUT_SOMEBODY = "Bel Karin (14 jaar) op 06-12345678."
ABOUT_A_CHILD = "Een meisje van 15 wordt nu door haar vriend gedwongen."


def excel_pages(folder: Path, language: str) -> tuple[View, ...]:
    """Return the pages of whoever leads: to choose a workbook, and what it would change."""
    gallery = Gallery(a_site(folder), language)
    scan = f"/scans/{gallery.send('begin', '/scans/', SHORT_ROUND).split('/')[2]}"
    gallery.send("language", "/language", {"language": language, "next": "/"})
    gallery.look("excel", f"{scan}/sheet")
    gallery.send("no workbook", f"{scan}/sheet", {})
    book = gallery.browser.post(f"{scan}/table", {"what": "answers", "as": "xlsx"}).data
    gallery.send(
        "first answer",
        f"{scan}/items/{PLAN}",
        {f"{PLAN}-value": "preparing", f"{PLAN}-version": "0", f"{PLAN}-request_id": "request-1"},
    )
    unknown = UNKNOWN[language]
    mixed = {
        PLAN: {ANSWER: unknown, NOTE: "Uit de werkmap."},
        WRONG: {ANSWER: "misschien"},
        TOLD: {ANSWER: unknown, NOTE: ABOUT_SOMEBODY},
    }
    child = {TOLD: {ANSWER: unknown, NOTE: ABOUT_A_CHILD}}
    _choose(gallery, "what a workbook changes", scan, filled(book, mixed))
    _choose(gallery, "a child in a workbook", scan, filled(book, child))
    _choose(gallery, "a workbook that changes nothing", scan, book)
    gallery.send("review", f"{scan}/review", {})
    gallery.look("excel when nobody answers", f"{scan}/sheet")
    gallery.site.parts.database.close()
    return tuple(gallery.views.values())


def _choose(gallery: Gallery, name: str, scan: str, book: bytes) -> None:
    gallery.send(name, f"{scan}/sheet", {"file": (io.BytesIO(book), "antwoorden.xlsx")})
