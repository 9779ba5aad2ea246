"""Reading a scan in: a scan file, or the report that carries it."""

import io

import pytest

from tests.documents.pdfs_with_scans import SCAN, cases, working_version
from tests.web.builders import Browser
from tests.web.pages import looked_over

REFUSED = ("a publication", "other answers", "with a password", "a second scan", "zeros")


def sent(browser: Browser, content: bytes, name: str = "rapport.pdf") -> str:
    """Send a file; return where it leads, or the sentences that say why not."""
    fields = [field.attributes for field in browser.page("/more").all("input")]
    token = next(field["value"] for field in fields if field.get("name") == "csrf_token")
    form = {"csrf_token": token, "file": (io.BytesIO(content), name)}
    answer = browser.client.post("/more", data=form)
    if answer.status_code == 303:
        return str(answer.location)
    assert answer.status_code == 422
    return looked_over(answer.text).text


def scans(browser: Browser) -> list[str]:
    return [link for link in browser.page("/").links() if link.startswith("/scans/")]


@pytest.mark.parametrize("content", [SCAN, working_version()], ids=["yaml", "pdf"])
def test_a_scan_file_and_the_report_that_carries_it_become_the_same_scan(
    browser: Browser, content: bytes
) -> None:
    where = sent(browser, content, "een naam zonder einde")

    taken = browser.post(f"{where}file")
    again = browser.post(f"{sent(browser, SCAN)}file")
    assert taken.status_code == 200
    assert taken.text == again.text


@pytest.mark.parametrize("name", REFUSED)
def test_any_other_pdf_is_refused_in_a_sentence_and_leaves_nothing(
    browser: Browser, name: str
) -> None:
    """T45, T51."""
    said = sent(browser, cases()[name][0])

    assert "rapport.pdf: " in said
    assert "PDF" in said
    assert scans(browser) == []


def test_the_page_says_what_it_takes(browser: Browser) -> None:
    page = browser.page("/more")

    kinds = [field.attributes.get("accept") for field in page.all("input")]
    assert ".yaml,.yml,.json,.pdf" in kinds
    assert "Een scan inlezen" in page.text


def test_what_is_larger_than_any_report_is_not_even_read(browser: Browser) -> None:
    """T33."""
    kind = "multipart/form-data; boundary=b"

    answer = browser.client.post("/more", data=bytes(22 * 2**20), content_type=kind)

    assert answer.status_code == 413
