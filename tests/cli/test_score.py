"""``score`` says what answers amount to."""

import json
from pathlib import Path

import pytest

from toolkit.cli.main import run
from toolkit.paths import EXAMPLES

DUTCH = {"LANG": "nl_NL.UTF-8"}
TOWN = str(EXAMPLES / "voorbeeldstad.yaml")
VILLAGE = str(EXAMPLES / "korte-ronde.yaml")
GOOD = Path(__file__).parents[1] / "catalogue" / "good"
OWN = 'questionnaire: goede-lijst\nedition: "1"\nanswers: {beleid.plan: {value: 4}}\n'
Captured = pytest.CaptureFixture[str]
GROUP = {
    "points",
    "maximum",
    "share",
    "known_share",
    "band",
    "level_reached",
    "asked",
    "answered",
    "unknown",
    "not_applicable",
    "unanswered",
    "coverage",
    "below_minimum",
    "minimum_unknown",
    "dimensions",
}


@pytest.fixture
def own_scan(tmp_path: Path) -> str:
    path = tmp_path / "scan.yaml"
    path.write_text(OWN, "utf-8")
    return str(path)


def test_json_is_one_object_with_everything_in_it(capsys: Captured) -> None:
    code = run(["score", TOWN, "--format", "json"], {})

    printed = capsys.readouterr()
    said = json.loads(printed.out)
    assert (code, printed.err) == (0, "")
    assert list(said) == [
        "questionnaire",
        "edition",
        "asked_set",
        "overall",
        "groups",
        "minimum_states",
        "advice",
        "find_out",
    ]
    assert said["overall"].keys() == GROUP
    assert len(said["groups"]) == 11
    assert said["asked_set"] == "full"
    assert said["minimum_states"].keys() == {"missing", "begun", "in_order", "unknown", "open"}
    assert said["advice"][0].keys() == {"id", "items", "step", "priority"}


def test_a_short_round_gives_no_scores_but_an_overall_picture(capsys: Captured) -> None:
    run(["score", VILLAGE, "--format", "json"], {})

    said = json.loads(capsys.readouterr().out)
    assert said["asked_set"] == "core"
    assert said["overall"]["share"] is None
    assert said["overall"]["coverage"] == 0.818
    assert said["overall"]["dimensions"]["practice"]["points"] == 2.1
    assert said["groups"]["gov"]["dimensions"]["policy"]["points"] is None


def test_the_summary_begins_with_the_five_words(capsys: Captured) -> None:
    code = run(["score", TOWN], DUTCH)

    lines = capsys.readouterr().out.splitlines()
    assert code == 0
    assert [" ".join(line.split()) for line in lines[4:10]] == [
        "De minimumlijn (een lijn van deze toolkit, geen wettelijke eis als geheel)",
        "geregeld 16",
        "begin 14",
        "ontbreekt 9",
        "niemand weet het 6",
        "nog open 0",
    ]


def test_a_short_round_says_what_it_did_not_ask(capsys: Captured) -> None:
    run(["score", VILLAGE], DUTCH)

    said = capsys.readouterr().out
    assert "Deze ronde stelde 23 van de 45 vragen van de minimumlijn" in said
    assert "Per thema" not in said
    assert "%" not in said


def test_a_questionnaire_of_ones_own_can_be_scored(own_scan: str, capsys: Captured) -> None:
    code = run(["score", own_scan, "--questionnaire", str(GOOD), "--format", "json"], {})

    said = json.loads(capsys.readouterr().out)
    assert code == 0
    assert said["groups"]["beleid"]["answered"] == 1
    assert said["groups"]["doen.samen"]["answered"] == 0


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (
            ["score", "weg.yaml"],
            2,
            "weg.yaml: Dit bestand bestaat niet. Controleer de naam en de map.",
        ),
        (["score", "."], 2, ".: Dit is een map, geen bestand."),
        (["score"], 2, "BESTAND ontbreekt."),
        (["score", TOWN, "--questionnaire", "weg"], 2, "weg: Hier is geen vragenlijst."),
        (["score", TOWN, "--format", "xml"], 2, "--format kan zijn: text of json."),
        (["score", TOWN, "--lang", "fr"], 2, "--lang kan zijn: nl of en."),
        (["score", TOWN, "--bogus"], 2, "De keuze --bogus bestaat niet."),
        (["bogus"], 2, "Deze opdracht bestaat niet. Kies uit: "),
        (["score", TOWN, "b"], 2, "Er is meer getypt dan score kan gebruiken."),
        (["score", TOWN, "--format"], 2, "Wat er achter --format staat, ontbreekt"),
        (["report", TOWN, "-o"], 2, "Wat er achter -o staat, ontbreekt"),
        (["report", TOWN, "--embed=yes"], 2, "Wat er achter --embed staat, ontbreekt"),
        (["schema", "novel"], 2, "schema kan zijn: questionnaire of scan."),
        (["score", str(GOOD / "goede-lijst" / "1" / "questionnaire.yaml")], 1, "answers"),
    ],
    ids=str,
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    arguments: list[str], code: int, said: str, capsys: Captured
) -> None:
    ended = run(arguments, DUTCH)

    printed = capsys.readouterr()
    assert ended == code
    assert said in printed.err
    assert "Traceback" not in printed.err
    assert printed.out == ""


def test_a_questionnaire_that_is_broken_is_not_scored(
    own_scan: str, tmp_path: Path, capsys: Captured
) -> None:
    head = (GOOD / "goede-lijst" / "1" / "questionnaire.yaml").read_text("utf-8")
    folder = tmp_path / "goede-lijst" / "1"
    folder.mkdir(parents=True)
    (folder / "questionnaire.yaml").write_text(head, "utf-8")

    code = run(["score", own_scan, "--questionnaire", str(folder)], DUTCH)

    assert code == 1
    assert "Het bestand ‘themes/01-beleid.yaml’ bestaat niet." in capsys.readouterr().err


def test_a_fault_of_the_program_is_one_sentence_too(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("toolkit.cli.options.shipped", lambda: 1 / 0)

    code = run(["score", TOWN], DUTCH)

    said = capsys.readouterr().err
    assert code == 3
    assert said.startswith("Er ging iets mis wat niet had mogen misgaan.")
    assert "ZeroDivisionError" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("command", [["score"], ["report", "-o", "rapport.pdf"]])
def test_one_young_person_gets_no_outcome_but_the_reason(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    """T28."""
    monkeypatch.chdir(tmp_path)
    text = 'questionnaire: youth-voice\nedition: "2026.1"\nanswers: {}\n'
    Path("scan.yaml").write_text(text, "utf-8")

    code = run([*command, "scan.yaml"], DUTCH)

    printed = capsys.readouterr()
    assert (code, printed.out) == (1, "")
    assert printed.err.startswith(
        "scan.yaml: questionnaire: Dit zijn de antwoorden van één persoon"
    )
    assert not Path("rapport.pdf").exists()
