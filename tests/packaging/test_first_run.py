"""The two commands of the README work in a fresh clone."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.house.source import ROOT

pytestmark = pytest.mark.long
HELP = "Gebruik: kinderrechtenscan"


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("een map met spaties") / "kinderrechtenscan"
    subprocess.run(("git", "clone", "-q", str(ROOT), str(place)), check=True)
    return place


def run(clone: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        (str(clone / "run"), *arguments),
        cwd=clone,
        env={**os.environ, "LC_ALL": "nl_NL.UTF-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )


def test_the_first_run_sets_up_and_the_next_one_is_silent(clone: Path, tmp_path: Path) -> None:
    link = tmp_path / "start"
    link.symlink_to(clone / "run")

    first = run(clone, "--help")
    second = subprocess.run(
        (str(link), "--help", "--lang", "nl"),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )

    assert "Omgeving maken" in first.stderr
    assert first.stdout.startswith(HELP)
    assert (second.stdout, second.stderr) == (first.stdout, "")


def test_set_up_that_was_cut_short_is_done_again(clone: Path) -> None:
    run(clone, "--help")
    (clone / ".venv" / "made-by").unlink()
    (clone / ".venv" / "ready-run").unlink()
    (clone / ".venv" / "bin" / "python").unlink()

    again = run(clone, "--help")

    assert "alleen de eerste keer" in again.stderr
    assert again.stdout.startswith(HELP)


def test_two_first_runs_at_once_do_not_collide(clone: Path) -> None:
    run(clone, "--help")
    (clone / ".venv" / "ready-run").unlink()
    command = (str(clone / "run"), "--help")

    together = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    answers = [one.communicate()[0] for one in together]

    assert [one.returncode for one in together] == [0, 0]
    assert answers[0] == answers[1]
