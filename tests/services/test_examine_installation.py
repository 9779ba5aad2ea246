"""A machine is examined part by part."""

from pathlib import Path

from tests.catalogue.corpus import a_copy, broken
from toolkit.documents.pdf import RenderingProblem
from toolkit.services.examine_installation import (
    LEAST_ROOM,
    Finding,
    Lack,
    Part,
    examine_installation,
)


def test_a_machine_that_has_everything_lacks_nothing(tmp_path: Path) -> None:
    findings = examine_installation(tmp_path, room=lambda _: LEAST_ROOM)

    assert [finding.part for finding in findings] == list(Part)
    assert [finding.problem for finding in findings] == [None] * 4
    assert findings[2:] == (
        Finding(Part.DISK, None, "200"),
        Finding(Part.QUESTIONNAIRES, None, "5"),
    )


def test_a_machine_without_pango_cannot_make_pdf(tmp_path: Path) -> None:
    findings = examine_installation(tmp_path, pdf=lambda: RenderingProblem.NO_PANGO)

    assert findings[0] == Finding(Part.PDF, RenderingProblem.NO_PANGO)


def test_damaged_fonts_are_named(tmp_path: Path) -> None:
    findings = examine_installation(tmp_path, fonts=lambda: ("a.ttf", "b.ttf"))

    assert findings[1] == Finding(Part.FONTS, Lack.FILES_DAMAGED, "a.ttf, b.ttf")


def test_the_room_that_counts_is_where_documents_are_written(tmp_path: Path) -> None:
    room = {tmp_path: LEAST_ROOM - 1}

    findings = examine_installation(tmp_path, room=lambda folder: room[folder])

    assert findings[2] == Finding(Part.DISK, Lack.NO_ROOM, "199")


def test_a_questionnaire_with_errors_is_a_lack(tmp_path: Path) -> None:
    copy = a_copy(tmp_path)
    copy.write(broken()["weight-zero"])

    findings = examine_installation(tmp_path, questionnaires=copy.place)

    assert findings[3].problem is Lack.CONTENT_WRONG
