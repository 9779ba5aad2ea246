"""From the first moment on a command ends in one sentence, whatever the machine does to it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from toolkit.__main__ import INTERRUPTED, NOT_LOADED
from toolkit.paths import EXAMPLE

pytestmark = pytest.mark.slow

PROGRAM = (sys.executable, "-m", "toolkit")
SCORE = (*PROGRAM, "score", str(EXAMPLE))
# Begins as the program does; what happens next happens while it is loaded, or while it scores.
WHILE_LOADING = """
import os, sys
from toolkit.__main__ import main
class Happening:
    def find_spec(self, name, *rest):
        if name == "toolkit.cli.main":
            {happens}
sys.meta_path.insert(0, Happening())
sys.argv[1:] = ["check"]
main()
"""
WHILE_SCORING = """
import os, signal, sys
from toolkit.__main__ import main
import toolkit.cli.score
toolkit.cli.score.score_file = lambda *_: {happens}
sys.argv[1:] = ["score", "a.yaml"]
{before}
main()
"""
KILLED = "os.kill(os.getpid(), {number})"


def ended(
    command: tuple[str, ...], *, stdout: int | None = subprocess.PIPE, **environ: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        env={**os.environ, "LC_ALL": "C.UTF-8", **environ},
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_while_the_program_is_loaded_ends_it_in_one_sentence(number: int) -> None:
    program = WHILE_LOADING.format(happens=KILLED.format(number=int(number)))

    done = ended((sys.executable, "-c", program))

    assert (done.returncode, done.stdout) == (128 + number, "")
    assert done.stderr == INTERRUPTED + "\n"


def test_what_keeps_the_program_from_loading_is_named() -> None:
    program = WHILE_LOADING.format(happens="raise OSError(24, 'Too many open files')")

    done = ended((sys.executable, "-c", program))

    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == f"{NOT_LOADED} OSError(24, 'Too many open files')\n"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_during_the_work_ends_it_in_one_sentence(number: int) -> None:
    killed = KILLED.format(number=int(number))

    done = ended((sys.executable, "-c", WHILE_SCORING.format(happens=killed, before="")))

    assert (done.returncode, done.stdout) == (128 + number, "")
    assert done.stderr.strip() == "Interrupted. Nothing was kept."


def test_a_signal_that_was_switched_off_stays_off() -> None:
    off = "signal.signal(signal.SIGHUP, signal.SIG_IGN)"
    happens = f"({KILLED.format(number=int(signal.SIGHUP))}, 1 / 0)"

    done = ended((sys.executable, "-c", WHILE_SCORING.format(happens=happens, before=off)))

    assert done.returncode == 3
    assert "ZeroDivisionError" in done.stderr


@pytest.mark.parametrize("zone", ["/etc/passwd", "XXX+167", ":", ".", "Europe/Amsterdam"])
def test_any_time_zone_gives_a_day(zone: str) -> None:
    done = ended((*PROGRAM, "check", "--stale"), TZ=zone)

    assert (done.returncode, done.stderr) == (0, "")


def test_an_output_without_room_is_said_to_have_none() -> None:
    with Path("/dev/full").open("wb") as full:
        done = ended(SCORE, stdout=full.fileno())

    assert done.returncode == 2
    assert done.stderr == "There is no room where the output goes. Make room first.\n"


def test_a_closed_pipe_ends_the_command_without_a_word() -> None:
    heard, said = os.pipe()
    os.close(heard)

    done = ended(SCORE, stdout=said)

    os.close(said)
    assert (done.returncode, done.stderr) == (141, "")


def test_a_closed_output_is_said_to_be_closed() -> None:
    done = ended(("sh", "-c", 'exec "$@" >&-', "sh", *SCORE))

    assert done.returncode == 2
    assert done.stderr == "The output is closed, so nothing could be printed.\n"


@pytest.mark.parametrize("nowhere", [">/dev/full", ">&-"])
def test_what_nobody_hears_leaves_the_exit_code_as_it_is(nowhere: str) -> None:
    done = ended(("sh", "-c", f'exec "$@" 2{nowhere}', "sh", *PROGRAM, "score", "nowhere"))

    assert (done.returncode, done.stdout) == (2, "")


def test_a_name_in_any_encoding_is_printed_in_every_encoding(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xe9\xc3\xa9.yaml")

    done = ended((*PROGRAM, "score", name), PYTHONIOENCODING="ascii:strict")

    assert done.returncode == 2
    assert done.stderr.endswith(
        "/\\udcff\\udce9\\xe9.yaml: This file does not exist. Check the name and the folder.\n"
    )


def test_a_command_needs_nothing_of_its_surroundings() -> None:
    done = subprocess.run(("env", "-i", *SCORE), capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout
