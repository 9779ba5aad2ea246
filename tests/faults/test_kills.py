"""What was acknowledged is there after kill -9, and nothing is there by half (T80, M9)."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.saver import ITEMS, hashed, ledger
from tests.house.source import ROOT
from tests.storage.kept import INSTRUMENT, a_database
from toolkit.services.verify import verify
from toolkit.storage import answers


def notes(folder: Path) -> set[tuple[str, str]]:
    """Return every note that was ever kept, as the ledger says it."""
    scan = (folder / "scan").read_text("utf-8")
    with closing(a_database(folder)) as database, database.reading() as connection:
        return {
            (item, hashed(step.after.note))
            for item in ITEMS
            for step in answers.history(connection, scan, INSTRUMENT.questions[item])
        }


@pytest.mark.parametrize(
    ("rounds", "least"),
    [
        pytest.param(10, 100, marks=pytest.mark.slow, id="10 rounds"),
        pytest.param(200, 20_000, marks=pytest.mark.long, id="200 rounds, 20,000 saves"),
    ],
)
def test_no_acknowledged_answer_is_lost(rounds: int, least: int, tmp_path: Path) -> None:
    typed = (sys.executable, "-m", "tests.faults.saver", tmp_path, str(rounds), str(least))

    subprocess.run(typed, cwd=ROOT, check=True)

    acknowledged = list(ledger(tmp_path))
    assert len(acknowledged) >= least
    assert set(acknowledged) - notes(tmp_path) == set()
    with closing(a_database(tmp_path)) as database:
        assert verify(database).faults == ()
