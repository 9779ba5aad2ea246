"""What a PDF says of itself, and what it keeps quiet."""

import os
import subprocess
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Never

import pikepdf
import pytest

from tests.documents.pages import (
    EVERY_PART,
    PAPER,
    SCAN,
    a_scan_file,
    an_identity,
    opened,
    printed,
    printed_afresh,
    printed_everything,
    text_of,
    unpacked,
)
from toolkit.documents import sandbox
from toolkit.documents.archival import Archive
from toolkit.documents.pdf import RenderingProblem, render_pdf, rendering_problem
from toolkit.documents.sandbox import Reason, Stopped

NAMES = "Şükrü Łukasz Erdoğan Fekete Gyöngyvér Őri Ǧilani Zoë Ångström Čapek Ðorđe Nguyễn"
KEYS_OF_THE_FILE = {
    "/AF", "/Lang", "/MarkInfo", "/Metadata", "/Names", "/Outlines", "/OutputIntents", "/Pages",
    "/StructTreeRoot", "/Type", "/ViewerPreferences",
}  # fmt: skip


def test_this_machine_can_make_a_pdf_well() -> None:
    assert rendering_problem() is None


@pytest.mark.parametrize(
    ("reason", "problem"),
    [
        (Reason.UNAVAILABLE, RenderingProblem.NO_PANGO),
        (Reason.HOST_REFUSED, RenderingProblem.HOST_REFUSED),
        (Reason.BROKEN, RenderingProblem.NO_PAGE),
        (Reason.TOO_LONG, RenderingProblem.NO_PAGE),
    ],
)
def test_a_machine_that_cannot_make_a_page_has_a_problem(
    reason: Reason, problem: RenderingProblem, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Never:
        raise Stopped(reason)

    monkeypatch.setattr(sandbox, "run", refuse)

    assert rendering_problem() is problem


def test_nothing_in_the_page_with_every_part_makes_the_renderer_complain() -> None:
    assert printed_everything().warnings == ()


def test_a_file_says_its_title_and_language_and_shows_the_title() -> None:
    pdf = opened(render_pdf(EVERY_PART, an_identity(title="Één <titel> & meer", language="nl")))

    assert str(pdf.Root.Lang) == "nl"
    assert str(pdf.docinfo.Title) == "Één <titel> & meer"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert bool(pdf.Root.MarkInfo.Marked)


def test_a_title_may_hold_anything_somebody_can_type() -> None:
    pdf = opened(render_pdf("<p>x</p>", an_identity(title="Één \x01\ud800 ]]> &amp; 🙂")))

    assert str(pdf.docinfo.Title) == "Één \ufffd\ufffd ]]> &amp; 🙂"
    assert pdf.open_metadata()["dc:title"] == "Één \ufffd\ufffd ]]> &amp; 🙂"


def test_the_headings_become_bookmarks() -> None:
    with opened(printed_everything()).open_outline() as outline:
        chapters = [bookmark.title for bookmark in outline.root[0].children]

    assert chapters == ["Inhoud", "Een tabel", "Een figuur", "Noten en talen"]


def test_a_contents_page_and_a_reference_give_the_page_of_what_they_point_at() -> None:
    text = text_of(printed_everything())

    assert "Een figuur 3" in text
    assert "de tabel (pagina 1)" in text


def test_a_note_stands_on_the_page_that_refers_to_it() -> None:
    pages = printed_everything()

    assert "1. De bron staat in het rapport" in text_of(pages)
    assert len(opened(pages).pages) == 3


def test_names_with_every_diacritic_can_be_read_back() -> None:
    assert NAMES in text_of(printed(f"<p>{NAMES}</p>"))


@pytest.mark.parametrize("sign", ["🙂", "中文", "سلام", "\u2603", "👩🏽", "\ufffd", "¤"])
def test_a_character_without_a_letter_form_can_still_be_read_back(sign: str) -> None:
    page = printed(f"<p>voor {sign} na</p>")

    assert set(sign) <= set(text_of(page))
    assert page.warnings == ()


@pytest.mark.parametrize(
    "sign", ["\x01", "\x85", "\ud800", "\ue000", "\u2028", "\U00020000", "\uffff"]
)
def test_what_is_no_character_to_print_is_replaced(sign: str) -> None:
    page = printed(f"<p>voor {sign} na</p>")

    assert "voor \ufffd na" in text_of(page)
    assert page.warnings == ()


def test_the_file_that_travels_along_is_the_file_that_was_given() -> None:
    pdf = opened(printed_everything(Archive.CARRIES_FILE))
    file = pdf.attachments["scan.yaml"]

    assert list(pdf.attachments) == ["scan.yaml"]
    assert file.get_file().read_bytes() == SCAN
    assert file.get_file().mime_type == "application/yaml"
    assert pdf.Root.AF[0].AFRelationship == pikepdf.Name.Source
    assert str(pdf.Root.AF[0].EF.F.Params.ModDate) == "D:20261212120000Z"


def test_a_publication_carries_nothing() -> None:
    pdf = opened(printed_everything(Archive.PAGES_ONLY))

    assert len(pdf.attachments) == 0
    assert "/AF" not in pdf.Root


def test_a_publication_that_is_given_a_file_is_refused() -> None:
    with pytest.raises(ValueError, match="pages only"):
        render_pdf(EVERY_PART, an_identity(archive=Archive.PAGES_ONLY), attachment=a_scan_file())


def test_a_file_has_no_entry_beyond_those_it_needs() -> None:
    """T49."""
    pdf = opened(printed_everything(Archive.CARRIES_FILE))

    assert set(pdf.docinfo.keys()) == {"/Title", "/Producer", "/CreationDate", "/ModDate"}
    assert set(pdf.Root.keys()) <= KEYS_OF_THE_FILE
    assert str(pdf.docinfo.Producer) == "Kinderrechtenscan"
    assert str(pdf.docinfo.CreationDate) == "D:20261212000000Z"


@pytest.mark.parametrize(
    "secret", [f"{Path.home()}/", str(Path.cwd()), sys.prefix, os.uname().nodename, "WeasyPrint"]
)
def test_a_file_tells_nothing_of_the_machine_that_made_it(secret: str) -> None:
    """T49."""
    assert secret.encode() not in unpacked(printed_everything(Archive.CARRIES_FILE))


def test_what_a_page_says_in_its_head_does_not_get_into_the_file() -> None:
    head = (
        "<meta name='author' content='wie'><meta name='keywords' content='wat'><title>nee</title>"
    )

    pdf = opened(render_pdf(f"<html lang='tlh'><head>{head}</head><p>x", an_identity()))

    assert set(pdf.docinfo.keys()) == {"/Title", "/Producer", "/CreationDate", "/ModDate"}
    assert b"wie" not in pdf.Root.Metadata.read_bytes()
    assert str(pdf.Root.Lang) == "nl"


def test_the_same_pages_are_the_same_bytes() -> None:
    first = printed_everything(Archive.CARRIES_FILE)

    assert printed_afresh(Archive.CARRIES_FILE) == first


@pytest.mark.slow
def test_another_process_makes_the_same_bytes(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from tests.documents.pages import *;"
        "Path(sys.argv[1]).write_bytes(printed_afresh(Archive.CARRIES_FILE).pdf)"
    )
    target = tmp_path / "elsewhere.pdf"

    elsewhere = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LANG": "C"}
    subprocess.run([sys.executable, "-c", program, str(target)], check=True, env=elsewhere)

    assert target.read_bytes() == printed_everything(Archive.CARRIES_FILE).pdf


def test_another_day_makes_other_bytes() -> None:
    today = render_pdf(EVERY_PART, an_identity(), css=(PAPER,))

    tomorrow = render_pdf(EVERY_PART, an_identity(made_on=date(2026, 12, 13)), css=(PAPER,))

    assert today.pdf != tomorrow.pdf


def test_the_renderer_is_new_enough_to_be_safe() -> None:
    """T44, T110."""
    assert int(version("weasyprint").split(".")[0]) >= 70


def test_an_attribute_for_looks_changes_nothing() -> None:
    """T44."""
    plain = printed("<table><tr><td>x</td></tr></table>")

    dressed = printed(
        "<table bgcolor='red' border='9'><tr><td align='right' height='99'>x</td></tr></table>"
    )

    assert dressed.pdf == plain.pdf
