"""The commands speak the language of the user."""

import pytest

from toolkit.cli.main import asked_language, run

Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("arguments", "environ", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "nl_NL.UTF-8"}, "nl"),
        ([], {"LANG": "de_DE.UTF-8"}, "en"),
        ([], {"LANG": "nl_NL.UTF-8", "KRS_LANG": "en"}, "en"),
        (["--lang", "nl", "check"], {}, "nl"),
        (["check", "--lang=nl"], {}, "nl"),
        (["check", "--lang", "xx"], {"LANG": "nl_NL"}, "nl"),
        (["--lang", "nl", "check", "--lang", "en"], {}, "en"),
        (["--lang=en", "check", "--lang", "nl"], {}, "nl"),
        (["--lang"], {}, "en"),
    ],
    ids=str,
)
def test_the_language_is_asked_for_or_that_of_the_system(
    arguments: list[str], environ: dict[str, str], language: str
) -> None:
    assert asked_language(arguments, environ) == language


def test_the_explanation_is_dutch_for_who_reads_dutch(capsys: Captured) -> None:
    code = run(["score", "--help"], {"LANG": "nl_BE"})

    said = capsys.readouterr().out
    assert code == 0
    assert said.startswith("Gebruik: kinderrechtenscan score [KEUZES] BESTAND")
    assert "Keuzes:" in said


@pytest.mark.parametrize(
    ("command", "typed"),
    [
        ("blank", "kinderrechtenscan blank [KEUZES] [NAAM]\n"),
        ("check", "kinderrechtenscan check [KEUZES] [MAP]\n"),
        ("schema", "kinderrechtenscan schema [KEUZES] [questionnaire|scan]\n"),
        ("report", "kinderrechtenscan report [KEUZES] BESTAND\n"),
    ],
)
def test_what_may_be_left_out_stands_in_brackets(
    command: str, typed: str, capsys: Captured
) -> None:
    run([command, "--help"], {"LANG": "nl_NL"})

    assert typed in capsys.readouterr().out


def test_what_must_be_typed_is_said_in_the_language_of_the_user(capsys: Captured) -> None:
    run(["blank", "--help"], {"LANG": "nl_NL"})
    explained = capsys.readouterr().out
    code = run(["blank"], {"LANG": "nl_NL"})

    assert "[verplicht]" in explained
    assert "[required]" not in explained
    assert code == 2
    assert capsys.readouterr().err.startswith("-o, --output ontbreekt.")


def test_without_a_command_the_explanation_is_shown(capsys: Captured) -> None:
    code = run([], {"LANG": "nl_NL"})

    said = capsys.readouterr().err
    assert code == 2
    assert "Opdrachten:" in said
    assert "check" in said
