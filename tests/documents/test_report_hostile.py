"""A report whose every text was typed by somebody who means harm."""

import json
from itertools import cycle
from pathlib import Path

import pytest

from tests.documents.outside import watched
from tests.documents.reports import instrument, the_pdf
from tests.documents.vectors import VECTORS
from toolkit.catalogue.shipped import shipped
from toolkit.documents import scanfile
from toolkit.domain.report import Form
from toolkit.domain.scan import Scan

pytestmark = pytest.mark.slow


def a_scan_full_of(*texts: str) -> Scan:
    """Return a scan with these texts wherever a text may be typed, in turn."""
    items, text = tuple(instrument().all_items()), " ".join(texts)[:5_000]
    answers = {
        item.id: {"unknown": True, "note": typed, "evidence": [typed[:200]]}
        for item, typed in zip(items, cycle(texts), strict=False)
    }
    typed = {
        "questionnaire": "kinderrechten-mensenhandel",
        "edition": "2026.1",
        "title": text[:200],
        "municipality": {"name": text[:100]},
        "remarks": {"foreword": {"text": text, "function": text[:100]}},
        "actions": [{"what": text[:200], "note": text, "child_notices": text[:200]}],
        "answers": answers,
    }
    return scanfile.read(json.dumps(typed), shipped())


def test_no_text_of_a_report_brings_anything_in(tmp_path: Path) -> None:
    """T40: every vector with every address, in every field."""
    with watched(tmp_path) as outside:
        vectors = [
            " ".join(vector.format(url=url) for url in outside.urls) for vector in VECTORS.values()
        ]
        rendered = the_pdf(a_scan_full_of(*vectors), Form.WORK)

        assert outside.visits == []
    assert rendered.pdf.startswith(b"%PDF")


def test_the_longest_texts_still_make_a_report() -> None:
    longest = "Een lange toelichting zonder einde. " * 270

    rendered = the_pdf(a_scan_full_of(longest, *["Kort."] * 9))

    assert rendered.pdf.startswith(b"%PDF")


def test_the_same_scan_gives_the_same_bytes() -> None:
    scan = a_scan_full_of("Şükrü uit Łódź, ’s-Gravenhage")

    assert the_pdf(scan).pdf == the_pdf(scan).pdf
