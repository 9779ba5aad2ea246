"""Tables of a scan for Excel and agendas, and answers that come back, as somebody types them."""

import io
from pathlib import Path

import openpyxl
import pytest

from tests.storage.kept import ITEM, NOON, SHELF, Kept, a_database, kept_in
from toolkit.cli.main import run
from toolkit.domain.access import Role
from toolkit.domain.scan import PlannedAction
from toolkit.services.plan_action import add_action
from toolkit.storage import accounts

DUTCH = {"LANG": "nl_NL.UTF-8"}
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    """Return a scan with an action and an answer, in the data that the commands use."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("KRS_DATA", str(folder))
    monkeypatch.chdir(tmp_path)
    found = kept_in(a_database(folder))
    action = PlannedAction("=1+1", due=NOON.date(), status="decided")
    (place,) = found.actor.roles
    with found.database.writing() as connection:
        accounts.join(connection, found.actor.account, place, Role.COORDINATOR, at=NOON)
        add_action(found.actor, connection, SHELF, found.scan, action, at=NOON)
    found.save("kept")
    return found


def typed(*words: str) -> int:
    return run(list(words), DUTCH)


def test_the_plan_goes_out_for_excel_as_csv_and_as_days(kept: Kept, tmp_path: Path) -> None:
    """T36."""
    codes = [typed("table", kept.scan, "-o", f"plan.{end}") for end in ("xlsx", "csv", "ics")]

    book = openpyxl.load_workbook(tmp_path / "plan.xlsx")
    days = (tmp_path / "plan.ics").read_text("utf-8")
    assert codes == [0, 0, 0]
    assert (book.worksheets[0]["A2"].value, book.worksheets[0]["A2"].data_type) == ("=1+1", "s")
    assert b'"\'=1+1";' in (tmp_path / "plan.csv").read_bytes()
    assert ("DTSTART;VALUE=DATE:20261120" in days, "=1+1" in days) == (True, False)


def test_the_days_have_the_same_names_again(kept: Kept, tmp_path: Path) -> None:
    first = [typed("table", kept.scan, "-o", name) for name in ("a.ics", "b.ics")]

    assert first == [0, 0]
    assert (tmp_path / "a.ics").read_bytes() == (tmp_path / "b.ics").read_bytes()


def test_scores_wait_until_nobody_is_answering_any_more(kept: Kept, capsys: Captured) -> None:
    code = typed("table", kept.scan, "--what", "scores", "-o", "x.xlsx")

    assert code == 1
    assert "Er wordt nog geantwoord." in capsys.readouterr().err


def test_answers_go_out_are_filled_in_shown_and_kept_when_told(
    kept: Kept, tmp_path: Path, capsys: Captured
) -> None:
    file = tmp_path / "answers.xlsx"
    typed("table", kept.scan, "--what", "answers", "-o", str(file))
    book = openpyxl.load_workbook(file)
    place = next(row for row in book["2 Bestuur en beleid"].iter_rows() if row[5].value == ITEM)
    place[3].value = "uit Excel"
    book.save(file)

    codes = [
        typed("fill-in", kept.scan, str(file)),
        typed("fill-in", kept.scan, str(file), "--apply"),
    ]

    assert codes == [0, 0]
    assert "Er is niets veranderd." in capsys.readouterr().out
    assert kept.notes() == ("uit Excel", "kept")


def test_a_workbook_with_a_wrong_cell_changes_nothing(
    kept: Kept, tmp_path: Path, capsys: Captured
) -> None:
    file = tmp_path / "answers.xlsx"
    typed("table", kept.scan, "--what", "answers", "-o", str(file))
    book = openpyxl.load_workbook(file)
    book["2 Bestuur en beleid"]["B2"].value = "misschien"
    target = io.BytesIO()
    book.save(target)
    file.write_bytes(target.getvalue())

    code = typed("fill-in", kept.scan, str(file), "--apply")

    assert code == 1
    assert "cel B2: ‘misschien’ is geen antwoord" in capsys.readouterr().err
    assert kept.notes() == ("kept",)


@pytest.mark.parametrize("data", [b"", b"geen werkmap"])
def test_what_is_no_workbook_is_refused_in_one_sentence(
    kept: Kept, tmp_path: Path, capsys: Captured, data: bytes
) -> None:
    (tmp_path / "x.xlsx").write_bytes(data)

    assert typed("fill-in", kept.scan, "x.xlsx") == 1
    assert "Dit is geen werkmap" in capsys.readouterr().err
