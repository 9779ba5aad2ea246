"""The summary for the council, the text back to young people, and progress since the last round."""

import io
import re
from dataclasses import replace
from datetime import date

import pikepdf
import pytest
from pypdf import PdfReader

from tests.documents.kinds import SCANS, facts_of, html_of, pdf_of, scan_of, without_line
from tests.documents.reports import a_scan, a_scan_of
from tests.documents.test_report_canaries import FOR_MEMBERS, MARKUP, the_scan, typed_everywhere
from tests.verapdf.verapdf import failed_rules
from toolkit.catalogue import library
from toolkit.documents.report_html import standalone_html
from toolkit.domain.report import Barred, Form, Kind, barred, facts
from toolkit.domain.scan import PlannedAction

KINDS = (Kind.COUNCIL, Kind.CHILDREN, Kind.PROGRESS)
TWO_PAGES = (Kind.COUNCIL, Kind.CHILDREN)
STILL_TO_DECIDE = "De gemeente moet hierover nog beslissen."
DECIDED = PlannedAction("Een kaart maken", "aandachtsfunctionaris", date(2027, 3, 1), "decided")


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def with_action(action: PlannedAction) -> str:
    return plain(html_of(Kind.CHILDREN, replace(a_scan(), actions=(action,))))


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", SCANS)
@pytest.mark.parametrize("kind", TWO_PAGES)
def test_two_pages_stay_two_pages(kind: Kind, name: str, language: str) -> None:
    rendered = pdf_of(kind, name, language)

    pages = PdfReader(io.BytesIO(rendered.pdf)).pages

    assert len(pages) == 2
    assert rendered.warnings == ()


@pytest.mark.slow
@pytest.mark.parametrize("name", SCANS)
def test_progress_has_two_to_four_pages(name: str) -> None:
    rendered = pdf_of(Kind.PROGRESS, name)

    pages = PdfReader(io.BytesIO(rendered.pdf)).pages

    assert 2 <= len(pages) <= 4
    assert rendered.warnings == ()


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_keeps_pdfa_2a_and_pdfua(kind: Kind) -> None:
    made = pdf_of(kind, "example").pdf

    broken = failed_rules(made, ("ua1", "2a"))

    assert broken == ()


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_the_same_scan_gives_the_same_bytes_with_title_and_language(kind: Kind) -> None:
    """T49."""
    first, second = pdf_of(kind, "example").pdf, pdf_of(kind, "example").pdf

    with pikepdf.open(io.BytesIO(first)) as pdf:
        title, language, attached = pdf.docinfo["/Title"], pdf.Root.Lang, list(pdf.attachments)

    assert first == second
    assert str(title).endswith("Voorbeeldstad")
    assert (str(language), attached) == ("nl", [])


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_members_wrote_is_in_it(kind: Kind, language: str) -> None:
    html = html_of(kind, the_scan(), language)

    leaked = [canary for canary in FOR_MEMBERS if f"canary-{canary}" in html]

    assert "canary-municipality" in html
    assert leaked == []
    assert "canary-foreword" not in html
    assert "canary-reply" not in html


@pytest.mark.parametrize("payload", MARKUP)
@pytest.mark.parametrize("kind", KINDS)
def test_what_somebody_types_never_becomes_markup(kind: Kind, payload: str) -> None:
    """T31."""
    html = html_of(kind, typed_everywhere(payload))

    assert payload not in html
    assert html.count("<script") == html.count("<img") == html.count("<style") == 0


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_is_made_as_a_working_version(kind: Kind) -> None:
    said = facts_of(kind, a_scan())

    with pytest.raises(ValueError, match="never made"):
        facts(said.scan, said.result, library(), kind=kind, form=Form.WORK, day=said.day)


@pytest.mark.parametrize("name", SCANS)
def test_the_summary_has_no_percentage_and_no_number_to_call(name: str) -> None:
    said = plain(html_of(Kind.COUNCIL, scan_of(name)))

    assert "%" not in said
    assert re.findall(r"0\d{2,3}-?\d{4,}", said) == []


def test_the_summary_has_six_rows_and_says_where_the_rest_stands() -> None:
    html = html_of(Kind.COUNCIL, a_scan())
    table = html.split('<table class="rows missing">')[1].split("</table>")[0]

    cells = [plain(cell) for cell in re.findall(r"<t[hd][ >].*?</t[hd]>", table)]

    assert table.count('<th scope="row">') == 6
    assert max(len(cell.split()) for cell in cells) <= 19
    assert "de rest staat in het adviesrapport" in html


def test_the_summary_says_in_how_many_years_no_child_is_reported() -> None:
    said = plain(html_of(Kind.COUNCIL, a_scan()))

    assert "is in 8 van de 10 jaren te verwachten dat geen enkel kind wordt gemeld" in said
    assert "Nationaal Rapporteur, Jaarcijfers mensenhandel 2024" in said


def test_the_summary_leaves_the_years_out_when_nobody_said_how_many_people_live_there() -> None:
    said = plain(html_of(Kind.COUNCIL, scan_of("empty")))

    assert "van de 10 jaren" not in said
    assert "Geen melding is geen bewijs dat er niets speelt." in said


def test_what_is_still_to_be_filled_in_is_marked_and_what_is_filled_in_is_not() -> None:
    from_nobody = facts_of(Kind.COUNCIL, a_scan())
    from_somebody = from_nobody.filled({"safety_holder": "de burgemeester"})

    before = standalone_html(from_nobody, library(), "nl")
    after = standalone_html(from_somebody, library(), "nl")

    assert '<span class="blank">[portefeuillehouder veiligheid]</span>' in before
    assert "[portefeuillehouder veiligheid]" not in after
    assert "met de burgemeester en" in plain(after)


def test_a_decided_action_with_an_owner_and_a_day_is_promised() -> None:
    said = with_action(DECIDED)

    assert "Een kaart maken" in said
    assert STILL_TO_DECIDE not in said


@pytest.mark.parametrize(
    "action",
    [
        replace(DECIDED, status="proposed"),
        replace(DECIDED, status="dropped"),
        replace(DECIDED, owner=""),
        replace(DECIDED, due=None),
    ],
)
def test_nothing_else_is_promised_to_young_people(action: PlannedAction) -> None:
    said = with_action(action)

    assert "Een kaart maken" not in said
    assert STILL_TO_DECIDE in said


def test_help_stands_on_both_pages_for_young_people() -> None:
    said = html_of(Kind.CHILDREN, a_scan())

    assert said.count("Hulp nodig, voor jezelf of een vriend?") == 2
    assert said.count("Kindertelefoon 0800-0432, Veilig Thuis 0800-2000.") == 2


def test_the_page_for_a_website_stands_alone() -> None:
    """T40."""
    page = standalone_html(facts_of(Kind.CHILDREN, a_scan()), library(), "nl")

    assert "<style>" in page
    assert re.findall(r'src=|href="http|url\(|@import|<script', page) == []


def test_a_scan_says_which_documents_it_cannot_become() -> None:
    said = facts_of(Kind.COUNCIL, a_scan_of("answers: {}\n"))
    other = without_line(a_scan())

    reasons = [barred(kind, said.scan, said.questionnaire, said.life) for kind in KINDS]

    assert reasons == [None, Barred.NOTHING_DECIDED, Barred.NO_ROUND]
    assert barred(Kind.COUNCIL, other.scan, other.questionnaire, other.life) is Barred.NO_LINE
    assert barred(Kind.FULL, other.scan, other.questionnaire, other.life) is None
