"""The process that pages are made in copies of serves any thread, and leaves with the command."""

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Thread

import pytest

from tests.documents import tasks
from tests.documents.processes import PAGE, WAIT, alive, copies_of, family, said, started, within
from toolkit.documents import sandbox
from toolkit.documents.fork_server import ForkServer

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="it looks in /proc")

Start = Callable[[str], subprocess.Popen[bytes]]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ForkServer]:
    fresh = ForkServer()
    monkeypatch.setattr(sandbox, "_SERVER", fresh)
    yield fresh
    fresh.stop()


@pytest.fixture
def start() -> Iterator[Start]:
    """Start programs, and end those that a test leaves."""
    programs: list[subprocess.Popen[bytes]] = []

    def one(program: str) -> subprocess.Popen[bytes]:
        programs.append(started(program))
        return programs[-1]

    yield one
    for program in programs:
        program.kill()
        program.wait()


def number_of(server: ForkServer) -> int:
    assert server._running is not None
    return server._running[0].pid


def test_what_is_to_be_loaded_is_loaded_also_when_something_else_came_first(
    server: ForkServer,
) -> None:
    """A file that was looked through leaves no process behind that cannot make pages."""
    server.copy().close()
    before = number_of(server)

    sandbox.prepare("json")

    assert number_of(server) != before
    assert within(30, lambda: not alive({before}))


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_a_page_under_way_ends_with_the_command(number: signal.Signals, start: Start) -> None:
    command = start(WAIT)
    assert within(30, lambda: len(family(command.pid)) == 3)
    processes = family(command.pid)

    command.send_signal(number)
    command.wait()

    assert within(3, lambda: not alive(processes))


@pytest.mark.slow
def test_what_is_still_loading_ends_with_the_command(start: Start) -> None:
    command = start(WAIT)
    assert within(30, lambda: len(family(command.pid)) == 1)
    processes = family(command.pid)

    command.kill()
    command.wait()

    assert within(10, lambda: not alive(processes))


@pytest.mark.slow
def test_the_folder_for_passing_use_may_have_a_long_name_and_stays_empty(tmp_path: Path) -> None:
    folder = tmp_path / ("x" * 150)
    folder.mkdir()

    assert said(PAGE, TMPDIR=str(folder)) == ("made", "")
    assert list(folder.iterdir()) == []


@pytest.mark.slow
def test_making_a_page_starts_no_compiler(tmp_path: Path) -> None:
    program = tmp_path / "gcc"
    program.write_text(f"#!/bin/sh\n: > '{tmp_path}/ran'\n")
    program.chmod(0o755)

    assert said(PAGE, PATH=f"{tmp_path}:{os.environ['PATH']}") == ("made", "")
    assert list(tmp_path.iterdir()) == [program]


def test_the_thread_that_started_it_may_end(server: ForkServer) -> None:
    thread = Thread(target=server.start)
    thread.start()
    thread.join()
    number = number_of(server)

    assert sandbox.run(tasks.wait, 0.5) == (b"awake",)
    assert number_of(server) == number


def test_threads_that_come_together_are_served_by_one_process(server: ForkServer) -> None:
    before = family(os.getpid())

    with ThreadPoolExecutor(4) as pool:
        answers = tuple(pool.map(lambda given: sandbox.run(tasks.echo, given), [b"1", b"2"] * 4))

    assert [own for own, _ in answers] == [b"1", b"2"] * 4
    assert within(5, lambda: family(os.getpid()) - before == {number_of(server)})


def test_once_it_was_killed_the_next_task_starts_another(server: ForkServer) -> None:
    sandbox.run(tasks.echo, b"first")
    number = number_of(server)

    os.kill(number, signal.SIGKILL)

    assert sandbox.run(tasks.echo, b"next")[0] == b"next"
    assert number_of(server) != number


def test_a_task_under_way_does_not_notice_that_it_was_killed(server: ForkServer) -> None:
    server.start()

    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(sandbox.run, tasks.wait, 1.0)
        assert within(10, lambda: len(copies_of(number_of(server))) == 3)
        os.kill(number_of(server), signal.SIGKILL)

        assert answer.result() == (b"awake",)


def test_when_it_is_stopped_no_copy_is_left(server: ForkServer) -> None:
    sandbox.run(tasks.echo, b"first")
    number = number_of(server)

    server.stop()

    assert alive({number}) == set()
