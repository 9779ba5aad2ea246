"""The pages between documents and what everybody may read: blanks, the check, the dossier."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.web.builders import Browser, Site
from tests.web.pages import Page, looked_over
from tests.web.test_documents import make_all
from tests.worker.queues import Town, a_town
from toolkit.domain.access import Role
from toolkit.services.sign_in import first_account
from toolkit.storage import accounts, audit, municipalities, publishing

ARCHIVE = {"case_number": "Z-2026-12", "appraisal": "B", "retention_category": "1.1"}


@dataclass(frozen=True)
class Desk:
    """A scan that was looked over, with the browser of whoever leads it."""

    town: Town
    browser: Browser

    @property
    def address(self) -> str:
        return f"/scans/{self.town.assessment}"

    def page(self, name: str, language: str = "nl") -> Page:
        return self.browser.page(f"{self.address}/{name}", language=language)

    def fill(self, **texts: str) -> Page:
        """Fill in over what stands on the page now; return the page after it."""
        fields = [field.attributes for field in self.page("blanks").all("input")]
        seen = next(field["value"] for field in fields if field.get("name") == "version")
        sent = self.browser.post(f"{self.address}/blanks", {"version": seen, **texts})
        assert sent.location == f"{self.address}/documents", sent.text
        return self.browser.page(sent.location)

    def finish(self) -> None:
        self.browser.post(f"{self.address}/finalise")
        self.browser.post(f"{self.address}/adoption", {"by": "executive", "day": "2026-11-19"})

    def choices(self) -> list[str]:
        """Return the name of each choice on the page of the check."""
        fields = [field.attributes for field in self.page("publication").all("input")]
        names = (field.get("name", "") for field in fields)
        return list(dict.fromkeys(name for name in names if name.startswith("p-")))

    def decide_all(self, choice: str) -> None:
        self.browser.post(f"{self.address}/publication", dict.fromkeys(self.choices(), choice))

    @property
    def blanks(self) -> dict[str, str]:
        with self.town.database.reading() as connection:
            return dict(publishing.blanks_of(connection, self.town.assessment))


@pytest.fixture
def desk(site: Site, browser: Browser) -> Desk:
    """A municipality of which the first account is coordinator."""
    parts = site.parts
    town = a_town(parts.database)
    with parts.database.writing() as connection:
        municipalities.rename(connection, town.municipality, "Súdwest")
        account = first_account(connection, at=parts.now())
        accounts.join(connection, account, town.municipality, Role.COORDINATOR, at=parts.now())
    return Desk(town, browser)


def test_the_page_says_draft_by_officials_until_the_executive_adopted_it(desk: Desk) -> None:
    before = desk.page("documents").text

    desk.finish()
    after = desk.page("documents")

    assert "Concept · ambtelijk · 20 november 2026" in before
    assert "Vastgesteld door het college op 19 november 2026" in after.text
    assert f"{desk.address}/publication" in after.links()


def test_the_page_names_what_is_still_to_be_filled_in_and_no_more_once_it_is(desk: Desk) -> None:
    before = desk.page("documents").text

    after = desk.fill(case_number="Z-2026-12")

    assert "Nog 7 plekken om in te vullen" in before
    assert "Nog 6 plekken om in te vullen" in after.text
    assert before.count("Zaaknummer") == after.text.count("Zaaknummer") + 2


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_place_has_a_field(desk: Desk, language: str) -> None:
    page = desk.page("blanks", language)

    names = {field.attributes.get("name") for field in page.all("input")}
    assert {"case_number", "progress_on", "not_done", "appraisal", "retention_years"} <= names


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"progress_on": "31-02-2027"}, "Schrijf een bestaande datum"),
        ({"retention_years": "veel"}, "Schrijf een aantal jaren in cijfers"),
        ({"next_round": "x" * 49}, "langer dan 48 tekens"),
        ({"local_help": "Bel Sara (14 jaar) op 06-12345678."}, "herkend"),
    ],
)
def test_what_does_not_fit_comes_back_with_why(desk: Desk, sent: dict[str, str], says: str) -> None:
    """R9."""
    answer = desk.browser.post(f"{desk.address}/blanks", {"version": "1", **sent})

    page = looked_over(answer.text)
    assert answer.status_code == 422
    assert says in page.text
    assert desk.blanks == {}


def test_who_saw_an_older_page_gets_both_texts(desk: Desk) -> None:
    """T24: 409, and nothing is written over."""
    desk.fill(case_number="van haar")

    late = desk.browser.post(f"{desk.address}/blanks", {"version": "1", "case_number": "van mij"})

    page = looked_over(late.text)
    assert late.status_code == 409
    assert "van haar" in page.text
    assert "van mij" in late.text
    assert desk.blanks == {"case_number": "van haar"}


def test_the_check_asks_of_each_passage_and_keeps_what_was_chosen(desk: Desk) -> None:
    desk.fill(local_help="Vraag naar Fatima")
    desk.finish()
    before = desk.page("publication")

    desk.decide_all("out")
    after = desk.page("publication").text

    assert "Waar kunnen jongeren in uw gemeente terecht voor hulp?" in before.text
    assert "lijkt een persoon te noemen" in before.text
    assert "Over alles is beslist." in after
    assert "weggelaten" in after


def test_what_is_left_out_stands_in_no_publication_on_the_screen(desk: Desk) -> None:
    desk.browser.post(
        f"{desk.address}/remarks/reply", {"text": "Dank aan mevrouw Jansen.", "version": "0"}
    )
    desk.finish()

    desk.decide_all("out")

    assert "[weggelaten vóór publicatie]" in desk.page("report?form=publication").text
    assert "mevrouw Jansen" not in desk.page("report?form=publication").text
    assert "mevrouw Jansen" in desk.page("report?form=work").text


def test_a_choice_that_was_not_offered_is_refused(desk: Desk) -> None:
    """T5."""
    desk.finish()
    name = desk.choices()[0]

    answer = desk.browser.post(f"{desk.address}/publication", {name: "burn"})

    assert answer.status_code == 400


def test_a_choice_about_a_text_that_changed_is_kept_nowhere(desk: Desk) -> None:
    desk.finish()

    sent = desk.browser.post(f"{desk.address}/publication", {"p-remarks.reply-0": "out"})

    assert "Er is intussen een tekst veranderd" in desk.browser.page(sent.location).text


def test_a_dossier_is_made_once_nothing_stands_in_the_way(desk: Desk) -> None:
    desk.finish()
    early = desk.browser.post(f"{desk.address}/dossier", {"language": "nl"})
    refused = desk.browser.page(early.location).text

    desk.fill(**ARCHIVE)
    desk.decide_all("stays")
    asked = desk.browser.post(f"{desk.address}/dossier", {"language": "nl"})
    make_all(desk.town)
    page = desk.browser.page(asked.location)
    file = desk.browser.client.get(f"{asked.location}/file")

    assert "Het dossier kan nog niet worden gemaakt" in refused
    assert "Nog in te vullen voor het archief" in refused
    assert "Dossier voor griffie en archief" in page.text
    assert file.headers["Content-Type"] == "application/zip"
    assert file.data.startswith(b"PK")
    assert "dossier-sudwest-" in file.headers["Content-Disposition"]
    assert f"{asked.location}/file" in desk.page("documents").links()


def test_filling_in_deciding_and_the_dossier_are_told_in_the_log(desk: Desk) -> None:
    """R37."""
    desk.finish()
    desk.fill(**ARCHIVE)
    desk.decide_all("stays")
    desk.browser.post(f"{desk.address}/dossier", {"language": "nl"})

    with desk.town.database.reading() as connection:
        told = [line.what for line in audit.of(connection, desk.town.municipality, 3)]
    assert told == ["dossier_asked", "checked", "filled_in"]


def test_a_scan_that_is_not_final_is_not_checked_for_publication(desk: Desk) -> None:
    answer = desk.browser.client.get(f"{desk.address}/publication")

    assert (answer.status_code, answer.location) == (303, f"{desk.address}/documents")
    assert desk.browser.post(f"{desk.address}/dossier", {"language": "nl"}).status_code == 409


@pytest.mark.parametrize(
    ("kind", "ending", "begins"), [("letter", "docx", b"PK"), ("council", "html", b"<!DOCTYPE")]
)
def test_a_document_is_had_for_word_and_as_a_page(
    desk: Desk, kind: str, ending: str, begins: bytes
) -> None:
    wanted = {"kind": kind, "form": "publication", "language": "nl", "format": ending}
    asked = desk.browser.post(f"{desk.address}/documents", wanted)

    make_all(desk.town)
    file = desk.browser.client.get(f"{asked.location}/file")

    assert file.data.startswith(begins)
    assert f"publicatie.{ending}" in file.headers["Content-Disposition"]
    assert file.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
