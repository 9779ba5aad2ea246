"""Packages of the operating system: whether they are there, how they are installed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scripts.set_up import texts
from scripts.set_up.texts import Text
from scripts.set_up.voice import Voice

VALIDATOR = "tests/markup"


@dataclass(frozen=True, slots=True)
class Installer:
    """One package manager, with what PDF needs from it."""

    program: str
    install: tuple[str, ...]
    pango: tuple[str, ...]
    needs_root: bool = True

    def command(self, packages: tuple[str, ...]) -> tuple[str, ...]:
        """Return what to type, with ``sudo`` where this user needs it."""
        sudo = ("sudo",) if self.needs_root and os.geteuid() != 0 else ()
        return (*sudo, self.program, *self.install, *packages)


INSTALLERS = (
    Installer(
        "apt-get",
        ("install", "-y", "--no-install-recommends"),
        ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"),
    ),
    Installer("dnf", ("install", "-y"), ("pango",)),
    Installer("brew", ("install",), ("pango",), needs_root=False),
)


@dataclass(frozen=True, slots=True)
class Offer:
    """Packages that are missing, what to say about them, how to see that they work."""

    by: Installer
    packages: tuple[str, ...]
    advice: Text
    works: Callable[[], bool]

    def install(self, *, may_ask: bool) -> bool:
        """Install them; return whether that helped."""
        return _run(self.by, self.packages, may_ask=may_ask) and self.works()


def installer() -> Installer | None:
    """Return the package manager of this computer, if it is one we know."""
    return next((one for one in INSTALLERS if shutil.which(one.program)), None)


def offer_pango(python: Path, voice: Voice) -> None:
    """See that PDF can be made, and say what to do when it cannot; never stops anything."""
    voice.begin(texts.PANGO)
    if _can_import(python, "weasyprint"):
        voice.say(texts.FOUND)
        return
    known = installer()
    if known is None:
        voice.say(texts.MISSING)
        voice.say(texts.PANGO_UNKNOWN)
        return
    offer = Offer(known, known.pango, texts.PANGO_ADVICE, lambda: _can_import(python, "weasyprint"))
    _settle(offer, voice)


def offer_test_packages(root: Path, voice: Voice) -> None:
    """See that the programs the tests call are there; only Debian's names are known."""
    wanted = tuple(_listed(root))
    if not shutil.which("dpkg-query"):
        return
    missing = tuple(name for name in wanted if not _has_package(name))
    voice.begin(texts.TEST_PACKAGES)
    if missing:
        offer = Offer(INSTALLERS[0], missing, texts.TEST_PACKAGES_ADVICE, lambda: True)
        _settle(offer, voice)
    else:
        voice.say(texts.FOUND)


def install_validator(root: Path, voice: Voice) -> None:
    """Fetch the validator of HTML by its lock, where npm is; without it one test cannot pass."""
    place = root / VALIDATOR
    lock, done = place / "package-lock.json", place / "node_modules" / ".package-lock.json"
    voice.begin(texts.VALIDATOR)
    if done.is_file() and done.stat().st_mtime >= lock.stat().st_mtime:
        voice.say(texts.FOUND)
        return
    npm = shutil.which("npm")
    if npm is None:
        voice.say(texts.MISSING)
        voice.say(texts.NO_NPM)
        return
    command = (npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(place))
    voice.say(texts.INSTALLED if _quietly(command, may_ask=False) else texts.FAILED)


def install_venv(voice: Voice) -> bool:
    """Install Debian's package for venv where that may be done without asking."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    voice.begin("python3-venv")
    done = _run(INSTALLERS[0], ("python3-venv",), may_ask=False)
    voice.say(texts.INSTALLED if done else texts.FAILED)
    return done


def venv_command() -> str:
    """Return what to type to get venv; only Debian keeps it apart, elsewhere Python comes whole."""
    if shutil.which("apt-get"):
        return f"sudo apt install python3.{sys.version_info.minor}-venv"
    return "brew install python" if shutil.which("brew") else "sudo dnf install python3"


def _settle(offer: Offer, voice: Voice) -> None:
    """Install without asking as root or without a terminal; otherwise ask."""
    asks = voice.answer is not None and os.geteuid() != 0
    if not asks and offer.install(may_ask=False):
        voice.say(texts.INSTALLED)
        return
    voice.say(texts.MISSING)
    voice.say(offer.advice, command=_typed(offer.by, offer.packages))
    if not asks:
        return
    if not voice.agrees():
        voice.say(texts.LATER)
        return
    done = offer.install(may_ask=True)
    voice.say(texts.INSTALLED_NOW if done else texts.INSTALL_FAILED)


def _run(known: Installer, packages: tuple[str, ...], *, may_ask: bool) -> bool:
    """Install the packages; ``sudo`` may ask for a password only when somebody can type it."""
    command = known.command(packages)
    if command[0] == "sudo" and not may_ask:
        command = ("sudo", "-n", *command[1:])
    if not shutil.which(command[0]):
        return False
    if known.program == "apt-get":
        _quietly((*command[: command.index("apt-get") + 1], "update"), may_ask=may_ask)
    return _quietly(command, may_ask=may_ask)


def _quietly(command: tuple[str, ...], *, may_ask: bool) -> bool:
    done = subprocess.run(
        command,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=None if may_ask else subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=None if may_ask else subprocess.DEVNULL,
        check=False,
    )
    return done.returncode == 0


def _typed(known: Installer, packages: tuple[str, ...]) -> str:
    sudo = "sudo " if known.needs_root else ""
    return f"{sudo}{known.program.removesuffix('-get')} install {' '.join(packages)}"


def _can_import(python: Path, module: str) -> bool:
    command = (str(python), "-c", f"import {module}")
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _has_package(name: str) -> bool:
    command = ("dpkg-query", "--show", "--showformat=${db:Status-Status}", name)
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    return found.stdout == "installed"


def _listed(root: Path) -> list[str]:
    """Return the packages named in the lists that stand beside the tests."""
    files = sorted(root.glob(".ci/apt-packages*.txt")) + sorted(
        root.glob("tests/**/apt-packages.txt")
    )
    lines = (line.split("#")[0].strip() for file in files for line in file.read_text().splitlines())
    return sorted({line for line in lines if line})
