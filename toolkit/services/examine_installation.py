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


class Lack(StrEnum):
    """What can be wrong, besides what `rendering_problem` finds."""

    FILES_DAMAGED = "files_damaged"
    NO_ROOM = "no_room"
    CONTENT_WRONG = "content_wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One part with what is wrong with it, if anything; ``detail`` goes into the sentence."""

    part: Part
    problem: RenderingProblem | Lack | None = None
    detail: str = ""


def examine_installation(
    folder: Path,
    *,
    pdf: Callable[[], RenderingProblem | None] = rendering_problem,
    fonts: Callable[[], tuple[str, ...]] = damaged_assets,
    room: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free,
    questionnaires: Path = QUESTIONNAIRES,
) -> tuple[Finding, ...]:
    """Return a finding for every part; documents would be written in ``folder``."""
    lost, free = fonts(), room(folder)
    problems = check(questionnaires, Checking(library(), shipped()))
    wrong = any(problem.severity == "error" for problem in problems)
    return (
        Finding(Part.PDF, pdf()),
        Finding(Part.FONTS, Lack.FILES_DAMAGED if lost else None, ", ".join(lost)),
        Finding(Part.DISK, Lack.NO_ROOM if free < LEAST_ROOM else None, str(free // 1_000_000)),
        Finding(
            Part.QUESTIONNAIRES, Lack.CONTENT_WRONG if wrong else None, str(len(shipped().ids()))
        ),
    )
