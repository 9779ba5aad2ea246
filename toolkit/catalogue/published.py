"""Knows whether an edition is still what was released."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from toolkit.domain.problems import Problem

PUBLISHED = "published.txt"


def fingerprint(edition: Path) -> str:
    """Return one number for all files of an edition: it changes when any of them does."""
    whole = sha256()
    for path in sorted(part for part in edition.rglob("*") if part.is_file()):
        name = path.relative_to(edition).as_posix().encode()
        content = path.read_bytes()
        whole.update(b"%d %s %d " % (len(name), name, len(content)) + content)
    return whole.hexdigest()


def changed_editions(questionnaire: Path) -> Iterator[Problem]:
    """Yield a finding for every released edition that changed or is gone.

    ``published.txt`` holds a line per released edition: its name, then its fingerprint.
    """
    try:
        lines = (questionnaire / PUBLISHED).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return
    for number, line in enumerate(lines, 1):
        edition, _, released = line.strip().partition(" ")
        if edition and not edition.startswith("#"):
            code = _code(questionnaire / edition, released.strip())
            if code:
                details = {"name": edition}
                yield Problem(code, PUBLISHED, number, "", "finding", details)


def _code(edition: Path, released: str) -> str:
    if not edition.is_dir() or not edition.name[:1].isalnum():
        return "published_gone"
    return "" if fingerprint(edition) == released else "published_changed"
