"""The command that makes the pack of a workshop, as somebody types it."""

import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from toolkit.cli.main import run
from toolkit.paths import EXAMPLE

DUTCH = {"LANG": "nl_NL.UTF-8", "SOURCE_DATE_EPOCH": "1797552000"}
HEAD = 'questionnaire: kinderrechten-mensenhandel\nedition: "2026.1"\n'


def typed(*arguments: str | Path) -> int:
    return run([str(argument) for argument in arguments], DUTCH)


def names(pack: Path) -> list[str]:
    with ZipFile(pack) as found:
        return found.namelist()


def first_page(pack: Path, name: str) -> str:
    with ZipFile(pack) as found:
        return PdfReader(io.BytesIO(found.read(name))).pages[0].extract_text()


@pytest.mark.slow
def test_a_scan_file_becomes_a_pack_with_everything_once_agreed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "pakket.zip"

    code = typed("workshop", EXAMPLE, "-o", out, "--agreed", "--date", "2026-12-18")

    heard = capsys.readouterr()
    assert code == 0
    assert len(names(out)) == 21
    assert names(out)[-1] == "15-dias.pptx"
    assert heard.out.startswith(f"Het pakket is klaar: {out}\nVerhaal: Nieuwe schoenen, omdat ")
    assert heard.err.splitlines()[-1] == "21 van 21 gemaakt"


@pytest.mark.slow
def test_a_name_becomes_a_pack_without_hand_outs_the_same_each_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "een.zip", tmp_path / "twee.zip"
    asked = ("--name", "Onbekendeveen", "--scenario", "s8", "--hours", "3,5", "--lang", "en")

    codes = [typed("workshop", *asked, "-o", out) for out in (first, second)]

    assert codes == [0, 0]
    assert first.read_bytes() == second.read_bytes()
    assert len(names(first)) == 10
    assert "Onbekendeveen, 210 minutes" in first_page(first, "01-read-this-first.pdf")
    assert "Without hand-outs: not yet put to" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Noem een scanbestand, of een gemeente met --name; één van de twee."),
        ((str(EXAMPLE), "--name", "Dorp"), "één van de twee."),
        (("--name", "  "), "Geef na --name de naam van de gemeente"),
        (("--name", "x" * 101), "in ten hoogste 100 tekens"),
        (("--name", "Dorp", "--hours", "veel"), "‘veel’ is geen aantal uren."),
        (("--name", "Dorp", "--hours", "1"), "Een workshop duurt ten minste"),
        (("--name", "Dorp", "--hours", "11"), "Een workshop duurt ten hoogste 10 uur."),
        (("--name", "Dorp", "--scenario", "s99"), "Er is geen verhaal ‘s99’ dat u kunt nemen."),
        (("--name", "Dorp", "--known", "s0"), "Er is geen verhaal ‘s0’ dat u kunt nemen."),
        (("--name", "Dorp", "--known", "s8", "--scenario", "s8"), "‘s8’"),
        (("--name", "Dorp", "-o", "pakket.pdf"), "moet eindigen op .zip"),
        (("--name", "Dorp", "-o", "nergens/pakket.zip"), "bestaat niet"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_one_sentence(
    tmp_path: Path, arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "pakket.zip"

    code = typed("workshop", "-o", out, *arguments)

    assert code == 2
    assert said in capsys.readouterr().err
    assert not out.exists()


def test_a_questionnaire_without_cases_has_no_workshop(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "scan.yaml"
    file.write_text('questionnaire: child-rights-scan\nedition: "2026.1"\nanswers: {}\n', "utf-8")

    code = typed("workshop", file, "-o", tmp_path / "pakket.zip")

    assert code == 1
    assert "Deze vragenlijst heeft geen workshopverhalen." in capsys.readouterr().err


def test_a_scan_file_with_faults_is_refused_with_all_of_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "scan.yaml"
    file.write_text(HEAD + "answers: {gov.budget: {value: '9'}, gov.nothing: {value: '1'}}\n")

    code = typed("workshop", file, "-o", tmp_path / "pakket.zip")

    assert code == 1
    assert "gov.nothing" in capsys.readouterr().err
