"""A scan comes back from the PDF that carries it, and from no other."""

import time
from pathlib import Path

import pytest

from tests.documents.pdfs_with_scans import OTHER, SCAN, cases, working_version
from tests.documents.reports import a_scan, the_example
from toolkit.catalogue.shipped import shipped
from toolkit.documents import scanfile
from toolkit.documents.pdf_scan import looked_into, read_any, read_any_file, scan_inside
from toolkit.documents.scanfile import BadScanFile
from toolkit.documents.scanfile_messages import MESSAGES

CASES = cases()


def code(content: bytes) -> str:
    """Return why no scan is taken from a PDF, as the command and the page hear it."""
    with pytest.raises(BadScanFile) as refused:
        read_any(content, shipped(), name="rapport.pdf")
    (problem,) = refused.value.problems
    assert problem.file == "rapport.pdf"
    return problem.code


@pytest.mark.slow
def test_a_working_version_gives_the_scan_that_it_was_made_of() -> None:
    """T40: what travels along is what the maker asked for, and it comes back the same."""
    scan = read_any(the_example().pdf, shipped(), name="rapport.pdf")

    assert scan == a_scan()


def test_a_scan_comes_back_byte_for_byte() -> None:
    assert scan_inside(working_version(), name="x.pdf") == SCAN
    assert scan_inside(working_version(OTHER), name="x.pdf") == OTHER


def test_a_file_on_disk_may_be_any_of_the_three(tmp_path: Path) -> None:
    (tmp_path / "scan.yaml").write_bytes(SCAN)
    (tmp_path / "scan.yaml.download").write_bytes(working_version())

    found = [read_any_file(path, shipped()) for path in sorted(tmp_path.iterdir())]

    assert found == [a_scan(), a_scan()]


@pytest.mark.parametrize(("content", "expected"), CASES.values(), ids=CASES.keys())
def test_from_any_other_pdf_no_scan_is_taken(content: bytes, expected: str) -> None:
    """T45, T51, T52, T55."""
    began = time.monotonic()

    found = code(content)

    assert found == expected
    assert found in MESSAGES
    assert time.monotonic() - began < 35


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 35
    assert {expected for _, expected in CASES.values()} == {
        name for name in MESSAGES if name.startswith("pdf_") and name != "pdf_unlooked"
    }


def test_a_pdf_is_opened_nowhere_but_in_the_confined_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """T40, T45: whoever asks for it hands the bytes on, whatever is in them."""
    asked = []

    def run(task: object, given: bytes, _limits: object) -> tuple[bytes, bytes]:
        asked.append((task, given))
        return b"", SCAN

    monkeypatch.setattr("toolkit.documents.sandbox.run", run)

    assert scan_inside(b"%PDF-", name="x.pdf") == SCAN
    assert asked == [(looked_into, b"%PDF-")]


@pytest.mark.parametrize(
    ("scan", "expected"),
    [
        (
            SCAN.replace(b'"2026.1"', b'"1999.1"').replace(b"'2026.1'", b"'1999.1'"),
            "edition_unknown",
        ),
        (b"zomaar tekst", "not_a_scan"),
        (b"\xff\xfe", "file_not_utf8"),
    ],
)
def test_what_is_inside_is_read_as_any_scan_file(scan: bytes, expected: str) -> None:
    assert code(working_version(scan)) == expected


def test_a_file_that_is_gone_is_said_as_of_any_scan_file(tmp_path: Path) -> None:
    with pytest.raises(BadScanFile) as refused:
        read_any_file(tmp_path / "weg.pdf", shipped())

    assert [problem.code for problem in refused.value.problems] == ["file_missing"]
    assert scanfile.BadScanFile is BadScanFile
