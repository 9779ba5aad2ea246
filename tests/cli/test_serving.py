"""The commands that serve: what they print, what they refuse, how they stop."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

pytestmark = pytest.mark.slow


class Serving:
    """A command that serves, started as somebody types it."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.port = _free_port()
        typed = (*arguments, "--port", str(self.port), "--lang", "nl")
        self.process = subprocess.Popen(
            (sys.executable, "-m", "toolkit", *typed),
            env={**os.environ, "KRS_DATA": str(folder / "data")},
            stdout=subprocess.PIPE,
            text=True,
        )

    def link(self) -> str:
        """Return the address that it prints."""
        lines = iter(self.process.stdout or ())
        return next(line.strip() for line in lines if "/start/" in line)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Stop it; return its exit code."""
        self.process.send_signal(how)
        self.process.communicate(timeout=60)
        return self.process.returncode


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    found = Serving(tmp_path, "serve")
    yield found
    found.process.kill()
    found.process.communicate()


def test_serving_prints_a_link_that_opens(serving: Serving) -> None:
    link = serving.link()

    with urlopen(link) as answer:  # noqa: S310 (the address is our own)
        assert "Welkom bij de Kinderrechtenscan" in answer.read().decode()


def test_serving_stops_at_a_signal(serving: Serving) -> None:
    """T95: what is at hand is finished first."""
    serving.link()

    assert serving.stop() in (0, 143)


def test_a_port_in_use_is_told_with_another(serving: Serving, tmp_path: Path) -> None:
    serving.link()
    typed = (sys.executable, "-m", "toolkit", "serve", "--port", str(serving.port), "--lang", "nl")

    second = subprocess.run(
        typed,
        env={**os.environ, "KRS_DATA": str(tmp_path / "other")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert second.returncode == 2
    assert f"--port {serving.port + 1}" in second.stderr


def test_the_example_opens_with_its_outcome(tmp_path: Path) -> None:
    demo = Serving(tmp_path, "demo")

    link = demo.link()
    demo.stop()

    assert link.endswith("?to=example")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
