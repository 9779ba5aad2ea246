"""``check`` tells authors what can be better."""

from pathlib import Path

import pytest

from tests.catalogue.corpus import Copy, a_copy, broken
from toolkit import catalogue
from toolkit.catalogue.published import fingerprint
from toolkit.cli.main import run

DUTCH = {"LANG": "nl_NL.UTF-8"}
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return a_copy(tmp_path)


def test_shipped_questionnaires_have_no_errors_and_no_findings(capsys: Captured) -> None:
    code = run(["check"], {})

    assert len(catalogue.shipped().ids()) == 5
    assert (code, capsys.readouterr().out) == (0, "No errors, no findings.\n")


def test_an_error_ends_with_code_one(copy: Copy, capsys: Captured) -> None:
    copy.write(broken()["weight-zero"])

    code = run(["check", str(copy.place)], DUTCH)

    lines = capsys.readouterr().out.splitlines()
    assert code == 1
    assert lines == [
        (
            "goede-lijst/1/themes/01-beleid.yaml:4: themes[0].items[0].weight: Met gewicht 0 telt dit "
            "stilzwijgend niet mee. Maak het hoger dan 0, of haal de vraag weg."
        ),
        "Fouten: 1. Bevindingen: 0.",
    ]


def test_a_finding_ends_with_code_zero(copy: Copy, capsys: Captured) -> None:
    copy.write(broken()["no-english"])

    code = run(["check", str(copy.place), "--lang", "en"], DUTCH)

    lines = capsys.readouterr().out.splitlines()
    assert code == 0
    assert lines == [
        (
            "goede-lijst/1/themes/01-beleid.yaml:23: themes[0].items[1].question: This text has no "
            "translation. Add “en: …”."
        ),
        "Errors: 0. Findings: 1.",
    ]


def test_an_edition_is_checked_from_its_own_folder(
    copy: Copy, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy.write(broken()["weight-zero"])
    copy.write(broken()["released-and-changed"])
    monkeypatch.chdir(copy.place / "goede-lijst" / "1")

    code = run(["check", "."], DUTCH)

    files = [line.split(": ")[0] for line in capsys.readouterr().out.splitlines()]
    assert code == 1
    assert files == ["themes/01-beleid.yaml:4", "../published.txt:1", "Fouten"]


def test_a_folder_without_questionnaires_ends_with_code_two(
    tmp_path: Path, capsys: Captured
) -> None:
    code = run(["check", str(tmp_path / "weg")], DUTCH)

    assert code == 2
    assert "Hier is geen vragenlijst." in capsys.readouterr().out


def test_a_released_edition_that_did_not_change_is_fine(copy: Copy) -> None:
    questionnaire = copy.place / "goede-lijst"

    released = f"# released editions\n1 {fingerprint(questionnaire / '1')}\n"
    (questionnaire / "published.txt").write_text(released)

    assert copy.checked() == ()


def test_facts_past_their_date_are_listed_when_asked_for(copy: Copy, capsys: Captured) -> None:
    arguments = ["check", str(copy.place), "--stale", "--date"]

    fresh = run([*arguments, "2026-11-21"], DUTCH)
    told_fresh = capsys.readouterr().out
    late = run([*arguments, "2031-01-01"], DUTCH)
    told_late = capsys.readouterr().out

    assert (fresh, late) == (0, 0)
    assert told_fresh == "Geen fouten, geen bevindingen.\n"
    assert "library/contacts.yaml: Het gegeven ‘veilig_thuis’ moest uiterlijk" in told_late
    assert "library/figures.csv: Het gegeven ‘reported_year’ moest uiterlijk" in told_late
    assert "library/uncrc.yaml: Alles in dit bestand moest uiterlijk" in told_late
    assert "‘’" not in told_late


def test_a_fingerprint_is_a_line_for_published_txt(copy: Copy, capsys: Captured) -> None:
    questionnaire = copy.place / "goede-lijst"

    code = run(["check", str(questionnaire / "1"), "--fingerprint"], DUTCH)

    line = capsys.readouterr().out
    (questionnaire / "published.txt").write_text(line)
    assert (code, line) == (0, f"1 {fingerprint(questionnaire / '1')}\n")
    assert copy.checked() == ()


def test_an_edition_with_errors_gets_no_fingerprint(copy: Copy, capsys: Captured) -> None:
    copy.write(broken()["weight-zero"])

    code = run(["check", str(copy.place), "--fingerprint"], DUTCH)

    assert code == 1
    assert "Fouten: 1." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--date", "2026-12-31"], "De keuze --date hoort bij --stale.\n"),
        (["--fingerprint"], "Welke editie? Typ haar map achter check.\n"),
    ],
    ids=str,
)
def test_half_a_question_is_refused(asked: list[str], said: str, capsys: Captured) -> None:
    code = run(["check", *asked], DUTCH)

    assert (code, capsys.readouterr().err) == (2, said)


def test_a_date_that_is_none_is_refused(capsys: Captured) -> None:
    code = run(["check", "--stale", "--date", "morgen"], DUTCH)

    said = capsys.readouterr().err
    assert code == 2
    assert (
        said
        == "‘morgen’ is geen bestaande datum van 1900 tot en met 2100. Schrijf die als 2026-12-31.\n"
    )


def test_a_folder_without_a_name_is_refused(capsys: Captured) -> None:
    code = run(["check", ""], DUTCH)

    assert (code, capsys.readouterr().err) == (2, "Welke editie? Typ haar map achter check.\n")
