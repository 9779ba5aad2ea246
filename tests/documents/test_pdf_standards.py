"""What veraPDF, which decides, says of our files."""

import io

import pikepdf
import pytest

from tests.documents.pages import opened, printed, printed_everything
from tests.verapdf.verapdf import failed_rules
from toolkit.documents.archival import Archive

WORDS = "woord " * 40
MARKUP = "<table><caption>Titel</caption><tr><th scope='col'>k</th></tr><tr><td>1</td></tr></table>"


def untagged(pdf: pikepdf.Pdf) -> bytes:
    del pdf.Root.StructTreeRoot
    changed = io.BytesIO()
    pdf.save(changed)
    return changed.getvalue()


@pytest.mark.slow
def test_a_working_file_with_the_scan_inside_keeps_pdfa_3a_and_pdfua() -> None:
    pages = printed_everything(Archive.CARRIES_FILE)

    assert failed_rules(pages.pdf, ("ua1", "3a")) == ()


@pytest.mark.slow
def test_a_publication_keeps_pdfa_2a_and_pdfua() -> None:
    pages = printed_everything(Archive.PAGES_ONLY)

    assert failed_rules(pages.pdf, ("ua1", "2a")) == ()


@pytest.mark.slow
def test_a_file_without_tags_does_not() -> None:
    broken = failed_rules(untagged(opened(printed_everything())), ("ua1", "2a"))

    assert any(rule.startswith("ua1 7.1-11 ") for rule in broken)
    assert any(rule.startswith("2a ") for rule in broken)


@pytest.mark.slow
def test_a_figure_without_a_title_does_not() -> None:
    broken = failed_rules(printed("<svg viewBox='0 0 1 1'><path d='M0 0h1'/></svg>").pdf, ("ua1",))

    assert any(rule.startswith("ua1 7.3-1 ") for rule in broken)


@pytest.mark.slow
@pytest.mark.parametrize(
    "body",
    [
        "<p>Şükrü 🙂 中文 سلام a\u0301 e\u202eabc 👩🏽\u200d🦰 \x01 \ue000 \u2028 x",
        "<p>kinder\u00adrechten <b>vet</b> <i>schuin</i> <b><i>beide</i></b>",
        "<h2>Twee</h2><h3>Drie</h3><h4>Vier</h4><p>x",
        MARKUP,
        f"<ul><li><p>{WORDS}</p><p>twee</p></li><li>{WORDS} <b>vet</b></li></ul>",
        f"<ol><li>een<ul><li><div>{WORDS}</div>{MARKUP}</li></ul></li></ol>",
        f"<ul style='list-style: inside'><li>{WORDS} <b>vet</b></ul><ul style='list-style: none'><li><p>x</ul>",
        f"<p style='height: 240mm'>hoog</p><ul><li><div>{WORDS * 4}</div></li></ul>",
        f"<dl><dt>woord<dd><p>{WORDS}</p>{MARKUP}</dl>",
        "<table><tr><th rowspan='2' scope='col'>k<th colspan='2' scope='col'>l<tr><th>m<th>n<tr><td>1<td>2<td>3</table>",
        "<p><a href='https://example.org/'>naar buiten</a> <a href='#k'>binnen</a><p id='k'>k",
    ],
)
def test_whatever_somebody_types_the_file_still_keeps_both(body: str) -> None:
    assert failed_rules(printed(body).pdf, ("ua1", "2a")) == ()
