"""What the lock files say."""

import re

from tests.house.source import ROOT


def locked(lock: str) -> set[str]:
    """Return the names of the packages in a lock."""
    return {name(entry) for entry in entries(lock)}


def entries(lock: str) -> tuple[str, ...]:
    """Return each locked package with the hashes below it."""
    lines = (ROOT / lock).read_text().replace("\\\n", " ").splitlines()
    return tuple(line for line in lines if line and not line.lstrip().startswith("#"))


def name(entry: str) -> str:
    return normal(re.split(r"[=\s\[<>~!;]", entry, maxsplit=1)[0])


def normal(package: str) -> str:
    return re.sub(r"[-_.]+", "-", package).lower()
