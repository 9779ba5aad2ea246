"""The one-file pages for a website: on a telephone, by the rules, and asking nobody for anything."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.wall import ASK_AXE, ASK_WIDTH, AXE
from tests.documents.kinds import BLANKS, facts_of, scan_of
from tests.markup.validator import errors_in
from toolkit.catalogue import library
from toolkit.documents.report_html import standalone_html
from toolkit.domain.report import Kind

pytestmark = pytest.mark.slow
KINDS = (Kind.COUNCIL, Kind.CHILDREN)


def a_page(kind: Kind, language: str, *, name: str = "example") -> str:
    said = facts_of(kind, scan_of(name))
    return standalone_html(said.filled(BLANKS) if name == "longest" else said, library(), language)


@pytest.mark.parametrize("name", ["example", "longest"])
@pytest.mark.parametrize("kind", KINDS)
def test_it_fits_a_telephone_and_asks_nobody_for_anything(
    chromium: Browser, tmp_path: Path, kind: Kind, name: str
) -> None:
    """T40."""
    file = tmp_path / "page.html"
    file.write_text(a_page(kind, "nl", name=name), "utf-8")
    asked: list[str] = []

    with chromium.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        page.evaluate(AXE)
        faults = [*page.evaluate(ASK_AXE), *page.evaluate(ASK_WIDTH)]

    assert [url for url in asked if not url.startswith("data:")] == [file.as_uri()]
    assert faults == []


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_its_markup_has_no_errors(tmp_path: Path, kind: Kind, language: str) -> None:
    """Rules for paper travel along in its style; a browser passes them over."""
    (tmp_path / "page.html").write_text(a_page(kind, language), "utf-8")

    errors = [one for one in errors_in(tmp_path) if "CSS:" not in one]
    assert errors == []
