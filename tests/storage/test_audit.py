"""The log tells who did what; whoever changes it afterwards is found out."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, text, update

from tests.storage.kept import NOON, Kept
from toolkit.domain.happening import About, Happening
from toolkit.services.verify import verify
from toolkit.storage import audit
from toolkit.storage.soundness import Fault, Flaw
from toolkit.storage.tables import audit as lines

TAMPERED = {
    "another account": ("UPDATE audit SET account = 9 WHERE number = 2", 2),
    "another deed": ("UPDATE audit SET what = 'adopted' WHERE number = 2", 2),
    "another object": ("UPDATE audit SET object = 'x' WHERE number = 3", 3),
    "another municipality": ("UPDATE audit SET municipality = 'x' WHERE number = 1", 1),
    "another result": ("UPDATE audit SET result = 'refused' WHERE number = 1", 1),
    "another moment": ("UPDATE audit SET at = '2026-11-20 12:00:01.000000' WHERE number = 3", 3),
    "another hash": ("UPDATE audit SET chain = 'x' WHERE number = 2", 2),
    "one taken out": ("DELETE FROM audit WHERE number = 2", 2),
    "the first taken out": ("DELETE FROM audit WHERE number = 1", 1),
    "the last cut off": ("DELETE FROM audit WHERE number = 3", 3),
    "all cut off": ("DELETE FROM audit", 1),
    "two changed places": ("UPDATE audit SET number = number * 10 % 19", 1),
    "its end lost": ("DELETE FROM facts WHERE name = 'audit_last'", 4),
    "its end damaged": ("UPDATE facts SET value = 'x' WHERE name = 'audit_last'", 4),
}


def noted(kept: Kept) -> None:
    with kept.database.writing() as connection:
        for day in range(3):
            about = About.scan("a", "b")
            later = NOON + timedelta(days=day)
            audit.note(connection, None, Happening.EXPORTED, about, at=later)


def test_a_log_as_it_was_written_is_whole(kept: Kept) -> None:
    """R38: also one in which nothing stands yet."""
    before = verify(kept.database)

    noted(kept)

    assert (before.faults, verify(kept.database).faults) == ((), ())


@pytest.mark.parametrize(("statement", "line"), TAMPERED.values(), ids=TAMPERED.keys())
def test_a_log_that_was_changed_is_found(kept: Kept, statement: str, line: int) -> None:
    """R38, T74: changed, taken out, put elsewhere, cut off."""
    noted(kept)
    with kept.database.writing() as connection:
        connection.execute(text(statement))

    assert verify(kept.database).faults == (Fault(Flaw.LOG, line),)


def test_a_line_that_was_sealed_anew_is_found_at_the_next(kept: Kept) -> None:
    """R38, T74: who changes a line and knows how it is sealed would have to change all after it."""
    noted(kept)
    with kept.database.writing() as connection:
        first, second, _ = connection.execute(select(lines).order_by(lines.c.number)).mappings()
        forged = replace(audit._line(second), account=9)
        sealed = {"account": 9, "chain": audit._link(first["chain"], forged)}
        connection.execute(update(lines).where(lines.c.number == 2).values(**sealed))

    assert verify(kept.database).faults == (Fault(Flaw.LOG, 3),)


def test_the_oldest_lines_may_go_and_the_rest_stays_a_whole(kept: Kept) -> None:
    """R33, R38."""
    noted(kept)

    with kept.database.writing() as connection:
        gone = audit.forget_until(connection, NOON + timedelta(days=1))
        audit.note(connection, None, Happening.TIDIED, at=NOON)

    with kept.database.reading() as connection:
        left = [line.number for line in audit.of(connection, "b")]
    assert (gone, left, verify(kept.database).faults) == (1, [3, 2], ())
