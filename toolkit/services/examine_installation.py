"""Looks whether this machine has what the program needs."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from toolkit.catalogue import Checking, check, library, shipped
from toolkit.documents.own_assets import damaged_assets
from toolkit.documents.pdf import RenderingProblem, rendering_problem
from toolkit.paths import QUESTIONNAIRES

LEAST_ROOM = 200_000_000


class Part(StrEnum):
    """What is looked at."""

    PDF = "pdf"
    FONTS = "fonts"
    DISK = "disk"
    QUESTIONNAIRES = "questionnaires"


@dataclass(frozen=True, slots=True)
class Finding:
    """One part with what is wrong with it; ``problem`` is empty when it is well."""

    part: Part
    problem: str = ""
    detail: str = ""


def examine_installation(
    folder: Path,
    *,
    pdf: Callable[[], RenderingProblem | None] = rendering_problem,
    fonts: Callable[[], tuple[str, ...]] = damaged_assets,
    room: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free,
) -> tuple[Finding, ...]:
    """Return a finding for every part; documents would be written in ``folder``."""
    lacking, lost, free = pdf(), fonts(), room(folder)
    problems = check(QUESTIONNAIRES, Checking(library(), shipped()))
    errors = [problem for problem in problems if problem.severity == "error"]
    return (
        Finding(Part.PDF, str(lacking) if lacking else ""),
        Finding(Part.FONTS, "missing" if lost else "", ", ".join(lost)),
        Finding(Part.DISK, "full" if free < LEAST_ROOM else "", str(free // 1_000_000)),
        Finding(Part.QUESTIONNAIRES, "wrong" if errors else "", str(len(shipped().ids()))),
    )
