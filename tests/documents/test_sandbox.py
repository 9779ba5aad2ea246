"""A page is made in a process that can do nothing else, and that ends."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import BoundedSemaphore

import pytest

from tests.documents import tasks
from toolkit.documents import sandbox
from toolkit.documents.confinement import Limits
from toolkit.documents.sandbox import ENDING, LENGTH, Reason, Stopped

SMALL = Limits(cpu_seconds=1, result=10 * 2**20)


def host_gives_networks() -> bool:
    return subprocess.run(["unshare", "-Un", "true"], check=False).returncode == 0


def stopped(task: Callable[[str], Iterable[bytes]], limits: Limits = SMALL) -> Reason:
    with pytest.raises(Stopped) as caught:
        sandbox.run(task, "", limits)
    return caught.value.reason


def most_at_once(stays: Iterable[tuple[float, float]]) -> int:
    """Return how many of these stays, from one moment to another, overlap at most."""
    known = tuple(stays)
    return max(sum(came <= start < left for came, left in known) for start, _ in known)


def test_what_the_task_gives_comes_back_in_parts() -> None:
    assert sandbox.run(tasks.echo, b"this") == (b"this", b"and more")


def test_a_large_part_comes_back_whole() -> None:
    assert sandbox.run(tasks.echo, bytes(5_000_000))[0] == bytes(5_000_000)


@pytest.mark.parametrize(
    ("task", "given"),
    [
        (tasks.connect, "127.0.0.1:9"),
        (tasks.resolve, "example.org"),
        (tasks.fetch, "http://127.0.0.1:9/"),
        (tasks.run_a_program, "true"),
        (tasks.run_a_command, "true"),
        (tasks.spawn_a_program, "/bin/true"),
        (tasks.become_a_program, "/bin/true"),
        (tasks.make_a_copy_of_itself, ""),
        (tasks.read, "/etc/passwd"),
        (tasks.open_a_database, ":memory:"),
        (tasks.signal_its_parent, ""),
    ],
)
def test_what_a_page_does_not_need_is_refused(
    task: Callable[[str], Iterable[bytes]], given: str
) -> None:
    """T40, R5."""
    assert sandbox.run(task, given) == (b"refused",)


@pytest.mark.parametrize("task", [tasks.write, tasks.add, tasks.remove, tasks.read])
def test_no_file_can_be_touched(task: Callable[[str], Iterable[bytes]], tmp_path: Path) -> None:
    file = tmp_path / "answers.txt"
    file.write_text("answers")

    assert sandbox.run(task, str(file)) == (b"refused",)
    assert file.read_text() == "answers"


def test_a_listening_address_hears_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        sandbox.run(tasks.connect, f"127.0.0.1:{server.getsockname()[1]}")

        with pytest.raises(TimeoutError):
            server.accept()


def test_a_page_has_a_network_of_its_own_where_the_host_gives_one() -> None:
    """R5, T41."""
    own = str(Path("/proc/self/ns/net").readlink())

    (network,) = sandbox.run(tasks.name_its_network, "")

    assert (network.decode() != own) is host_gives_networks()


def test_the_settings_of_the_program_are_not_there() -> None:
    assert sandbox.run(tasks.tell_the_settings, "") == (b"{}",)


def test_preparing_leaves_the_settings_of_the_program_alone() -> None:
    before = dict(os.environ)

    sandbox.prepare("toolkit.documents.pdf_preload")

    assert dict(os.environ) == before
    assert "PYTHONSAFEPATH" not in before


def test_what_is_printed_is_lost(capfd: pytest.CaptureFixture[str]) -> None:
    sandbox.run(tasks.print_a_lot, "a quoted answer")

    assert capfd.readouterr() == ("", "")


def test_a_task_that_calculates_for_ever_is_stopped() -> None:
    """T45."""
    assert stopped(tasks.calculate) is Reason.TOO_LONG


def test_a_task_that_waits_for_ever_is_stopped() -> None:
    """T45."""
    began = time.monotonic()

    with pytest.raises(Stopped) as caught:
        sandbox.run(tasks.wait, 60.0, Limits(wall_seconds=1))

    assert caught.value.reason is Reason.TOO_LONG
    assert time.monotonic() - began < 30


def test_a_task_that_ignores_the_clock_is_stopped_too() -> None:
    """T45."""
    with pytest.raises(Stopped) as caught:
        sandbox.run(tasks.ignore_the_clock, 60.0, Limits(wall_seconds=1))

    assert caught.value.reason is Reason.TOO_LONG


@pytest.mark.parametrize("came", [b"", b"\0", bytes(3)])
def test_a_process_that_never_began_is_blamed_on_the_machine(came: bytes) -> None:
    with pytest.raises(Stopped) as caught:
        tuple(sandbox._parts(came))

    assert caught.value.reason is Reason.HOST_REFUSED


@pytest.mark.parametrize("sent", [b"\0", LENGTH.pack(2) + b"x", LENGTH.pack(2**63) + b"xx"])
def test_an_answer_that_does_not_fit_its_lengths_is_refused(sent: bytes) -> None:
    """T48."""
    with pytest.raises(Stopped) as caught:
        tuple(sandbox._parts(sent + ENDING.pack(0)))

    assert caught.value.reason is Reason.BROKEN


def test_a_task_that_takes_all_memory_is_stopped() -> None:
    """T45."""
    with pytest.raises(Stopped) as caught:
        sandbox.run(tasks.take_memory, 4_000)

    assert caught.value.reason is Reason.OUT_OF_MEMORY


def test_a_task_that_answers_without_end_is_stopped() -> None:
    assert stopped(tasks.answer_without_end) is Reason.TOO_LARGE


@pytest.mark.parametrize("task", [tasks.nest, tasks.divide_by_zero])
def test_a_task_that_breaks_says_only_that(task: Callable[[str], Iterable[bytes]]) -> None:
    """M4."""
    assert stopped(task) is Reason.BROKEN


def test_a_task_for_which_something_is_missing_says_so() -> None:
    assert stopped(tasks.miss_something) is Reason.UNAVAILABLE


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (signal.SIGSEGV, Reason.BROKEN),
        (signal.SIGABRT, Reason.BROKEN),
        (signal.SIGTRAP, Reason.BROKEN),
        (signal.SIGKILL, Reason.OUT_OF_MEMORY),
        (signal.SIGXCPU, Reason.TOO_LONG),
    ],
)
def test_a_process_that_dies_gives_a_reason(number: int, reason: Reason) -> None:
    with pytest.raises(Stopped) as caught:
        sandbox.run(tasks.die, int(number))

    assert caught.value.reason is reason


def test_the_next_task_does_not_notice() -> None:
    """T45, T48."""
    stopped(tasks.nest)

    assert sandbox.run(tasks.echo, b"next")[0] == b"next"


@pytest.mark.parametrize("places", [1, 2])
def test_tasks_wait_for_a_place_and_all_get_one(
    places: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "_PLACES", BoundedSemaphore(places))

    with ThreadPoolExecutor(4) as pool:
        stays = tuple(pool.map(partial(sandbox.run, tasks.stay), [0.5] * 4))

    assert len(stays) == 4
    assert most_at_once((float(came), float(left)) for came, left in stays) == places
