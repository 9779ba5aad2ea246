"""Set-up keeps its promises, speaks the language of the system, explains what went wrong."""

import io
import json
import sys
from pathlib import Path

import pytest

from scripts.set_up import texts
from scripts.set_up.check import asked_of_pytest
from scripts.set_up.environment import Environment
from scripts.set_up.failures import reason
from scripts.set_up.system import INSTALLERS, Installer, install_validator
from scripts.set_up.texts import Text, language
from scripts.set_up.voice import Voice
from tests.house.source import ROOT, modules
from toolkit.cli.making import remedy
from toolkit.wording import wording


@pytest.fixture
def checkout(tmp_path: Path) -> Environment:
    for name in ("setup.cfg", "requirements.lock", "requirements-test.lock"):
        (tmp_path / name).write_text(name)
    (tmp_path / ".venv").mkdir()
    return Environment(tmp_path)


def test_an_environment_is_ready_only_after_the_promise(checkout: Environment) -> None:
    before = checkout.is_ready("run")

    checkout.promise("run")

    assert not before
    assert checkout.is_ready("run")
    assert not checkout.is_ready("test")


def test_what_serves_the_tests_also_serves_a_run(checkout: Environment) -> None:
    checkout.promise("test")

    assert checkout.is_ready("run")


@pytest.mark.parametrize("name", ["setup.cfg", "requirements.lock"])
def test_a_changed_file_asks_for_set_up(checkout: Environment, name: str) -> None:
    checkout.promise("test")

    (checkout.root / name).write_text("changed")

    assert not checkout.is_ready("run")
    assert not checkout.is_ready("test")
    assert checkout.has_been_ready()


def test_a_moved_checkout_asks_for_set_up(checkout: Environment, tmp_path: Path) -> None:
    checkout.promise("run")

    moved = Environment(checkout.root.rename(tmp_path.with_name("moved")))

    assert not moved.is_ready("run")
    assert not moved.has_been_ready()


def test_an_interrupted_set_up_starts_anew(checkout: Environment) -> None:
    checkout.promise("test")

    checkout.forget()

    assert not checkout.is_ready("run")
    assert not checkout.has_been_ready()


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LC_ALL": "nl_BE", "LANG": "en_GB"}, "nl"),
        ({"LC_ALL": "C", "LANG": "nl_NL"}, "en"),
        ({"LC_ALL": "", "LANG": "nl_NL"}, "nl"),
        ({"KRS_LANG": "nl", "LC_ALL": "C"}, "nl"),
        ({"KRS_LANG": "en", "LANG": "nl_NL"}, "en"),
        ({}, "en"),
    ],
)
def test_set_up_speaks_the_language_of_the_system(environ: dict[str, str], expected: str) -> None:
    assert language(environ) == expected


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("NewConnectionError: failed\nNo matching distribution found", texts.NO_NETWORK),
        ("THESE PACKAGES DO NOT MATCH THE HASHES FROM", texts.NOT_THE_SAME),
        ("[Errno 28] No space left on device", texts.DISK_FULL),
        ("ERROR: Wheel 'click' located at /tmp/x is invalid.", texts.BROKEN_PART),
    ],
)
def test_a_failed_installer_becomes_one_sentence(output: str, expected: Text) -> None:
    assert reason(output) == expected


@pytest.mark.parametrize("known", INSTALLERS, ids=lambda known: known.program)
def test_set_up_installs_what_the_program_advises(known: Installer) -> None:
    asked = " ".join((known.program.removesuffix("-get"), "install", *known.pango))

    assert asked in remedy(wording("en"))
    assert asked in remedy(wording("nl"))


def test_the_build_machine_has_what_set_up_installs() -> None:
    listed = (ROOT / ".ci" / "apt-packages.txt").read_text().split()

    assert set(INSTALLERS[0].pango) <= set(listed)


def test_set_up_needs_no_library() -> None:
    found = modules("scripts/set_up")

    used = {name for module in found for name in module.imports()}
    outside = {name for name in used if not name.startswith("scripts.set_up")}

    assert "scripts.set_up.texts" in used
    assert {name.split(".")[0] for name in outside} <= sys.stdlib_module_names


def test_a_line_ends_at_the_same_place_whatever_its_label() -> None:
    stream = io.StringIO()
    voice = Voice("nl", stream)

    voice.begin(texts.MAKING)
    voice.say(texts.READY_FIRST, seconds=38)

    assert stream.getvalue() == (
        "  Omgeving maken ......................... klaar   (38 s, alleen de eerste keer)\n"
    )


def test_without_a_terminal_nobody_is_asked() -> None:
    assert Voice("en", io.StringIO()).agrees()


@pytest.mark.parametrize(("typed", "agreed"), [("j\n", True), ("Y\n", True), ("\n", False)])
def test_only_a_clear_yes_is_a_yes(typed: str, agreed: bool) -> None:  # noqa: FBT001
    assert Voice("nl", io.StringIO(), lambda: typed).agrees() is agreed


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ([], ["-m", "not long"]),
        (
            ["--fast", "-x"],
            ["-m", "not slow and not long", "--hypothesis-profile=fast", "-x"],
        ),
        (["--long"], ["-m", "", "--hypothesis-profile=long"]),
        (["tests/house"], ["-m", "not long", "tests/house"]),
    ],
)
def test_the_chosen_speed_chooses_the_tests(typed: list[str], expected: list[str]) -> None:
    arguments = asked_of_pytest(typed)

    assert arguments[-len(expected) :] == expected


def test_without_npm_set_up_says_which_test_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / "tests" / "markup" / "package-lock.json"
    lock.parent.mkdir(parents=True)
    lock.write_text("{}")
    monkeypatch.setenv("PATH", str(tmp_path))
    said = io.StringIO()

    install_validator(tmp_path, Voice("nl", said))

    assert "kan één test niet slagen" in said.getvalue()


def test_the_validator_is_locked_with_its_hash() -> None:
    locked = json.loads((ROOT / "tests/markup/package-lock.json").read_text())["packages"]

    fetched = {name: package for name, package in locked.items() if name}

    assert set(fetched) == {"node_modules/vnu-jar"}
    assert fetched["node_modules/vnu-jar"]["integrity"].startswith("sha512-")
