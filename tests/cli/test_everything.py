"""Everything of a municipality goes along on the command line, and what is old goes (T103, T100)."""

from pathlib import Path

import pytest

from toolkit.cli.main import run
from toolkit.paths import EXAMPLE

DUTCH = {"LANG": "nl_NL.UTF-8"}
Captured = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch


@pytest.fixture
def taken(tmp_path: Path, monkeypatch: Patch) -> Path:
    """Everything of a municipality with one scan, as a file."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KRS_DATA", str(tmp_path / "here"))
    assert run(["import", str(EXAMPLE)], DUTCH) == 0
    assert run(["export", "--all", "voorbeeldstad", "-o", "alles.zip"], DUTCH) == 0
    return tmp_path / "alles.zip"


def test_everything_goes_into_an_empty_installation(
    taken: Path, monkeypatch: Patch, capsys: Captured
) -> None:
    """T103."""
    monkeypatch.setenv("KRS_DATA", str(taken.parent / "there"))

    code = run(["import", str(taken)], DUTCH)
    said = capsys.readouterr().out
    run(["export"], DUTCH)

    assert code == 0
    assert "Scans: 1" in said
    assert "Voorbeeldstad" in capsys.readouterr().out


def test_where_scans_are_nothing_is_taken_in(taken: Path, capsys: Captured) -> None:
    code = run(["import", str(taken)], DUTCH)

    assert code == 1
    assert "KRS_DATA" in capsys.readouterr().err


def test_what_is_no_such_file_says_so(taken: Path, monkeypatch: Patch, capsys: Captured) -> None:
    monkeypatch.setenv("KRS_DATA", str(taken.parent / "there"))
    taken.write_bytes(taken.read_bytes()[:500])

    code = run(["import", str(taken)], DUTCH)

    assert code == 1
    assert "alles.zip" in capsys.readouterr().err


@pytest.mark.usefixtures("taken")
def test_a_municipality_that_is_not_there_is_named(capsys: Captured) -> None:
    code = run(["export", "--all", "Nergens"], DUTCH)

    assert code == 1
    assert "Nergens" in capsys.readouterr().err


@pytest.mark.usefixtures("taken")
@pytest.mark.parametrize(
    ("typed", "said"), [(["tidy"], "weggegaan"), (["tidy", "--dry-run"], "zou")]
)
def test_what_is_old_goes_or_would_go(typed: list[str], said: str, capsys: Captured) -> None:
    """T100."""
    code = run(typed, DUTCH)

    assert code == 0
    assert said in capsys.readouterr().out
