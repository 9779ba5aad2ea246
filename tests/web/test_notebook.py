"""The notebook of a workshop: of whoever holds it, and in nothing that leaves the program."""

from __future__ import annotations

import io
import zipfile

import pytest
from sqlalchemy import select

from tests.web.builders import NOON, Site
from tests.web.held import Holder, of_a_scan, seen, send
from tests.web.test_workshop_pack import DUTCH, make_all
from toolkit.documents.workshop_html import paper_html
from toolkit.documents.workshop_pack import PAPERS
from toolkit.services.open_workshop import open_workshop
from toolkit.services.order_pack import OUTCOME, inputs, papers_of
from toolkit.services.take_everything import take_everything
from toolkit.storage import workshop_room
from toolkit.storage.documents import What
from toolkit.storage.tables import audit

CANARY = "kanarie in het notitieboek"
NOTE = {"text-general": CANARY, "version-general": "0"}


@pytest.fixture
def holder(site: Site) -> Holder:
    """A workshop about the example."""
    return of_a_scan(site, "in_review")


def kept(holder: Holder) -> dict[str, str]:
    with holder.site.parts.database.reading() as connection:
        notes = workshop_room.notes_of(connection, holder.workshop)
    return {place: words.text for place, words in notes.items()}


def test_a_note_is_kept_for_the_day_and_for_each_phase(holder: Holder) -> None:
    send(holder, "/notebook", {**NOTE, "text-signal": "Vraag door.", "version-signal": "0"})

    page = holder.browser.page(f"{holder.address}/notebook")

    assert kept(holder) == {"general": CANARY, "signal": "Vraag door."}
    assert CANARY in page.text
    assert "Vraag door." in page.text


def test_what_was_written_in_another_window_stands_beside_it(holder: Holder) -> None:
    """Stale is 409; nothing is lost, and saving again replaces it."""
    send(holder, "/notebook", NOTE)

    stale = send(holder, "/notebook", {"text-general": "Van mij.", "version-general": "0"})
    again = send(holder, "/notebook", {"text-general": "Van mij.", "version-general": "1"})

    assert stale.status_code == 409
    assert CANARY in stale.text
    assert "Van mij." in stale.text
    assert again.status_code == 303
    assert kept(holder) == {"general": "Van mij."}


def test_a_text_that_points_at_somebody_is_looked_at_first(holder: Holder) -> None:
    sent = {"text-general": "Bel 06-12345678.", "version-general": "0"}

    answer = send(holder, "/notebook", sent)

    assert answer.status_code == 422
    assert "lijkt op een telefoonnummer" in answer.text
    assert kept(holder) == {}


def test_a_text_that_is_too_long_stays_in_its_field(holder: Holder) -> None:
    sent = {"text-general": "a" * 10_001, "version-general": "0"}

    answer = send(holder, "/notebook", sent)

    assert answer.status_code == 422
    assert "a" * 10_001 in answer.text
    assert kept(holder) == {}


def test_what_stood_at_a_part_that_went_can_still_be_read(holder: Holder) -> None:
    with holder.site.parts.database.writing() as connection:
        workshop_room.put_note(connection, holder.workshop, "gone", CANARY, seen=0, at=NOON)

    text = holder.browser.page(f"{holder.address}/notebook").text

    assert "Bij een deel dat niet meer in het voorstel staat" in text
    assert CANARY in text


def test_the_notebook_has_no_place_that_nobody_made(holder: Holder) -> None:
    send(holder, "/notebook", {"text-nowhere": CANARY, "version-nowhere": "0"})

    assert kept(holder) == {}


def test_no_paper_holds_the_notebook(holder: Holder) -> None:
    """Nor does what papers are made from: a note asks for no new pack."""
    send(holder, "/consent", {**seen(holder), "consent": "agreed"})
    send(holder, "/notebook", NOTE)
    parts = holder.site.parts
    with parts.database.reading() as connection:
        held = open_workshop(holder.actor, connection, parts.shelf, parts.library, holder.workshop)
        workshop = papers_of(held, NOON.date())
        before = inputs(held, What(OUTCOME, "work", "nl", NOON.date()))
    said = [paper_html(paper, workshop, "nl") for paper in PAPERS]

    send(holder, "/notebook", {"text-general": "Anders.", "version-general": "1"})
    with parts.database.reading() as connection:
        held = open_workshop(holder.actor, connection, parts.shelf, parts.library, holder.workshop)
        after = inputs(held, What(OUTCOME, "work", "nl", NOON.date()))

    assert len(said) > 10
    assert [html for html in said if CANARY in html] == []
    assert before == after


def test_no_scan_file_table_or_page_of_the_scan_holds_the_notebook(holder: Holder) -> None:
    send(holder, "/notebook", NOTE)
    scan = f"/scans/{holder.scan}"

    sent = [
        holder.browser.post(f"{scan}/file").data,
        holder.browser.post(f"{scan}/table", {"what": "answers", "as": "csv"}).data,
        *(
            holder.browser.client.get(f"{scan}/{page}").data
            for page in ("", "report", "documents", "actions", "outcome")
        ),
        holder.browser.client.get("/").data,
        holder.browser.client.get("/workshops").data,
    ]

    assert [one for one in sent if CANARY.encode() in one] == []
    assert all(len(one) > 500 for one in sent)


def test_nothing_that_a_municipality_takes_along_holds_the_notebook(holder: Holder) -> None:
    send(holder, "/notebook", NOTE)
    parts, place, made = holder.site.parts, holder.actor.municipalities[0], io.BytesIO()
    with parts.database.reading() as connection:
        take_everything(holder.actor, connection, parts.shelf, place, made, at=NOON)

    with zipfile.ZipFile(made) as package:
        texts = [package.read(name) for name in package.namelist()]

    assert len(texts) > 2
    assert [one for one in texts if CANARY.encode() in one] == []


def test_no_log_holds_the_notebook(holder: Holder, capfd: pytest.CaptureFixture[str]) -> None:
    send(holder, "/notebook", NOTE)
    send(holder, "/pack", DUTCH)
    make_all(holder)

    with holder.site.parts.database.reading() as connection:
        lines = [tuple(row) for row in connection.execute(select(audit))]
    said = "".join(capfd.readouterr())

    assert len(lines) > 2
    assert CANARY not in repr(lines)
    assert CANARY not in said
