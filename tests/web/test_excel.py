"""Answers that go to Excel and come back: shown first, kept with one press, nothing lost."""

from __future__ import annotations

import pytest

from tests.documents.uploads import docx, xlsx, zipped
from tests.web.answering import PLAN
from tests.web.builders import Browser, Site
from tests.web.excel import ANSWER, NOTE, Desk, filled, first_choice
from tests.web.hostile import HOSTILE
from tests.web.pages import looked_over
from toolkit.web.forms.answer_form import UNKNOWN

OTHER = "gov.children_explicit"


@pytest.fixture
def desk(site: Site, browser: Browser) -> Desk:
    """Somebody in front of a new short round."""
    return Desk(site, browser, site.a_scan())


def answer_by_hand(desk: Desk, note: str) -> None:
    """Say on the page of a question that nobody knows, with a note."""
    assert desk.send({"value": UNKNOWN, "note": note}).status_code == 303


def test_what_somebody_filled_in_is_shown_first_and_kept_with_one_press(desk: Desk) -> None:
    book = desk.workbook()
    choice = first_choice(book)
    page = desk.looked(filled(book, {PLAN: {ANSWER: choice, NOTE: "uit Excel"}}))
    before = desk.told()

    pressed = desk.press(page)

    assert before == ("open", "", 0)
    assert f"Wordt {choice}" in page.text
    assert "uit Excel" in page.text
    assert pressed.status_code == 303
    assert desk.told()[1:] == ("uit Excel", 1)
    assert "1 antwoord is bewaard." in desk.browser.page(pressed.location).text


def test_a_page_that_is_pressed_twice_keeps_once(desk: Desk) -> None:
    page = desk.looked(filled(desk.workbook(), {PLAN: {ANSWER: "Weet ik niet", NOTE: "een keer"}}))

    codes = [desk.press(page).status_code, desk.press(page).status_code]

    assert codes == [303, 303]
    assert desk.told() == ("unknown", "een keer", 1)


def test_of_what_was_changed_since_the_workbook_was_made_somebody_chooses(desk: Desk) -> None:
    book = desk.workbook()
    answer_by_hand(desk, "van de pagina")
    page = desk.looked(filled(book, {PLAN: {ANSWER: "Weet ik niet", NOTE: "uit Excel"}}))
    texts = "van de pagina" in page.text, "uit Excel" in page.text

    left = desk.press(page)
    stays = desk.told()
    taken = desk.press(page, {f"take-{PLAN}": "yes"})

    assert texts == (True, True)
    assert "Dit heeft iemand intussen beantwoord" in page.text
    assert (left.status_code, stays) == (303, ("unknown", "van de pagina", 1))
    assert (taken.status_code, desk.told()) == (303, ("unknown", "uit Excel", 2))


def test_what_a_colleague_answers_while_somebody_looks_comes_back_with_both_texts(
    desk: Desk,
) -> None:
    """T24: nothing is written over an answer that nobody looked at, and the rest is kept."""
    cells = {one: {ANSWER: "Weet ik niet", NOTE: "uit Excel"} for one in (PLAN, OTHER)}
    page = desk.looked(filled(desk.workbook(), cells))
    answer_by_hand(desk, "net nog")

    pressed = desk.press(page)

    again = looked_over(pressed.text)
    assert pressed.status_code == 409
    assert ("net nog" in again.text, "uit Excel" in again.text) == (True, True)
    assert (desk.told()[1], desk.told(OTHER)[1]) == ("net nog", "uit Excel")
    assert desk.press(again, {f"take-{PLAN}": "yes"}).status_code == 303
    assert desk.told() == ("unknown", "uit Excel", 2)


def test_a_cell_that_cannot_be_read_is_named_and_the_rest_can_be_kept(desk: Desk) -> None:
    cells = {PLAN: {ANSWER: "misschien"}, OTHER: {ANSWER: "Weet ik niet", NOTE: "wel"}}

    page = desk.looked(filled(desk.workbook(), cells))
    desk.press(page)

    assert "‘misschien’ is geen antwoord op deze vraag" in page.text
    assert "cel B" in page.text
    assert (desk.told()[2], desk.told(OTHER)) == (0, ("unknown", "wel", 1))


def test_a_text_that_may_give_somebody_away_is_kept_only_when_that_is_said(desk: Desk) -> None:
    cells = {PLAN: {ANSWER: "Weet ik niet", NOTE: "Bel Karin (14 jaar) op 06-12345678"}}
    page = desk.looked(filled(desk.workbook(), cells))
    seals = {
        field.attributes["name"]: field.attributes["value"]
        for field in page.all("input")
        if field.attributes.get("name", "").startswith("sure-")
    }

    left = desk.press(page)
    without = left.status_code, desk.told()[2]
    named = desk.browser.page(str(left.location)).text
    said = desk.press(page, seals).status_code, desk.told()[2]

    assert "06-12345678" in page.text
    assert "1 antwoord uit de werkmap is overgeslagen." in named
    assert (without, said) == ((303, 0), (303, 1))


def test_what_seems_to_tell_of_a_child_shows_whom_to_call(desk: Desk) -> None:
    note = "Een meisje van 15 uit de Kerkstraat wordt nu door haar vriend gedwongen"

    page = desk.looked(filled(desk.workbook(), {PLAN: {ANSWER: "Weet ik niet", NOTE: note}}))

    assert "Gaat dit over een echt kind?" in page.text
    assert "tel:112" in page.links()


def test_a_workbook_that_nobody_touched_changes_nothing(desk: Desk) -> None:
    page = desk.looked(desk.workbook())

    assert "De werkmap verandert niets." in page.text
    assert f"{desk.address}/answers" not in page.html


def test_a_workbook_made_in_english_is_read_on_a_dutch_page(desk: Desk) -> None:
    """T37."""
    desk.browser.post("/language", {"language": "en", "next": "/"})
    book = desk.workbook()
    desk.browser.post("/language", {"language": "nl", "next": "/"})

    desk.press(desk.looked(filled(book, {PLAN: {ANSWER: "I do not know", NOTE: "English"}})))

    assert desk.told() == ("unknown", "English", 1)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_through_excel_as_text(desk: Desk, text: str) -> None:
    """T30, T34, T36."""
    page = desk.looked(filled(desk.workbook(), {PLAN: {ANSWER: "Weet ik niet", NOTE: f"x {text}"}}))

    pressed = desk.press(page)
    again = desk.looked(desk.workbook())

    assert pressed.status_code == 303
    assert "<script>alert" not in page.html.replace("&lt;script&gt;", "")
    assert "De werkmap verandert niets." in again.text


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Kies eerst een werkmap."),
        (b"vraag;antwoord", "Dit is geen werkmap"),
        (docx(), "Dit is geen werkmap"),
        (xlsx({"xl/vbaProject.bin": b"x"}), "zoals een macro"),
        (zipped({f"xl/{n}": b"" for n in range(2_000)}), "te veel om na te kijken"),
        (xlsx(), "Deze werkmap is niet heel."),
    ],
)
def test_what_is_no_workbook_is_said_in_one_sentence(desk: Desk, content: bytes, said: str) -> None:
    """T50, T51, T52."""
    page = desk.looked(content, 422)

    assert said in page.text
    assert "#file" in page.links()


@pytest.mark.parametrize("sent", ["", "x", "AAAA", "é" * 50, "A" * 400])
def test_a_form_that_is_not_ours_changes_nothing(desk: Desk, sent: str) -> None:
    answer = desk.browser.post(f"{desk.address}/answers", {"changes": sent})

    assert answer.status_code == 303
    assert "Er is niets veranderd" in desk.browser.page(answer.location).text
    assert desk.told()[2] == 0


def test_what_was_looked_at_for_one_scan_is_kept_in_no_other(site: Site, desk: Desk) -> None:
    other = Desk(site, desk.browser, site.a_scan())
    page = desk.looked(filled(desk.workbook(), {PLAN: {ANSWER: "Weet ik niet"}}))

    other.press(page)

    assert (other.told()[2], desk.told()[2]) == (0, 0)


def test_the_list_to_find_out_and_the_scores_go_along_from_their_own_pages(
    desk: Desk, browser: Browser
) -> None:
    answer_by_hand(desk, "")
    lists = desk.browser.page(f"/scans/{desk.scan}/find-out")
    example = str(browser.post("/scans/example").location)
    scores = browser.page(example)

    files = [
        browser.post(f"/scans/{desk.scan}/table", {"what": "find-out", "as": "csv"}),
        browser.post(example.replace("outcome", "table"), {"what": "scores", "as": "csv"}),
    ]

    assert f"/scans/{desk.scan}/table" in lists.html
    assert example.replace("outcome", "table") in scores.html
    assert "gov" not in files[0].text
    assert "beleid" in files[0].text
    assert "Alle thema's samen" in files[1].text


def test_once_nobody_answers_any_more_the_page_says_so(desk: Desk) -> None:
    book = filled(desk.workbook(), {PLAN: {ANSWER: "Weet ik niet"}})
    page = desk.looked(book)
    assert desk.browser.post(f"/scans/{desk.scan}/review").status_code == 303

    closed = desk.browser.page(desk.address)

    assert "Deze antwoorden kunnen nu niet worden veranderd." in closed.text
    assert [field for field in closed.all("input") if field.attributes.get("type") == "file"] == []
    assert desk.press(page).status_code == 409
    assert desk.told()[2] == 0


@pytest.mark.parametrize(
    ("what", "layout", "kind"),
    [
        ("answers", "xlsx", b"PK"),
        ("answers", "csv", b"\xef\xbb\xbf"),
        ("find-out", "xlsx", b"PK"),
        ("anything", "exe", b"PK"),
    ],
)
def test_tables_are_handed_out_as_files_to_keep(
    desk: Desk, what: str, layout: str, kind: bytes
) -> None:
    """R16."""
    answer = desk.browser.post(f"/scans/{desk.scan}/table", {"what": what, "as": layout})

    assert answer.status_code == 200
    assert answer.data.startswith(kind)
    assert answer.headers["Content-Disposition"].startswith("attachment")
