"""Makes the environment of this checkout, once, from the locked parts."""

import fcntl
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from configparser import ConfigParser
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from scripts.set_up import texts
from scripts.set_up.failures import SetUpFailed, reason
from scripts.set_up.system import install_venv, venv_command
from scripts.set_up.voice import Voice

Purpose = Literal["run", "test"]
LOCKS: dict[Purpose, tuple[str, ...]] = {
    "run": ("requirements.lock",),
    "test": ("requirements.lock", "requirements-test.lock"),
}


@dataclass(frozen=True, slots=True)
class Environment:
    """The folder ``.venv`` of one checkout, and what stands beside it."""

    root: Path

    @property
    def place(self) -> Path:
        return self.root / ".venv"

    @property
    def log(self) -> Path:
        return self.root / ".venv.log"

    def program(self, name: str) -> Path:
        """Return the path of a command inside the environment."""
        return self.place / "bin" / name

    def is_ready(self, purpose: Purpose) -> bool:
        """Say whether a set-up for this purpose was finished and still fits."""
        stamp = self._stamp(purpose)
        return stamp.is_file() and stamp.read_text() == self._fingerprint(purpose)

    def has_been_ready(self) -> bool:
        """Say whether it can be brought up to date; one that was interrupted cannot."""
        base = self.place / "made-by"
        return base.is_file() and base.read_text() == self._maker()

    def forget(self) -> None:
        """Take back every promise, so that an interrupted set-up starts anew."""
        for name in ("made-by", "ready-run", "ready-test"):
            (self.place / name).unlink(missing_ok=True)

    def promise(self, purpose: Purpose) -> None:
        """Record that the set-up is finished; what serves the tests also serves a run."""
        (self.place / "made-by").write_text(self._maker())
        kinds: tuple[Purpose, ...] = ("run", "test") if purpose == "test" else ("run",)
        for kind in kinds:
            self._stamp(kind).write_text(self._fingerprint(kind))

    def _stamp(self, purpose: Purpose) -> Path:
        return self.place / f"ready-{purpose}"

    def _maker(self) -> str:
        return f"{sys.version}\n{self.place}\n"

    def _fingerprint(self, purpose: Purpose) -> str:
        digest = sha256(self._maker().encode())
        for name in ("setup.cfg", *LOCKS[purpose]):
            digest.update((self.root / name).read_bytes())
        return digest.hexdigest()


def ensure(environment: Environment, purpose: Purpose, voice: Voice) -> bool:
    """Make the environment when it is not ready; return whether anything was done.

    Raises ``SetUpFailed`` with the sentence for the user. Two at once wait for each other.
    """
    if environment.is_ready(purpose):
        return False
    if not os.access(environment.root, os.W_OK):
        raise SetUpFailed(texts.READ_ONLY, place=environment.root)
    with _alone(environment, voice) as lock:
        if environment.is_ready(purpose):
            return False
        _introduce(environment, voice)
        _make(environment, purpose, voice, lock)
    return True


def _introduce(environment: Environment, voice: Voice) -> None:
    settings = ConfigParser()
    settings.read(environment.root / "setup.cfg")
    voice.say(texts.HEADING, version=settings["metadata"]["version"])
    voice.begin(f"Python {sys.version_info.major}.{sys.version_info.minor}")
    voice.say(texts.FOUND)


def _make(environment: Environment, purpose: Purpose, voice: Voice, lock: int) -> None:
    started = time.monotonic()
    again = environment.has_been_ready()
    if not again:
        _provide_venv(voice)
    voice.begin(texts.MAKING)
    try:
        environment.forget()
        if not again:
            _call(
                environment, lock, sys.executable, "-m", "venv", "--clear", str(environment.place)
            )
        _install(environment, lock, "--require-hashes", "-r", LOCKS[purpose][-1])
        _install(environment, lock, "--no-deps", "--no-build-isolation", "-e", ".")
        environment.promise(purpose)
    except BaseException:
        voice.say(texts.FAILED)
        raise
    done = texts.READY_AGAIN if again else texts.READY_FIRST
    voice.say(done, seconds=round(time.monotonic() - started))


def _provide_venv(voice: Voice) -> None:
    """Debian keeps venv in a package of its own."""
    present = (sys.executable, "-c", "import ensurepip, venv; ensurepip.version()")
    if subprocess.run(present, capture_output=True, check=False).returncode == 0:
        return
    if not install_venv(voice):
        raise SetUpFailed(texts.NO_VENV, command=venv_command())


def _install(environment: Environment, lock: int, *what: str) -> None:
    quiet = ("--quiet", "--retries", "2", "--no-input", "--disable-pip-version-check")
    python = str(environment.program("python"))
    _call(environment, lock, python, "-m", "pip", "install", *quiet, *what)


def _call(environment: Environment, lock: int, *command: str) -> None:
    """Run one step; the child keeps the lock too, so that nobody starts before it has ended."""
    done = subprocess.run(
        command,
        cwd=environment.root,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        pass_fds=(lock,),
        check=False,
    )
    if done.returncode:
        environment.log.write_text(done.stdout)
        raise SetUpFailed(reason(done.stdout), log=environment.log)


@contextmanager
def _alone(environment: Environment, voice: Voice) -> Iterator[int]:
    lock = os.open(environment.root / ".venv.lock", os.O_CREAT | os.O_RDWR, 0o644)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            voice.say(texts.WAITING)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield lock
    finally:
        os.close(lock)
