"""A file and its row are one: after kill -9 both are there, or neither (T57)."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.file_keeper import ledger
from tests.house.source import ROOT
from tests.storage.kept import a_database
from toolkit.services.verify import verify
from toolkit.storage import inventory


@pytest.mark.slow
def test_no_file_is_there_by_half(tmp_path: Path) -> None:
    typed = (sys.executable, "-m", "tests.faults.file_keeper", tmp_path)

    subprocess.run(typed, cwd=ROOT, check=True)

    acknowledged = ledger(tmp_path)
    with closing(a_database(tmp_path)) as database, database.reading() as connection:
        kept = inventory.hashes_of_files(connection)
        found = verify(database)
    assert len(acknowledged) >= 20
    assert acknowledged - kept == set()
    assert found.faults == ()
