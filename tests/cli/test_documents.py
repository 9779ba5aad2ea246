"""The commands that make documents, as somebody types them."""

import io
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from pypdf import PdfReader

from toolkit.cli.main import run
from toolkit.reading.letter_headings import OUR_FILE

HEAD = 'questionnaire: kinderrechten-mensenhandel\nedition: "2026.1"\n'
GOOD = Path(__file__).parents[1] / "catalogue" / "good"
DUTCH = {"LANG": "nl_NL.UTF-8"}


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    file = tmp_path / "scan.yaml"
    file.write_text(HEAD + "answers: {gov.budget: {value: '2'}}\n", "utf-8")
    return file


def typed(*arguments: str | Path) -> int:
    return run([str(argument) for argument in arguments], DUTCH)


def first_page(file: Path) -> str:
    return PdfReader(io.BytesIO(file.read_bytes())).pages[0].extract_text()


@pytest.mark.slow
def test_report_makes_the_report_of_a_scan_file(
    scan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = scan.with_name("rapport.pdf")

    code = typed("report", scan, "-o", out, "--date", "2026-12-12")

    assert code == 0
    assert capsys.readouterr().out == f"Het rapport is klaar: {out}\n"
    assert "12 december 2026" in first_page(out)


@pytest.mark.slow
def test_report_puts_the_scan_inside_when_asked_and_speaks_the_language_asked_for(
    scan: Path,
) -> None:
    out = scan.with_name("report.pdf")

    code = typed("report", scan, "-o", out, "--embed", "--lang", "en")

    assert code == 0
    assert "Advisory report" in first_page(out)
    with pikepdf.open(out) as pdf:
        assert list(pdf.attachments) == ["scan.yaml"]


@pytest.mark.slow
def test_blank_puts_one_theme_on_paper(tmp_path: Path) -> None:
    out = tmp_path / "blank.pdf"

    code = typed("blank", "-o", out, "--theme", "voice")

    assert code == 0
    assert "Lege vragenlijst, 5 vragen" in first_page(out)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--form", "publication", "--embed"), "Een publicatieversie bevat geen scanbestand."),
        (("--date", "31-13-2026"), "‘31-13-2026’ is geen bestaande datum van 1900"),
        (("--date", "0999-12-31"), "‘0999-12-31’ is geen bestaande datum van 1900"),
        (("--kind", "novel"), "--kind"),
        (("--embed", "-o", "rapport.docx"), "Een Word-document bevat geen scanbestand."),
        (("--kind", "council", "--form", "work"), "alleen als publicatieversie"),
        (("--kind", "progress"), "Noem het scanbestand van de vorige ronde met --since."),
        (("-o", "rapport.html"), "Alleen council en children zijn er als webpagina."),
    ],
)
def test_what_cannot_be_asked_of_a_report_is_refused_in_one_sentence(
    scan: Path, arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = scan.with_name("rapport.pdf")

    code = typed("report", scan, "-o", out, *arguments)

    assert code == 2
    assert said in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("rapport.odt", "moet eindigen op .pdf, .docx of .html"),
        ("nergens/rapport.pdf", "bestaat niet"),
        ("map.pdf", "is een map."),
        ("a" * 300 + ".pdf", "is te lang."),
    ],
)
def test_a_report_that_cannot_be_written_is_refused_before_the_work(
    scan: Path, name: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    scan.with_name("map.pdf").mkdir()

    code = typed("report", scan, "-o", scan.parent / name)

    assert code == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("name", ["scan.pdf", "./scan.pdf", "hard.pdf"])
def test_the_file_that_is_read_is_never_written(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("scan.pdf").write_text(HEAD, "utf-8")
    Path("hard.pdf").hardlink_to("scan.pdf")

    code = typed("report", tmp_path / "scan.pdf", "-o", name)

    assert code == 2
    assert "is het bestand dat wordt gelezen." in capsys.readouterr().err
    assert Path("scan.pdf").read_text("utf-8") == HEAD


def test_a_folder_that_is_gone_is_said_to_be_gone(
    scan: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = scan.with_name("gone")
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    codes = [typed("report", scan, "-o", scan.with_name("rapport.pdf")), typed("doctor")]

    assert codes == [2, 2]
    assert capsys.readouterr().err.count("De map waarin u werkt, bestaat niet meer") == 2
    assert typed("score", scan) == 0


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ("answers: {gov.budgt: unknown}", "gov.budget"),
        ("answers: {gov.budget: {value: '7'}}", "7"),
        ("answers: [", "scan.yaml:"),
        ("answers: {}\nlanguage: xx", "language"),
    ],
)
def test_a_scan_that_cannot_be_used_is_refused_with_file_and_line(
    scan: Path, answers: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    scan.write_text(HEAD + answers + "\n", "utf-8")

    code = typed("report", scan, "-o", scan.with_name("rapport.pdf"))
    told = capsys.readouterr().err

    assert code == 1
    assert "scan.yaml:" in told
    assert said in told
    assert "Traceback" not in told


def test_a_file_that_is_not_there_is_said_to_be_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = typed("report", tmp_path / "weg.yaml", "-o", tmp_path / "rapport.pdf")

    assert code == 2
    assert "bestaat niet" in capsys.readouterr().err


@pytest.mark.slow
def test_the_only_questionnaire_in_a_folder_needs_no_name(tmp_path: Path) -> None:
    out = tmp_path / "blank.pdf"

    code = typed("blank", "-o", out, "--questionnaire", GOOD)

    assert code == 0
    assert "Goede lijst" in first_page(out)


def test_a_name_counts_in_a_folder_with_one_questionnaire_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = typed("blank", "sport", "-o", tmp_path / "blank.pdf", "--questionnaire", GOOD)

    assert code == 2
    assert "Er is geen vragenlijst ‘sport’." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("sport",), "Er is geen vragenlijst ‘sport’."),
        (("--theme", "sport"), "Er is geen thema ‘sport’."),
        (("--selection", "sport"), "Er is geen korte ronde ‘sport’."),
    ],
)
def test_a_blank_of_something_that_is_not_there_is_refused(
    tmp_path: Path, arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = typed("blank", "-o", tmp_path / "blank.pdf", *arguments)

    assert code == 2
    assert said in capsys.readouterr().err


def test_the_summary_is_made_as_a_page_for_a_website(scan: Path) -> None:
    out = scan.with_name("samenvatting.html")

    code = typed("report", scan, "--kind", "council", "-o", out)

    assert code == 0
    assert "Samenvatting voor college en raad" in out.read_text("utf-8")


def test_progress_since_a_round_before_is_made(scan: Path) -> None:
    """A Word document needs no renderer."""
    out = scan.with_name("voortgang.docx")

    code = typed("report", scan, "--kind", "progress", "--since", scan, "-o", out)

    assert code == 0
    assert out.read_bytes()[:2] == b"PK"


def test_a_letter_has_the_headings_of_a_file_that_is_handed_in(scan: Path) -> None:
    own = OUR_FILE.read_text("utf-8").replace("Raadsinformatiebrief", "Raadsbrief")
    headings = scan.with_name("koppen.yaml")
    headings.write_text(own, "utf-8")
    out = scan.with_name("brief.docx")

    code = typed("report", scan, "--kind", "letter", "--headings", headings, "-o", out)

    assert code == 0
    assert b"Raadsbrief" in ZipFile(out).read("word/document.xml")


@pytest.mark.parametrize(
    ("kind", "file", "code", "said"),
    [
        ("letter", "weg.yaml", 2, "Dit bestand bestaat niet"),
        ("letter", "scan.yaml", 1, "hoort hier niet"),
        ("council", "scan.yaml", 2, "Alleen proposal en letter kunnen eigen koppen hebben"),
    ],
)
def test_headings_that_cannot_be_used_are_refused_in_a_sentence(
    scan: Path, capsys: pytest.CaptureFixture[str], kind: str, file: str, code: int, said: str
) -> None:
    headings, out = scan.with_name(file), scan.with_name("brief.docx")

    ended = typed("report", scan, "--kind", kind, "--headings", headings, "-o", out)

    assert ended == code
    assert said in capsys.readouterr().err
    assert not out.exists()
