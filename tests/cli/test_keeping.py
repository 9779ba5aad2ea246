"""Backup, restore, verify, migrate and user, as somebody types them."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text, update

from tests.services.keeping import a_copy_of
from tests.storage.kept import a_database, kept_in
from toolkit.cli.installed import parts_for
from toolkit.cli.main import run
from toolkit.cli.serve import copied
from toolkit.services.back_up import back_up
from toolkit.settings import Settings
from toolkit.storage.database import FILE, Database
from toolkit.storage.in_use import beside_others
from toolkit.storage.tables import assessments
from toolkit.wording import wording

DUTCH = {"LANG": "nl_NL.UTF-8"}
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a data folder with one scan in it, that the commands use."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("KRS_DATA", str(folder))
    monkeypatch.chdir(tmp_path)
    database = a_database(folder)
    kept_in(database).save("kept")
    database.close()
    return folder


def test_a_copy_is_made_looked_through_and_put_back(capsys: Captured) -> None:
    codes = [run(typed, DUTCH) for typed in (["backup", "c"], ["verify", "c"], ["restore", "c"])]

    said = capsys.readouterr()
    assert (codes, said.err) == ([0, 0, 0], "")
    assert "Scans erin: 1. Grootte: 1 MB." in said.out
    assert "Alles is heel. Scans: 1.\nLaatste reservekopie: " in said.out
    assert "De reservekopie is teruggezet. Scans erin: 1." in said.out
    assert "backups/replaced-1.sqlite3" in said.out


def test_a_final_scan_of_other_figures_than_it_keeps_is_named(data: Path, capsys: Captured) -> None:
    """T22."""
    database = Database.at(data / FILE)
    with database.writing() as connection:
        connection.execute(update(assessments).values(state="final", result={"overall": 100}))
        scan = connection.execute(select(assessments.c.id)).scalar_one()
    database.close()

    codes = [run(["verify"], DUTCH), run(["backup", "c"], DUTCH), run(["verify", "c"], DUTCH)]

    assert codes == [1, 0, 1]
    assert (
        capsys.readouterr().out.count(f"van de definitieve scan {scan} geven andere cijfers") == 2
    )


def test_without_a_name_a_copy_gets_that_of_the_moment(tmp_path: Path, capsys: Captured) -> None:
    code = run(["backup"], DUTCH)

    made = next(tmp_path.glob("kinderrechtenscan-*.sqlite3"))
    assert code == 0
    assert str(made) in capsys.readouterr().out


def test_a_copy_can_be_sent_on(
    tmp_path: Path, data: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    code = run(["backup", "-"], DUTCH)

    sent = capfdbinary.readouterr()
    (tmp_path / "sent").write_bytes(sent.out)
    assert code == 0
    assert sent.err.startswith(b"Scans erin: 1.")
    assert run(["verify", "sent"], DUTCH) == 0
    assert sorted(file.name for file in data.iterdir()) == ["in-use", FILE]


def test_a_link_is_an_address_of_this_installation(capsys: Captured) -> None:
    """R21, T15."""
    code = run(["user", "link"], DUTCH)

    said = capsys.readouterr().out
    assert code == 0
    assert "De link werkt één keer, 30 minuten lang:" in said
    assert "    http://127.0.0.1:8080/start/" in said


def test_data_that_is_up_to_date_needs_no_step(capsys: Captured) -> None:
    code = run(["migrate"], DUTCH)

    assert code == 0
    assert capsys.readouterr().out == "De gegevens waren al bijgewerkt.\n"


def test_damage_is_told_with_what_to_do(data: Path, capsys: Captured) -> None:
    """T86."""
    whole = (data / FILE).read_bytes()
    (data / FILE).write_bytes(whole[:16384] + b"x" * 4096 + whole[20480:])

    codes = [run(["verify"], DUTCH), run(["user", "link"], DUTCH)]

    said = capsys.readouterr()
    assert codes == [1, 1]
    assert "Plekken waar het bestand beschadigd is: " in said.out
    assert "Zet een reservekopie terug met: ./run restore BESTAND" in said.out
    assert "zijn beschadigd." in said.err


@pytest.mark.parametrize(
    ("shape", "said"),
    [("9999", "een nieuwere versie"), ("0000", "een versie die te oud is")],
)
def test_data_of_another_version_is_refused_at_the_start(
    shape: str, said: str, data: Path, capsys: Captured
) -> None:
    """T93."""
    database = a_database(data)
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :it"), {"it": shape})
    database.close()
    before = (data / FILE).read_bytes()

    codes = [run(["user", "link"], DUTCH), run(["migrate"], DUTCH)]

    assert codes == [1, 1]
    assert capsys.readouterr().err.count(said) == 2
    assert (data / FILE).read_bytes() == before


def test_the_start_says_how_old_the_last_copy_is(data: Path) -> None:
    parts = parts_for(Settings(data=data), wording("nl"))

    never = copied(parts, wording("nl"))
    back_up(parts.database, data / "c", at=parts.now() - timedelta(days=3))
    then = copied(parts, wording("nl"))

    parts.database.close()
    assert never == "nog geen reservekopie: ./run backup"
    assert then == "laatste reservekopie 3 dagen oud"


def test_a_running_scan_is_not_swapped(data: Path, capsys: Captured) -> None:
    run(["backup", "c"], DUTCH)
    running = beside_others(data)

    code = run(["restore", "c"], DUTCH)

    running.release()
    assert code == 2
    assert "De scan draait nu met deze gegevens." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        (["backup", "mine"], 2, "‘mine’ bestaat al. Geef een andere naam, of typ --replace."),
        (["backup", "gone/c"], 2, "De map voor ‘gone/c’ bestaat niet."),
        (["restore"], 2, "BESTAND ontbreekt."),
        (["restore", "gone"], 2, "gone: Dit bestand bestaat niet."),
        (["restore", "data"], 2, "data: Dit is een map, geen bestand."),
        (["restore", "mine"], 1, "‘mine’ is geen reservekopie van dit programma."),
        (["verify", "mine"], 1, "‘mine’ is geen reservekopie van dit programma."),
        (["verify", f"data/{FILE}"], 1, "ontbreekt, of het is niet gemaakt met de opdracht backup"),
        (
            ["user", "bogus"],
            2,
            "Deze opdracht bestaat niet. Kies uit: link, list, disable, enable of",
        ),
    ],
    ids=str,
)
def test_what_cannot_be_done_is_said_and_changes_nothing(
    typed: list[str], code: int, said: str, tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "mine").write_text("mine", "utf-8")
    before = (tmp_path / "data" / FILE).read_bytes()

    ended = run(typed, DUTCH)

    printed = capsys.readouterr()
    assert (ended, printed.out) == (code, "")
    assert said in printed.err
    assert (tmp_path / "mine").read_text("utf-8") == "mine"
    assert (tmp_path / "data" / FILE).read_bytes() == before


def test_a_copy_of_somebody_else_is_refused(tmp_path: Path, capsys: Captured) -> None:
    """T90."""
    (tmp_path / "theirs").mkdir()
    database = a_database(tmp_path / "theirs")
    a_copy_of(kept_in(database), tmp_path / "c")
    database.close()

    code = run(["restore", "c"], DUTCH)

    assert code == 1
    assert "‘c’ is van een andere installatie, en hier staan al scans." in capsys.readouterr().err


@pytest.mark.parametrize("typed", [["backup"], ["verify"], ["migrate"]], ids=str)
def test_where_nothing_is_kept_that_is_said(
    typed: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("KRS_DATA", str(tmp_path / "empty"))

    code = run(typed, DUTCH)

    assert code == 1
    assert "Er zijn nog geen gegevens in" in capsys.readouterr().err
    assert not (tmp_path / "empty").exists()


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("KRS_BOGUS", "1", "KRS_BOGUS"),
        ("KRS_PORT", "many", "KRS_PORT"),
        ("KRS_THREADS", "0", "KRS_THREADS"),
    ],
)
def test_a_setting_that_means_nothing_is_refused(
    name: str, value: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    """R31."""
    monkeypatch.setenv(name, value)

    code = run(["verify"], DUTCH)

    printed = capsys.readouterr()
    assert (code, printed.out) == (2, "")
    assert said in printed.err


def test_others_may_not_read_the_data_folder(data: Path, capsys: Captured) -> None:
    """R31."""
    data.chmod(0o755)

    code = run(["user", "link"], DUTCH)

    assert code == 1
    assert "chmod 700" in capsys.readouterr().err
