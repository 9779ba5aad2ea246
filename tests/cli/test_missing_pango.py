"""On a machine without Pango the commands say so, once and without a trace.

The loader of the system meets an empty file where the library should be, in a process of its own.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from toolkit.paths import EXAMPLE

SENTENCE = "De bibliotheek Pango ontbreekt, dus er kan geen PDF worden gemaakt. Installeer die"
LIBRARIES = ("libpango-1.0.so.0", "libpango-1.0.so")


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """Make a folder in which the loader finds a Pango that is none."""
    for name in LIBRARIES:
        (tmp_path / name).touch()
    return tmp_path


def typed(bare: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        (sys.executable, "-m", "toolkit", *arguments),
        env={**os.environ, "LD_LIBRARY_PATH": str(bare), "LC_ALL": "nl_NL.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_doctor_says_what_to_install(bare: Path) -> None:
    done = typed(bare, "doctor")

    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.count(SENTENCE) == 1
    assert "-----" not in done.stdout


@pytest.mark.slow
def test_a_report_ends_with_one_sentence(bare: Path) -> None:
    out = bare / "rapport.pdf"

    done = typed(bare, "report", str(EXAMPLE), "-o", str(out))

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(SENTENCE)
    assert done.stderr.count("\n") == 1
    assert not out.exists()


@pytest.mark.slow
def test_a_score_needs_no_pango(bare: Path) -> None:
    done = typed(bare, "score", str(EXAMPLE))

    assert (done.returncode, done.stderr) == (0, "")
