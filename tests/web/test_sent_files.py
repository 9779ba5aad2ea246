"""A file as a browser sends it: whatever it is called, and cut off anywhere (T52, T54, T55)."""

from __future__ import annotations

import io
import zipfile
from urllib.parse import unquote

import pytest
from werkzeug.http import parse_options_header

from tests.documents.uploads import docx
from tests.web.builders import Browser, Site
from tests.web.test_evidence_files import an_entry, as_form, links, rows, send
from toolkit.documents.file_check import looked_at

PLACES = 20


@pytest.fixture
def entry(site: Site, browser: Browser) -> str:
    """The address of an entry of the register."""
    return an_entry(site, browser)


@pytest.mark.parametrize("name", ["../../etc/passwd.pdf", "\u202efdp.exe", "CON.pdf", "a" * 300])
def test_a_file_is_handed_out_under_a_name_that_is_safe(
    entry: str, browser: Browser, name: str
) -> None:
    """T54, R16: no folder, no hidden turn, no name of a device, never longer than a disk takes."""
    send(browser, entry, docx(), name)

    answer = browser.client.get(links(browser, entry)[0])

    how, said = parse_options_header(answer.headers["Content-Disposition"])
    assert how == "attachment"
    assert said["filename"].endswith(".docx")
    assert said["filename"].isprintable()
    assert len(said["filename"]) <= 105
    assert {"/", "\\", '"'}.isdisjoint(said["filename"])
    assert not said["filename"].startswith(("CON.", "."))


def test_a_name_never_becomes_a_line_above_an_answer(entry: str, browser: Browser) -> None:
    """T54: a line break in the name of a part, as only a program sends it."""
    name = "plan%0d%0aSet-Cookie: a=b.docx"
    forms = [send(browser, entry, docx(str(n)), one) for n, one in enumerate((name, unquote(name)))]

    answers = [browser.client.get(link) for link in links(browser, entry)]

    assert {form.status_code for form in forms} <= {303, 400, 422}
    assert answers
    assert [one for one in answers if "Set-Cookie" in one.headers] == []


def test_a_form_that_breaks_off_keeps_nothing(entry: str, site: Site, browser: Browser) -> None:
    """T55: at twenty places, with a row nowhere and no byte of the file on the disk."""
    fields = [field.attributes for field in browser.page(entry).all("input")]
    token = next(field["value"] for field in fields if field.get("name") == "csrf_token")
    content = docx(members={"word/a.xml": b"KANARIE-IN-EEN-BESTAND" * 50})
    body, kind = as_form({"csrf_token": token}, content, "plan.docx")
    cut = [body[: len(body) * part // (PLACES + 1)] for part in range(1, PLACES + 1)]

    answers = [browser.client.post(f"{entry}/files", data=one, content_type=kind) for one in cut]

    assert {answer.status_code for answer in answers} <= {400, 422}
    assert rows(site) == 0


def test_a_hundred_thousand_parts_are_refused_without_reading_them() -> None:
    """T52."""
    reason, *_ = looked_at(crowded(100_000))

    assert reason == b"too_much_inside"


def crowded(count: int) -> bytes:
    """Return a Word document with so many parts more, each of them empty."""
    made = io.BytesIO(docx())
    with zipfile.ZipFile(made, "a") as archive:
        for number in range(count):
            archive.writestr(f"word/{number}", b"")
    return made.getvalue()
