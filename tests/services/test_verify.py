"""Whatever is not whole is found (T86, T57)."""

from pathlib import Path

import pytest
from sqlalchemy import text

from tests.services.rounds import Rounds
from tests.storage.kept import Kept
from toolkit.catalogue import Shelf
from toolkit.services.verify import verify, verify_copy
from toolkit.storage import assessments
from toolkit.storage.soundness import Fault, Flaw

DOCUMENT = """
INSERT INTO documents (id, assessment_id, inputs, kind, form, language, format, embed, day, state,
    attempts, fence, asked, content, content_hash)
SELECT 'd', id, 'i', 'full', 'work', 'nl', 'pdf', 0, '2026-11-20', 'ready', 1, 1,
    '2026-11-20 12:00:00', x'00', 'not their hash' FROM assessments
"""
WRONG = {
    "an answer with another text": ("UPDATE answers SET note = 'other'", Flaw.ANSWERS),
    "an answer with another state": ("UPDATE answers SET state = 'open'", Flaw.ANSWERS),
    "an answer that cannot be read": ("UPDATE answers SET evidence = '{'", Flaw.ANSWERS),
    "an answer of another version": ("UPDATE answers SET version = 9", Flaw.ANSWERS),
    "an answer that is gone": ("DELETE FROM answers", Flaw.ANSWERS),
    "an answer without history": ("DELETE FROM answer_changes", Flaw.ANSWERS),
    "a document with other bytes": (DOCUMENT, Flaw.DOCUMENTS),
    "a trigger": ("CREATE VIEW mine AS SELECT 1", Flaw.TABLES),
    "a column more": ("ALTER TABLE answers ADD COLUMN mine TEXT", Flaw.TABLES),
}


def test_a_scan_with_history_is_whole(kept: Kept) -> None:
    kept.save("first")
    kept.save("second", seen=1)

    found = verify(kept.database)

    assert (found.faults, found.scans, found.made) == ((), 1, None)


@pytest.mark.parametrize(("statement", "flaw"), WRONG.values(), ids=WRONG.keys())
def test_what_does_not_agree_is_found(kept: Kept, statement: str, flaw: Flaw) -> None:
    kept.save("right")
    with kept.database.writing() as connection:
        connection.execute(text(statement))

    assert verify(kept.database).faults == (Fault(flaw, 1),)


def test_text_that_is_no_text_is_damage(kept: Kept) -> None:
    kept.save("right")
    with kept.database.writing() as connection:
        connection.execute(text("UPDATE answers SET note = CAST(x'ff' AS TEXT)"))

    assert verify(kept.database).faults == (Fault(Flaw.PAGES, 1),)


def test_a_row_that_points_at_nothing_is_found(kept: Kept) -> None:
    lost = "INSERT INTO memberships VALUES ('nobody', 'nowhere', 'reader', '2026-11-20', '')"
    raw = kept.database.engine.raw_connection()
    raw.driver_connection.execute("PRAGMA foreign_keys = OFF")  # type: ignore[union-attr]  # it is there
    raw.driver_connection.execute(lost)  # type: ignore[union-attr]  # it is there
    raw.close()

    assert verify(kept.database).faults == (Fault(Flaw.REFERENCES, 2),)


def test_a_final_scan_that_amounts_to_other_figures_is_named(rounds: Rounds) -> None:
    """T22."""
    other, scan = rounds.final(), rounds.final()
    with rounds.database.writing() as connection:
        assessments.set_state(connection, scan, "final", result={"overall": 100})

    found = verify(rounds.database, rounds.shelf)

    assert (found.faults, found.not_as_kept) == ((), (scan,))
    assert other != scan


def test_a_final_scan_whose_questionnaire_is_gone_is_named(rounds: Rounds) -> None:
    scan = rounds.final()

    found = verify(rounds.database, Shelf({}))

    assert found.not_as_kept == (scan,)


def test_looking_at_a_copy_leaves_it_as_it_is(copy: Path) -> None:
    before = copy.read_bytes(), copy.stat().st_mtime_ns

    found = verify_copy(copy)

    assert found.faults == ()
    assert (copy.read_bytes(), copy.stat().st_mtime_ns) == before
    assert sorted(file.name for file in copy.parent.iterdir()) == ["copy", "data"]
