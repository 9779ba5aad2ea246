"""From blanks and decisions to a dossier: what is asked, what is refused, what comes out."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from tests.services.desks import NOON, Desk
from tests.worker.queues import PDF, a_database, a_town
from toolkit.catalogue import library, shipped
from toolkit.documents.mdto import NAMESPACE
from toolkit.domain.access import Actor, NotAllowed, Role
from toolkit.domain.publication import Passage
from toolkit.domain.report import Form, Kind
from toolkit.domain.scan import PlannedAction, Remark
from toolkit.services.check_publication import Check, NotFoundThere
from toolkit.services.fill_blanks import BlanksChanged
from toolkit.services.finalise import finalise
from toolkit.services.make_dossier import SUMS
from toolkit.services.order_dossier import Missing, NotComplete
from toolkit.storage import accounts, surroundings

GAP = "Na 17.00 uur neemt niemand op."
ARCHIVE = {"case_number": "Z-2026-12", "appraisal": "B", "retention_category": "1.1"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A final scan with a sentence that somebody could misuse, and an action for young people."""
    database = a_database(tmp_path)
    with database.writing() as connection:
        account = accounts.add(connection, operator=False, at=NOON)
    desk = Desk(a_town(database), account)
    scan, town = desk.town.assessment, desk.town
    action = PlannedAction("Een kaart maken", "jeugd", date(2027, 3, 1), "decided")
    with database.writing() as connection:
        reply = Remark(f"Wij gaan aan de slag. {GAP}", "college")
        surroundings.put_remark(connection, scan, "reply", reply, seen=0, account=None, at=NOON)
        surroundings.add_action(connection, scan, action, at=NOON)
        finalise(desk.leader, connection, shipped(), library(), scan, day=NOON.date(), at=NOON)
    assert town.frame.state == "final"
    yield desk
    database.close()


def all_of(check: Check, *, stays: bool) -> dict[Passage, bool]:
    return dict.fromkeys((one.passage for one in check.findings), stays)


def texts_in(xml: bytes, name: str) -> list[str]:
    return [one.text or "" for one in ET.fromstring(xml).iter(f"{{{NAMESPACE}}}{name}")]  # noqa: S314


def test_a_blank_goes_into_every_document_that_has_it_and_no_other(desk: Desk) -> None:
    before = {kind: desk.inputs(kind, Form.PUBLICATION) for kind in (Kind.COUNCIL, Kind.FULL)}

    desk.fill({"progress_on": "2027-05-01"})

    assert desk.inputs(Kind.COUNCIL, Form.PUBLICATION) != before[Kind.COUNCIL]
    assert desk.inputs(Kind.FULL, Form.PUBLICATION) == before[Kind.FULL]


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.READER, Role.ADVISOR])
def test_only_who_leads_fills_in_and_decides(desk: Desk, role: Role) -> None:
    """T1."""
    somebody = Actor("", {desk.town.municipality: role})

    with pytest.raises(NotAllowed):
        desk.fill({"case_number": "Z"}, somebody)
    with pytest.raises(NotAllowed):
        desk.check(somebody)
    with pytest.raises(NotAllowed):
        desk.dossier(somebody)


def test_who_saw_something_older_writes_over_nothing(desk: Desk) -> None:
    """T24."""
    desk.fill({"case_number": "theirs"})

    with pytest.raises(BlanksChanged) as caught:
        desk.fill({"case_number": "mine"}, seen=7)

    assert caught.value.theirs.texts["case_number"] == "theirs"


def test_what_is_decided_holds_until_the_text_changes(desk: Desk) -> None:
    desk.fill({"local_help": "Bel Fatima"})
    decided = desk.decide(all_of(desk.check(), stays=True))

    desk.fill({"local_help": "Bel Fatima of Sara"})

    assert decided.open == ()
    assert [one.passage.place for one in desk.check().open] == ["blanks.local_help"]


def test_nothing_is_decided_about_what_is_not_there(desk: Desk) -> None:
    with pytest.raises(NotFoundThere):
        desk.decide({Passage("remarks.reply", "0" * 64): False})


def test_leaving_out_makes_publications_anew_and_leaves_the_working_version(desk: Desk) -> None:
    before = {form: desk.inputs(Kind.FULL, form) for form in Form}

    desk.decide(all_of(desk.check(), stays=False))

    assert desk.inputs(Kind.FULL, Form.PUBLICATION) != before[Form.PUBLICATION]
    assert desk.inputs(Kind.FULL, Form.WORK) == before[Form.WORK]


def test_a_dossier_waits_for_the_decision_the_check_and_the_archive(desk: Desk) -> None:
    with pytest.raises(NotComplete) as caught:
        desk.dossier()

    missing = caught.value.missing
    assert missing == Missing(
        adoption=True,
        undecided=len(desk.check().findings),
        blanks=("case_number", "appraisal", "retention_category"),
    )
    assert missing.undecided > 1


def test_what_is_kept_for_a_term_needs_the_number_of_years(desk: Desk) -> None:
    desk.fill({**ARCHIVE, "appraisal": "V"})

    with pytest.raises(NotComplete) as caught:
        desk.dossier()

    assert caught.value.missing.blanks == ("retention_years",)


def complete(desk: Desk) -> None:
    desk.adopt()
    desk.fill(ARCHIVE)
    desk.decide(all_of(desk.check(), stays=False))


def test_a_dossier_holds_every_publication_with_what_the_archive_wants_to_know(desk: Desk) -> None:
    complete(desk)

    files = desk.made()

    kinds = sorted(re.sub(r"-voorbeeldstad-.*-publicatie", "", name) for name in files)
    assert [name for name in kinds if "mdto" not in name] == [
        "adviesrapport.pdf",
        "besluitblad.pdf",
        "collegevoorstel.docx",
        "raadsinformatiebrief.docx",
        "samenvatting.html",
        "samenvatting.pdf",
        SUMS,
        "terug-naar-jongeren.html",
        "terug-naar-jongeren.pdf",
    ]
    assert sum(name.endswith(".bestand.mdto.xml") for name in files) == 8
    assert sum("besluitblad" in name for name in files) == 3
    assert files[next(name for name in files if name.endswith("publicatie.pdf"))].startswith(PDF)


def test_nothing_that_is_left_out_is_in_any_file_of_a_dossier(desk: Desk) -> None:
    """T2: and nothing that members wrote for themselves, in Word and on a page neither."""
    complete(desk)

    files = desk.made()

    texts = [content for name, content in files.items() if not name.endswith((".pdf", ".docx"))]
    for_word = [
        ZipFile(io.BytesIO(content)).read("word/document.xml")
        for name, content in files.items()
        if name.endswith(".docx")
    ]
    assert len(for_word) == 2
    assert [one for one in (*texts, *for_word) if b"neemt niemand op" in one] == []


def test_the_proposal_in_a_dossier_has_no_answers_for_journalists(desk: Desk) -> None:
    complete(desk)

    proposal = next(
        content
        for name, content in desk.made().items()
        if name.startswith("collegevoorstel") and name.endswith("docx")
    )

    text = ZipFile(io.BytesIO(proposal)).read("word/document.xml").decode()
    assert "Als u hierover vragen krijgt" not in text
    assert "Collegevoorstel" in text


def test_the_records_say_case_category_and_term_and_point_at_each_other(desk: Desk) -> None:
    complete(desk)
    desk.fill({"appraisal": "V", "retention_years": "10"})

    files = desk.made()

    whole = next(xml for name, xml in files.items() if name.startswith("dossier"))
    parts = [name for name in files if name.endswith("publicatie.mdto.xml")]
    assert texts_in(whole, "identificatieKenmerk")[:2] == [desk.town.assessment, "Z-2026-12"]
    assert texts_in(whole, "termijnLooptijd") == ["P10Y"]
    assert "1.1" in texts_in(whole, "begripCode")
    assert len(texts_in(whole, "bevatOnderdeel")) == len(parts) - 1
    assert texts_in(whole, "verwijzingNaam")[-2] == "Gemeente Voorbeeldstad"


def test_the_same_scan_gives_the_same_dossier(desk: Desk) -> None:
    complete(desk)

    first, second = desk.made(), desk.made()

    assert first == second


def test_the_sums_are_those_of_the_files(desk: Desk) -> None:
    complete(desk)

    files = desk.made()

    lines = files[SUMS].decode().splitlines()
    told = [line.split("  ", 1)[1] for line in lines]
    assert told == [name for name in files if name != SUMS]
    assert texts_in(
        next(xml for name, xml in files.items() if name.endswith("html.bestand.mdto.xml")),
        "checksumWaarde",
    )[0] in {line.split("  ", 1)[0] for line in lines}


def test_a_dossier_that_was_asked_for_before_something_changed_says_so(desk: Desk) -> None:
    complete(desk)
    asked = desk.dossier()
    desk.fill({"next_round": "2028"})

    made = desk.attempt(asked)

    assert not made
    found = next(one for one in desk.town.documents if one.id == asked)
    assert found.reason == "changed"
