"""What is printed shows every character, and steers nothing."""

import ast
import json
from pathlib import Path

import pytest

from tests.house.source import modules
from toolkit.cli.main import run
from toolkit.cli.printing import Unheard, say, visible

ODD = "a\x1b[31m\x1b]52;c;eA==\x07\x9b\u202e\u200b\u2028\udcff\r\nb"
Captured = pytest.CaptureFixture[str]


class FullDisk:
    """A place to print that has no room."""

    encoding = "utf-8"

    def write(self, _text: str) -> int:
        raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    ("sign", "shown"),
    [
        ("\x1b", r"\x1b"),
        ("\x9b", r"\x9b"),
        ("\x7f", r"\x7f"),
        ("\n", r"\n"),
        ("\u202e", r"\u202e"),
        ("\u2028", r"\u2028"),
        ("\U000e0041", r"\U000e0041"),
        ("\udcff", r"\udcff"),
        ("é “漢” 🙂", "é “漢” 🙂"),
    ],
)
def test_what_cannot_be_seen_is_shown_as_a_code(sign: str, shown: str) -> None:
    assert visible(f"a{sign}b") == f"a{shown}b"


def test_nothing_that_was_read_reaches_the_terminal_as_it_is(
    tmp_path: Path, capsys: Captured
) -> None:
    scan = tmp_path / "a\x1b\u202e\nb.yaml"
    scan.write_text('"\\e]52;k\\x9b\\u202e": "\\e"\n', "utf-8")

    code = run(["score", str(scan)], {})

    printed = capsys.readouterr()
    assert code == 1
    assert "a\\x1b\\u202e\\nb.yaml:1" in printed.err
    assert printed.err == "\n".join(map(visible, printed.err.split("\n")))


def test_a_summary_steers_nothing_either(capsys: Captured) -> None:
    say(ODD, "b")

    assert capsys.readouterr().out.splitlines() == [visible(ODD), "b"]


def test_json_stays_json(capsys: Captured) -> None:
    say(json.dumps(ODD))

    assert json.loads(capsys.readouterr().out) == ODD


def test_an_output_without_room_is_not_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", FullDisk())

    with pytest.raises(Unheard) as unheard:
        say("a")

    assert unheard.value.number == 28


def test_a_closed_output_is_not_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)

    with pytest.raises(Unheard):
        say("a")


def test_a_command_prints_in_one_place() -> None:
    found = modules("toolkit/cli")

    elsewhere = [
        module.at(node)
        for module in found
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Name | ast.Attribute)
        and getattr(node, "attr", getattr(node, "id", "")) in {"echo", "secho", "print"}
    ]

    assert found
    assert elsewhere == []
