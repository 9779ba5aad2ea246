"""Import and export, as somebody types them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete

from tests.documents.pdfs_with_scans import working_version
from tests.documents.uploads import pdf
from tests.storage.kept import NOON, a_database
from toolkit.cli.main import run
from toolkit.paths import EXAMPLE
from toolkit.services.sign_in import first_account
from toolkit.storage import accounts
from toolkit.storage.database import Database
from toolkit.storage.in_use import alone
from toolkit.storage.tables import memberships

DUTCH = {"LANG": "nl_NL.UTF-8"}
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """Return the data that the commands use; there is nothing in it yet."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("KRS_DATA", str(folder))
    monkeypatch.chdir(tmp_path)
    made = a_database(folder)
    yield made
    made.close()


def came_and_went(file: Path, capsys: Captured) -> str:
    """Read a file in; return the scan file that comes out."""
    assert run(["import", str(file)], DUTCH) == 0
    scan = capsys.readouterr().out.rpartition(": ")[2].strip()
    assert run(["export", scan, "-o", "out.yaml"], DUTCH) == 0
    return Path("out.yaml").read_text("utf-8")


@pytest.mark.usefixtures("database")
def test_a_report_that_carries_its_scan_gives_the_same_scan(
    tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "report.pdf").write_bytes(working_version())

    first = came_and_went(EXAMPLE, capsys)
    second = came_and_went(tmp_path / "report.pdf", capsys)

    assert first == second


def test_a_pdf_without_a_scan_is_refused_in_one_sentence(
    database: Database, tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "brief.pdf").write_bytes(pdf())

    code = run(["import", "brief.pdf"], DUTCH)

    with database.reading() as connection:
        assert accounts.count(connection) == 0
    assert code == 1
    assert "brief.pdf: Deze PDF komt niet uit dit programma" in capsys.readouterr().err


@pytest.mark.usefixtures("database")
def test_a_scan_goes_in_and_comes_out(tmp_path: Path, capsys: Captured) -> None:
    taken_in = run(["import", str(EXAMPLE)], DUTCH)
    scan = capsys.readouterr().out.rpartition(": ")[2].strip()

    written = run(["export", scan, "-o", "out.yaml"], DUTCH)

    assert (taken_in, written) == (0, 0)
    assert "Voorbeeldstad" in (tmp_path / "out.yaml").read_text("utf-8")


def test_a_list_of_the_scans_writes_nothing(database: Database, capsys: Captured) -> None:
    code = run(["export"], DUTCH)

    with database.reading() as connection:
        assert accounts.count(connection) == 0
    assert code == 0
    assert "Er zijn nog geen scans" in capsys.readouterr().out


def test_an_account_without_a_municipality_of_its_own_is_told_so(
    database: Database, capsys: Captured
) -> None:
    with database.writing() as connection:
        first_account(connection, at=NOON)
        connection.execute(delete(memberships))

    code = run(["import", str(EXAMPLE)], DUTCH)

    assert code == 1
    assert "Het eerste account leidt hier geen eigen gemeente." in capsys.readouterr().err


@pytest.mark.parametrize("typed", [["import", "wrong.yaml"], ["export", "no-such-scan"]], ids=str)
def test_a_command_that_is_refused_lets_go_of_the_data(
    database: Database, tmp_path: Path, typed: list[str]
) -> None:
    database.close()
    (tmp_path / "wrong.yaml").write_text("answers: [", "utf-8")

    code = run(typed, DUTCH)

    with alone(tmp_path / "data"):
        assert code != 0
