"""Remarks: which places there are, over which version they are written, and until when."""

from dataclasses import replace

import pytest

from tests.storage.kept import NOON, SHELF, Kept
from toolkit.domain.access import NotAllowed, NotNow, Role
from toolkit.domain.scan import Remark, Remarks
from toolkit.services.open_scan import as_scan, open_scan
from toolkit.services.remark import RemarkChanged, Remarked, open_remarks, write_remark
from toolkit.storage import assessments
from toolkit.storage.assessments import NotFound
from toolkit.storage.surroundings import FOREWORD, REPLY, KeptRemark

WORDS = Remark("Wij zijn hier trots op.", "wethouder jeugd")


def write(kept: Kept, place: str = FOREWORD, said: Remark = WORDS, seen: int = 0) -> None:
    with kept.database.writing() as connection:
        written = (place, KeptRemark(said, seen))
        write_remark(kept.actor, connection, SHELF, kept.scan, written, at=NOON)


def remarked(kept: Kept) -> Remarked:
    with kept.database.reading() as connection:
        return open_remarks(kept.actor, connection, SHELF, kept.scan)


def printed(kept: Kept) -> Remarks:
    with kept.database.reading() as connection:
        scan = open_scan(kept.actor, connection, SHELF, kept.scan)
        return as_scan(connection, scan).remarks


def test_there_is_a_place_before_after_and_for_each_theme(kept: Kept) -> None:
    known = remarked(kept)

    places = list(known.places)

    assert places == [FOREWORD, *(theme.id for theme in known.scan.themes), REPLY]
    assert len(places) == 13


def test_a_remark_is_printed_with_the_function_of_its_writer(kept: Kept) -> None:
    write(kept)
    write(kept, "gov")

    assert printed(kept) == Remarks(WORDS, {"gov": WORDS}, None)


def test_an_empty_remark_takes_it_back(kept: Kept) -> None:
    write(kept)

    write(kept, said=Remark(""), seen=1)

    assert printed(kept) == Remarks()


def test_nobody_writes_over_a_remark_that_they_have_not_seen(kept: Kept) -> None:
    """T24."""
    write(kept)

    with pytest.raises(RemarkChanged) as caught:
        write(kept, said=Remark("Ik weet van niets."))

    assert caught.value.theirs == KeptRemark(WORDS, 1)


def test_the_same_remark_twice_is_one_version(kept: Kept) -> None:
    """T97."""
    write(kept)

    write(kept)

    assert remarked(kept).place(FOREWORD).kept.version == 1


@pytest.mark.parametrize("place", ["nowhere", "gov.policy_adopted", ""])
def test_there_is_no_other_place_for_a_remark(kept: Kept, place: str) -> None:
    """R9."""
    with pytest.raises(NotFound):
        write(kept, place)


def test_a_final_scan_takes_no_remarks(kept: Kept) -> None:
    """R10."""
    with kept.database.writing() as connection:
        assessments.set_state(connection, kept.scan, "final")

    with pytest.raises(NotNow):
        write(kept)


def test_a_contributor_writes_no_remark(kept: Kept) -> None:
    """R26."""
    roles = dict.fromkeys(kept.actor.municipalities, Role.CONTRIBUTOR)

    with pytest.raises(NotAllowed):
        write(replace(kept, actor=replace(kept.actor, roles=roles)))
