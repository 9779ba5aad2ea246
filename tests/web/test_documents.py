"""The pages on which documents are asked for, followed and taken along."""

import pytest

from tests.web.builders import Browser, Site
from tests.worker.queues import PDF, Town, a_press, a_town
from toolkit.domain.access import Role
from toolkit.services.make_document import make_document
from toolkit.services.name_file import file_name
from toolkit.services.sign_in import first_account
from toolkit.storage import accounts, municipalities

COUNCIL = {"kind": "council", "form": "publication", "language": "nl"}
WORK = {"form": "work", "language": "nl", "embed": "no"}


@pytest.fixture
def town(site: Site) -> Town:
    """A municipality of which the first account is coordinator."""
    parts = site.parts
    town = a_town(parts.database)
    with parts.database.writing() as connection:
        account = first_account(connection, at=parts.now())
        accounts.join(connection, account, town.municipality, Role.COORDINATOR, at=parts.now())
    return town


def desk(town: Town) -> str:
    return f"/scans/{town.assessment}/documents"


def make_all(town: Town) -> None:
    for _ in town.documents:
        make_document(a_press(town.database), town.claim())


def test_a_document_is_asked_for_followed_and_taken_along(town: Town, browser: Browser) -> None:
    asked = browser.post(desk(town), WORK)
    waiting = browser.page(asked.location)

    make_all(town)
    ready = browser.page(asked.location)
    file = browser.client.get(f"{asked.location}/file")

    assert asked.status_code == 303
    assert asked.location in waiting.links()
    assert f"{asked.location}/file" in ready.links()
    assert file.data.startswith(PDF)


def test_a_file_is_never_shown_as_a_page(town: Town, browser: Browser) -> None:
    """R16: attachment, fixed type, sandbox, kept nowhere."""
    asked = browser.post(desk(town), WORK)
    make_all(town)

    headers = browser.client.get(f"{asked.location}/file").headers

    assert headers["Content-Type"] == "application/pdf"
    assert headers["Content-Disposition"] == (
        "attachment; filename=adviesrapport-voorbeeldstad-2026-11-20-nl-werkversie.pdf"
    )
    assert headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"


def test_a_page_follows_a_document_only_while_it_is_being_made(
    town: Town, browser: Browser
) -> None:
    asked = browser.post(desk(town), WORK)
    waiting = browser.page(asked.location).html

    make_all(town)
    ready = browser.page(asked.location).html

    assert 'data-hx-trigger="every 2s"' in waiting
    assert "data-hx-" not in ready
    assert "<script" not in ready


def test_the_desk_offers_both_forms_in_both_languages(town: Town, browser: Browser) -> None:
    page = browser.page(desk(town))

    offered = [
        form.attributes for form in page.all("form") if form.attributes.get("action") == desk(town)
    ]

    assert len(offered) == 24
    assert "publicatieversie" in page.text


def test_a_changed_scan_leaves_the_old_document_and_offers_a_new_one(
    town: Town, browser: Browser
) -> None:
    asked = browser.post(desk(town), WORK)
    make_all(town)
    town.set_state("in_review", title="Anders")

    page = browser.page(desk(town))

    offered = [form for form in page.all("form") if form.attributes.get("action") == desk(town)]
    assert f"{asked.location}/file" in page.links()
    assert len(offered) == 24


def test_the_summary_for_the_council_is_made_and_has_its_own_name(
    town: Town, browser: Browser
) -> None:
    asked = browser.post(desk(town), COUNCIL)
    make_all(town)

    page = browser.page(asked.location)
    file = browser.client.get(f"{asked.location}/file")

    assert "Samenvatting voor college en raad" in page.text
    assert "filename=samenvatting-" in file.headers["Content-Disposition"]


def test_the_desk_says_why_a_document_cannot_be_made_yet(town: Town, browser: Browser) -> None:
    text = browser.page(desk(town)).text

    assert "Kan zodra er een besloten actie is, met een eigenaar en een datum." in text
    assert "Kan zodra er een eerdere ronde is om mee te vergelijken." in text


def test_what_cannot_be_made_yet_is_not_made_when_somebody_asks_for_it_all_the_same(
    town: Town, browser: Browser
) -> None:
    asked = browser.post(desk(town), {**COUNCIL, "kind": "children"})

    page = browser.page(asked.location)

    assert asked.location == desk(town)
    assert "Kan zodra er een besloten actie is" in page.text


def test_a_document_that_could_not_be_made_says_why(town: Town, browser: Browser) -> None:
    """R39: visible, with a reason."""
    asked = browser.post(desk(town), WORK)
    town.set_state("in_review", title="Anders")
    make_all(town)

    page = browser.page(asked.location)

    assert "De scan is veranderd" in page.text


def test_a_final_scan_offers_what_was_made_beforehand(town: Town, browser: Browser) -> None:
    """P9."""
    address = f"/scans/{town.assessment}/finalise"
    finalised = browser.post(address)
    make_all(town)

    files = [link for link in browser.page(desk(town)).links() if link.endswith("/file")]

    assert finalised.status_code == 303
    assert len(files) == 4
    assert browser.client.get(files[0]).data.startswith(PDF)


@pytest.mark.parametrize("form", ["work", "publication"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_report_is_read_on_the_screen_at_once(
    town: Town, browser: Browser, form: str, language: str
) -> None:
    page = browser.page(f"/scans/{town.assessment}/report?form={form}", language=language)

    assert page.all("html")[0].attributes["lang"] == language
    assert len(page.all("svg")) > 10


def test_nothing_of_the_outcome_is_shown_while_people_are_answering(
    town: Town, browser: Browser
) -> None:
    """R10: not on the desk, not on the screen, not as a file that was made before."""
    asked = browser.post(desk(town), WORK)
    make_all(town)
    town.set_state("draft")

    assert browser.page(desk(town), 409).links()
    assert browser.page(f"/scans/{town.assessment}/report", 409).links()
    assert browser.page(asked.location, 409).links()
    assert browser.client.get(f"{asked.location}/file").status_code == 409


@pytest.mark.parametrize("page", ["", "/file"])
def test_a_document_of_another_municipality_is_not_there(
    town: Town, browser: Browser, page: str
) -> None:
    """T3, T6."""
    other = a_town(town.database)
    name = other.put()
    make_document(a_press(town.database), other.claim())

    assert "Voorbeeldstad" not in browser.page(f"/documents/{name}{page}", 404).text


def test_a_document_that_is_being_made_cannot_be_taken(town: Town, browser: Browser) -> None:
    """T6, T72: nor one that nobody makes, because no worker runs."""
    asked = browser.post(desk(town), WORK)

    assert browser.page(f"{asked.location}/file", 404).links()


def test_who_is_not_signed_in_sees_no_document(site: Site, town: Town) -> None:
    """R27."""
    desk_page = site.visitor().page(desk(town), 401)
    file_page = site.visitor().page(f"/documents/{town.put()}/file", 401)

    assert "Voorbeeldstad" not in desk_page.text + file_page.text


def test_only_what_is_offered_can_be_asked_for(town: Town, browser: Browser) -> None:
    """T5, R28."""
    answer = browser.post(desk(town), {**WORK, "form": "publication", "embed": "yes"})

    assert answer.status_code == 400
    assert town.documents == ()


def test_a_file_name_holds_nothing_but_plain_letters(site: Site, town: Town) -> None:
    """T54."""
    with site.parts.database.writing() as connection:
        municipalities.rename(connection, town.municipality, 'Súdwest-Fryslân ../"\r\nx: \u202e')
    town.put()

    name = file_name(town.documents[0].what, town.frame.municipality_name)

    assert name == "adviesrapport-sudwest-fryslan-x-2026-11-20-nl-werkversie.pdf"
