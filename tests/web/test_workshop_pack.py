"""The pack of a workshop: asked for, followed, taken along, and made anew when the plan changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.web.builders import NOON, Site
from tests.web.held import Holder, of_a_name, of_a_scan, seen, send
from tests.web.people import a_person
from tests.worker.queues import a_press
from toolkit.documents.workshop_pack import Workshop
from toolkit.domain.access import Role
from toolkit.services import order_pack
from toolkit.services.make_document import Press, make_document
from toolkit.storage import documents, jobs
from toolkit.storage.documents import Document, Stage

DUTCH = {"language": "nl"}


@pytest.fixture
def holder(site: Site) -> Holder:
    """A workshop about the example."""
    return of_a_scan(site)


def bound(workshop: Workshop, language: str) -> bytes:
    """Make a file that says what is in it, at once."""
    names = " ".join(one.name for one in workshop.papers())
    return f"PK {language} {workshop.day} {names}".encode()


def a_press_of(holder: Holder) -> Press:
    return replace(a_press(holder.site.parts.database), bound=bound)


def make_all(holder: Holder) -> None:
    """Make whatever waits."""
    press = a_press_of(holder)
    while True:
        with press.database.writing() as connection:
            job = jobs.claim(connection, at=NOON)
        if job is None:
            return
        make_document(press, job)


def packs(holder: Holder) -> tuple[Document, ...]:
    with holder.site.parts.database.reading() as connection:
        return documents.visible_to(holder.actor, connection).of_workshop(holder.workshop)


def test_a_pack_is_asked_for_followed_and_taken_along(holder: Holder) -> None:
    send(holder, "/pack", DUTCH)
    waiting = holder.browser.page(f"{holder.address}/pack")

    make_all(holder)
    page = holder.browser.page(f"{holder.address}/pack")
    file = holder.browser.client.get(f"{holder.address}/pack/{packs(holder)[0].id}")

    assert "Wacht op zijn beurt" in waiting.text
    assert "Klaar" in page.text
    assert file.data.startswith(b"PK nl 2026-01-14 read_first")
    assert file.headers["Content-Disposition"] == (
        "attachment; filename=workshop-voorbeeldstad-2026-01-14-nl.zip"
    )


def test_a_page_follows_a_pack_only_while_it_is_being_made(holder: Holder) -> None:
    send(holder, "/pack", DUTCH)
    waiting = holder.browser.page(f"{holder.address}/pack").html

    make_all(holder)

    assert 'data-hx-trigger="every 2s"' in waiting
    assert "data-hx-" not in holder.browser.page(f"{holder.address}/pack").html


def test_the_same_pack_is_made_once(holder: Holder) -> None:
    send(holder, "/pack", DUTCH)
    send(holder, "/pack", DUTCH)
    make_all(holder)
    send(holder, "/pack", DUTCH)

    assert [one.stage for one in packs(holder)] == [Stage.READY]


def test_a_changed_plan_asks_for_a_new_pack(holder: Holder) -> None:
    send(holder, "/pack", DUTCH)
    make_all(holder)
    send(holder, "/consent", {**seen(holder), "consent": "agreed"})
    page = holder.browser.page(f"{holder.address}/pack")

    send(holder, "/pack", DUTCH)
    make_all(holder)

    assert "Sindsdien is er iets veranderd." in page.text
    assert len(packs(holder)) == 1
    file = holder.browser.client.get(f"{holder.address}/pack/{packs(holder)[0].id}").data
    assert b"participants" in file


def test_a_plan_that_changes_while_its_pack_waits_is_said(holder: Holder) -> None:
    send(holder, "/pack", DUTCH)
    send(holder, "/consent", {**seen(holder), "consent": "agreed"})

    make_all(holder)

    assert [one.reason for one in packs(holder)] == ["changed"]
    page = holder.browser.page(f"{holder.address}/pack")
    assert "veranderd terwijl het pakket wachtte" in page.text


def test_hand_outs_are_in_it_once_the_organisation_agreed(holder: Holder) -> None:
    """Until then the page says which are not, and why."""
    before = holder.browser.page(f"{holder.address}/pack").text

    send(holder, "/consent", {**seen(holder), "consent": "agreed"})
    after = holder.browser.page(f"{holder.address}/pack").text

    assert "Wat er nog niet in zit Boekje voor deelnemers" in before
    assert "Nog niet voorgelegd aan de begeleidende organisatie" in before
    assert "Wat er nog niet in zit" not in after


def test_hand_outs_are_not_to_be_had_once_they_agree_no_longer(holder: Holder) -> None:
    send(holder, "/consent", {**seen(holder), "consent": "agreed"})
    send(holder, "/pack", DUTCH)
    make_all(holder)
    file = f"{holder.address}/pack/{packs(holder)[0].id}"
    agreed = holder.browser.client.get(file).status_code

    send(holder, "/consent", {**seen(holder), "consent": "adapt"})

    assert (agreed, holder.browser.client.get(file).status_code) == (200, 404)
    assert file not in holder.browser.page(f"{holder.address}/pack").links()


def test_no_more_wait_than_may(holder: Holder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(order_pack, "MOST_WAITING", 1)
    send(holder, "/pack", DUTCH)

    send(holder, "/pack", {"language": "en"})

    assert len(packs(holder)) == 1
    assert "Er wachten te veel stukken" in holder.browser.page("/").text


def test_a_story_that_is_known_is_not_made(holder: Holder) -> None:
    told = holder.held().plan.story
    assert told is not None
    holder.browser.post(f"/scans/{holder.scan}/known-cases", {f"case-{told.scenario}": "yes"})

    send(holder, "/pack", DUTCH)

    assert packs(holder) == ()


def test_what_the_scan_says_counts_along(holder: Holder) -> None:
    send(holder, "/pack", DUTCH)
    answer = {
        "gov.policy_adopted-value": "none",
        "gov.policy_adopted-version": "1",
        "gov.policy_adopted-request_id": "one-request",
    }
    holder.browser.post(f"/scans/{holder.scan}/items/gov.policy_adopted", answer)

    make_all(holder)

    assert [one.reason for one in packs(holder)] == ["changed"]


def test_a_pack_without_a_scan_is_made_too(site: Site) -> None:
    holder = of_a_name(site, None)
    send(holder, "/pack", {"language": "en"})

    make_all(holder)

    assert [one.what.day for one in packs(holder)] == [NOON.date()]
    assert [one.stage for one in packs(holder)] == [Stage.READY]


def test_another_language_than_there_is_cannot_be_asked(holder: Holder) -> None:
    assert send(holder, "/pack", {"language": "fr"}).status_code == 400


def test_nobody_else_takes_a_pack_along(holder: Holder) -> None:
    """Nor by the page of a document, nor beside another workshop."""
    send(holder, "/pack", DUTCH)
    make_all(holder)
    name = packs(holder)[0].id
    other = a_person(holder.site, email="bo@elders.example").signed_in()
    own = other.post("/workshops", {"name": "Elders"}).location

    tried = [
        other.client.get(f"{holder.address}/pack/{name}"),
        other.client.get(f"{own}/pack/{name}"),
        other.client.get(f"/documents/{name}"),
        other.client.get(f"/documents/{name}/file"),
    ]

    assert [one.status_code for one in tried] == [404, 404, 404, 404]


def test_what_the_scan_says_cannot_be_taken_along_once_it_is_shared_no_longer(
    holder: Holder,
) -> None:
    """T4."""
    send(holder, "/pack", DUTCH)
    make_all(holder)
    (before,) = packs(holder)
    holder.is_now(Role.READER)

    refused = holder.browser.client.get(f"{holder.address}/pack/{before.id}")
    page = holder.browser.page(f"{holder.address}/pack")

    assert refused.status_code == 404
    assert not any(before.id in one for one in page.links())


def test_a_pack_without_that_scan_is_made_and_taken_along(holder: Holder) -> None:
    holder.is_now(Role.READER)
    send(holder, "/pack", DUTCH)
    make_all(holder)

    file = holder.browser.client.get(f"{holder.address}/pack/{packs(holder)[0].id}")

    assert file.data.startswith(b"PK nl 2026-01-14 read_first")


def test_a_pack_goes_with_its_workshop(holder: Holder) -> None:
    send(holder, "/pack", DUTCH)
    send(holder, "/remove", {"sure": "yes"})

    make_all(holder)

    assert packs(holder) == ()
