"""The pages on which documents are asked for, followed and taken along."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.web.builders import Visitor, a_coordinator, a_visitor, an_app, parts_of
from tests.worker.queues import PDF, Town, a_press, a_town
from toolkit.domain.access import Role
from toolkit.services.make_document import make_document
from toolkit.services.sign_in import first_account
from toolkit.storage import accounts, municipalities
from toolkit.web.views.documents import file_name

WORK = {"form": "work", "language": "nl", "embed": "no"}


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    app = an_app(tmp_path)
    yield app
    parts_of(app).database.close()


@pytest.fixture
def town(app: Flask) -> Town:
    """A municipality of which the first account is coordinator."""
    parts = parts_of(app)
    town = a_town(parts.database)
    with parts.database.writing() as connection:
        account = first_account(connection, at=parts.now())
        accounts.join(connection, account, town.municipality, Role.COORDINATOR, at=parts.now())
    return town


@pytest.fixture
def coordinator(app: Flask, town: Town) -> Visitor:
    return a_coordinator(app)


def desk(town: Town) -> str:
    return f"/scans/{town.assessment}/documents"


def make_all(town: Town) -> None:
    for _ in town.documents:
        make_document(a_press(town.database), town.claim())


def test_a_document_is_asked_for_followed_and_taken_along(town: Town, coordinator: Visitor) -> None:
    asked = coordinator.sends(desk(town), **WORK)
    waiting = coordinator.sees(asked.location)

    make_all(town)
    ready = coordinator.sees(asked.location)
    file = coordinator.client.get(f"{asked.location}/file")

    assert asked.status_code == 303
    assert asked.location in waiting.links()
    assert f"{asked.location}/file" in ready.links()
    assert file.data.startswith(PDF)


def test_a_file_is_never_shown_as_a_page(town: Town, coordinator: Visitor) -> None:
    """R16: attachment, fixed type, sandbox, kept nowhere."""
    asked = coordinator.sends(desk(town), **WORK)
    make_all(town)

    headers = coordinator.client.get(f"{asked.location}/file").headers

    assert headers["Content-Type"] == "application/pdf"
    assert headers["Content-Disposition"] == (
        "attachment; filename=adviesrapport-voorbeeldstad-2026-11-20-nl-werkversie.pdf"
    )
    assert headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"


def test_a_page_follows_a_document_only_while_it_is_being_made(
    town: Town, coordinator: Visitor
) -> None:
    asked = coordinator.sends(desk(town), **WORK)
    waiting = coordinator.sees(asked.location).html

    make_all(town)
    ready = coordinator.sees(asked.location).html

    assert 'data-hx-trigger="every 2s"' in waiting
    assert "data-hx-" not in ready
    assert "<script" not in ready


def test_the_desk_offers_both_forms_in_both_languages(town: Town, coordinator: Visitor) -> None:
    page = coordinator.sees(desk(town))

    offered = [form.given for form in page.all("form") if form.given.get("action") == desk(town)]

    assert len(offered) == 6
    assert "publicatieversie" in page.text or "publication version" in page.text


def test_a_changed_scan_leaves_the_old_document_and_offers_a_new_one(
    town: Town, coordinator: Visitor
) -> None:
    asked = coordinator.sends(desk(town), **WORK)
    make_all(town)
    town.set_state("in_review", title="Anders")

    page = coordinator.sees(desk(town))

    offered = [form for form in page.all("form") if form.given.get("action") == desk(town)]
    assert f"{asked.location}/file" in page.links()
    assert len(offered) == 6


def test_a_document_that_could_not_be_made_says_why(town: Town, coordinator: Visitor) -> None:
    """R39: visible, with a reason."""
    asked = coordinator.sends(desk(town), **WORK)
    town.set_state("in_review", title="Anders")
    make_all(town)

    page = coordinator.sees(asked.location)

    assert "The scan changed" in page.text or "De scan is veranderd" in page.text


def test_a_final_scan_offers_what_was_made_beforehand(town: Town, coordinator: Visitor) -> None:
    """P9."""
    address = f"/scans/{town.assessment}/finalise"
    finalised = coordinator.sends(address)
    make_all(town)

    files = [link for link in coordinator.sees(desk(town)).links() if link.endswith("/file")]

    assert finalised.status_code == 303
    assert len(files) == 4
    assert coordinator.client.get(files[0]).data.startswith(PDF)


@pytest.mark.parametrize("form", ["work", "publication"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_report_is_read_on_the_screen_at_once(
    town: Town, coordinator: Visitor, form: str, language: str
) -> None:
    coordinator.sends("/language", language=language)

    page = coordinator.sees(f"/scans/{town.assessment}/report?form={form}")

    assert page.all("html")[0].given["lang"] == language
    assert len(page.all("svg")) > 10


def test_nothing_of_the_outcome_is_shown_while_people_are_answering(
    town: Town, coordinator: Visitor
) -> None:
    """R10: not on the desk, not on the screen, not as a file that was made before."""
    asked = coordinator.sends(desk(town), **WORK)
    make_all(town)
    town.set_state("draft")

    pages = (desk(town), f"/scans/{town.assessment}/report", asked.location)

    assert [coordinator.sees(page, 409).all("svg") is not None for page in pages] == [True] * 3
    assert coordinator.client.get(f"{asked.location}/file").status_code == 409


@pytest.mark.parametrize("page", ["", "/file"])
def test_a_document_of_another_municipality_is_not_there(
    town: Town, coordinator: Visitor, page: str
) -> None:
    """T3, T6."""
    other = a_town(town.database)
    name = other.put()
    make_document(a_press(town.database), other.claim())

    coordinator.sees(f"/documents/{name}{page}", 404)


def test_a_document_that_is_being_made_cannot_be_taken(town: Town, coordinator: Visitor) -> None:
    """T6."""
    asked = coordinator.sends(desk(town), **WORK)

    coordinator.sees(f"{asked.location}/file", 404)


def test_who_is_not_signed_in_sees_no_document(app: Flask, town: Town) -> None:
    stranger = a_visitor(app)

    stranger.sees(desk(town), 401)
    stranger.sees(f"/documents/{town.put()}/file", 401)


def test_only_what_is_offered_can_be_asked_for(town: Town, coordinator: Visitor) -> None:
    """T5, R28."""
    answer = coordinator.sends(desk(town), form="publication", language="nl", embed="yes")

    assert answer.status_code == 400
    assert town.documents == ()


def test_a_file_name_holds_nothing_but_plain_letters(app: Flask, town: Town) -> None:
    """T54."""
    with parts_of(app).database.writing() as connection:
        municipalities.rename(connection, town.municipality, 'Súdwest-Fryslân ../"\r\nx: \u202e')
    town.put()

    name = file_name(town.documents[0].what, town.frame)

    assert name == "adviesrapport-sudwest-fryslan-x-2026-11-20-nl-werkversie.pdf"
