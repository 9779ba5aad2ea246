"""Documents of every kind: of scans that put most on the page, and least."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from tests.documents.reports import DAY, SHORT_ROUND, a_scan, a_scan_of, instrument
from toolkit.catalogue.library_files import library
from toolkit.catalogue.shipped import shipped
from toolkit.documents.archival import Archive, Identity
from toolkit.documents.html import stylesheet
from toolkit.documents.pdf import Rendered, render_pdf
from toolkit.documents.report_html import SHEETS, report_html, report_title
from toolkit.documents.words import BLANK
from toolkit.domain.report import Facts, Form, Kind, facts
from toolkit.domain.scan import Scan
from toolkit.services.score_scan import Scored, score_scan
from toolkit.services.write_report import since

LONG = "antwoordverantwoordelijkheden " * 9
BLANKS: Mapping[str, str] = dict.fromkeys(BLANK, LONG)


def _everything(words: str) -> str:
    return "answers:\n" + "".join(f"  {one.id}: {words}\n" for one in instrument().all_items())


def _lowest() -> str:
    choices = {
        one.id: f'"{one.options[0].id}"' if one.options else "0"
        for one in instrument().all_items()
        if one.type in ("scale", "choice")
    }
    return "answers:\n" + "".join(f"  {item}: {{value: {low}}}\n" for item, low in choices.items())


def _many_actions() -> str:
    rows = (
        f'  - {{what: "{LONG}", status: {status}, owner: "{LONG}", due: "2027-09-01",'
        f' child_notices: "{LONG}", items: [refer.route]}}\n'
        for status in ("decided", "busy", "done", "dropped") * 9
    )
    return "actions:\n" + "".join(rows)


@cache
def scan_of(name: str) -> Scan:
    """Return one of the scans that documents are tried with."""
    if name == "example":
        return a_scan()
    if name == "short round":
        return a_scan(SHORT_ROUND)
    if name == "empty":
        return a_scan_of("answers: {}\n")
    if name == "all unknown":
        return a_scan_of(_everything("{unknown: true}"))
    head = f'municipality: {{name: "{LONG}"}}\nintake: {{context.population: 48000}}\n'
    return a_scan_of(head + _many_actions() + _lowest())


SCANS = ("example", "short round", "empty", "all unknown", "longest")


def facts_of(kind: Kind, scan: Scan) -> Facts:
    """Return what this kind of document says of a scan; progress is since the example."""
    scored = score_scan(scan, shipped())
    before = score_scan(a_scan(), shipped())
    told = since(scored, before, DAY) if kind is Kind.PROGRESS else scored
    form = Form.PUBLICATION
    said = facts(told.scan, told.result, library(), kind=kind, form=form, day=DAY)
    return said.within(told.life)


def html_of(kind: Kind, scan: Scan, language: str = "nl") -> str:
    """Return a document as HTML."""
    return report_html(facts_of(kind, scan), library(), language)


def pdf_of(kind: Kind, name: str, language: str = "nl") -> Rendered:
    """Return a document as PDF; of the longest scan every blank is filled in at length too."""
    said = facts_of(kind, scan_of(name))
    full = said.filled(BLANKS) if name == "longest" else said
    identity = Identity(report_title(full, language), language, Archive.PAGES_ONLY, DAY)
    sheets = tuple(map(stylesheet, SHEETS[kind]))
    return render_pdf(report_html(full, library(), language), identity, css=sheets)


def without_line(scan: Scan) -> Scored:
    """Return a scan scored with a questionnaire that has no minimum line."""
    other = shipped().find("child-rights-scan", "2026.1")
    return score_scan(replace(scan, questionnaire=other.id, answers={}), shipped())
