"""Reports to look into: of the example, and of scans made for one question."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from toolkit.catalogue.library_files import library
from toolkit.catalogue.shipped import shipped
from toolkit.documents import scanfile
from toolkit.documents.pdf import Rendered
from toolkit.documents.report_html import report_html
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.report import Facts, Form, Kind, facts
from toolkit.domain.scan import Scan
from toolkit.paths import EXAMPLE, EXAMPLES
from toolkit.services.say_report import Order
from toolkit.services.score_scan import score_scan
from toolkit.services.write_report import make_report

DAY = date(2026, 12, 18)
SHORT_ROUND = EXAMPLES / "korte-ronde.yaml"
HEAD = 'questionnaire: kinderrechten-mensenhandel\nedition: "2026.1"\n'


@cache
def instrument() -> Questionnaire:
    """Return the main instrument."""
    return shipped().find("kinderrechten-mensenhandel", "2026.1")


@cache
def a_scan(place: Path = EXAMPLE) -> Scan:
    """Return the scan in a file."""
    return scanfile.read_file(place, shipped())


def a_scan_of(text: str) -> Scan:
    """Return the scan in a text that follows the head of a scan file."""
    return scanfile.read(HEAD + text, shipped())


def answers_of(worded: Mapping[str, str]) -> str:
    """Return the answers of a scan file, each as it is worded."""
    return "answers:\n" + "".join(f"  {item}: {words}\n" for item, words in worded.items())


def the_facts(scan: Scan, form: Form = Form.WORK, day: date = DAY) -> Facts:
    """Return what the report of a scan says."""
    result = score_scan(scan, shipped()).result
    return facts(scan, result, library(), kind=Kind.FULL, form=form, day=day)


def the_html(scan: Scan, form: Form = Form.WORK, language: str = "nl") -> str:
    """Return the report of a scan as HTML."""
    return report_html(the_facts(scan, form), library(), language)


def the_pdf(
    scan: Scan, form: Form = Form.WORK, language: str = "nl", *, embed: bool = False
) -> Rendered:
    """Return the report of a scan as PDF."""
    order = Order(Kind.FULL, form, language, DAY, embed)
    return make_report(score_scan(scan, shipped()), library(), order)


@cache
def the_example(form: Form = Form.WORK, language: str = "nl") -> Rendered:
    """Return the report of Voorbeeldstad, made once a test run; a working form carries its scan."""
    return the_pdf(a_scan(), form, language, embed=form is Form.WORK)
