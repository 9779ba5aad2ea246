"""The command that makes documents in a process of its own."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.worker.queues import Town, a_database, a_town
from toolkit.storage.documents import Stage

TYPED = (sys.executable, "-m", "toolkit", "worker", "--lang", "nl")
SECONDS = 120
OVER = (Stage.READY, Stage.FAILED)


def told_to_stop_when_done(town: Town, folder: Path) -> tuple[int, str]:
    """Return how the command ended, and what it said, told to stop when nothing waits any more."""
    environ = {**os.environ, "KRS_DATA": str(folder)}
    ends = time.monotonic() + SECONDS
    with subprocess.Popen(TYPED, env=environ, stdout=subprocess.PIPE, text=True) as process:
        while time.monotonic() < ends and any(row.stage not in OVER for row in town.documents):
            time.sleep(0.2)
        process.send_signal(signal.SIGTERM)
        said, _ = process.communicate()
    return process.returncode, said


@pytest.mark.slow
def test_it_takes_up_what_waits_and_stops_when_it_is_told_to(tmp_path: Path) -> None:
    """T46: also a document that was asked for while nothing was running."""
    tmp_path.chmod(0o700)
    database = a_database(tmp_path)
    town = a_town(database)
    town.put("inputs of another day")

    code, said = told_to_stop_when_done(town, tmp_path)

    stages = [row.stage for row in town.documents]
    database.close()
    assert code == 0
    assert "Er worden stukken gemaakt. Stoppen: Ctrl+C" in said
    assert "Wat niet af was, wordt bij de volgende start gemaakt." in said
    assert stages == [Stage.FAILED]
