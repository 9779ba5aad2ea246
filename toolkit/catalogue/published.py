"""Knows whether an edition is still what was released."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from toolkit.catalogue.edition_folder import HEAD
from toolkit.catalogue.own_files import own_bytes, own_path, own_text
from toolkit.domain.fields import EDITION
from toolkit.domain.problems import Problem
from toolkit.reading.shape import MOST_FAULTS, quoted
from toolkit.reading.yaml_text import NotReadable

PUBLISHED = "published.txt"


def fingerprint(edition: Path) -> str:
    """Return one number for all files of an edition: it changes when any of them does.

    Raises `NotReadable` for a file that is too large, or that is not an ordinary one inside it.
    """
    whole = sha256()
    for path in sorted(part for part in edition.rglob("*") if not part.is_dir()):
        file = path.relative_to(edition).as_posix()
        name, content = os.fsencode(file), own_bytes(edition, file)
        whole.update(b"%d %s %d " % (len(name), name, len(content)) + content)
    return whole.hexdigest()


def changed_editions(questionnaire: Path) -> Iterator[Problem]:
    """Yield a finding for every released edition that changed or is gone.

    ``published.txt`` holds a line per released edition: its name, then its fingerprint.
    """
    if any(questionnaire.glob(PUBLISHED)):
        try:
            text = own_text(questionnaire, PUBLISHED)
        except NotReadable as refused:
            found: Iterator[Problem] = iter(refused.problems)
        else:
            found = _compared(questionnaire, text.splitlines())
        yield from (replace(problem, severity="finding") for problem in found)


def _compared(questionnaire: Path, lines: list[str]) -> Iterator[Problem]:
    known = cache(fingerprint)
    for number, line in enumerate(lines[:MOST_FAULTS], 1):
        edition, _, released = line.strip().partition(" ")
        if edition and not edition.startswith("#"):
            try:
                code = _code(questionnaire, edition, released.strip(), known)
            except NotReadable as refused:
                yield from (
                    replace(part, file=f"{edition}/{part.file}") for part in refused.problems
                )
            else:
                details = {"name": quoted(edition)}
                yield from (Problem(code, PUBLISHED, number, details=details),) if code else ()
    if len(lines) > MOST_FAULTS:
        yield Problem("and_more", PUBLISHED)


def _code(questionnaire: Path, edition: str, released: str, known: Callable[[Path], str]) -> str:
    if not re.fullmatch(EDITION, edition, re.ASCII):
        return "published_line"
    if not any(questionnaire.glob(f"{edition}/{HEAD}")):
        return "published_gone"
    return "" if known(own_path(questionnaire, edition)) == released else "published_changed"
