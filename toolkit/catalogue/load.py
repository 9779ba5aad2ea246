"""Turns the files of an edition into a questionnaire, or into everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from toolkit.catalogue.edition_folder import read_edition
from toolkit.catalogue.joined_files import JoinedFiles
from toolkit.catalogue.placeholders import fill_in
from toolkit.domain.library import Library
from toolkit.domain.problems import Problem
from toolkit.domain.questionnaire import Questionnaire
from toolkit.reading.pruning import Remainder, fitting
from toolkit.reading.shape import Fault
from toolkit.reading.yaml_text import Plain

_INSTEAD: Mapping[str, Plain] = {
    "format": "1",
    "id": "x",
    "edition": "x",
    "languages": ("nl",),
    "title": {"nl": "x"},
    "scales": {},
}


class BadQuestionnaire(Exception):
    """A questionnaire that cannot be loaded or scored; ``problems`` says why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Examined:
    """What an edition folder holds: as much of the questionnaire as fits, with its problems."""

    files: JoinedFiles
    rest: Remainder[Questionnaire]
    problems: tuple[Problem, ...]


def load(folder: Path, library: Library | None = None) -> Questionnaire:
    """Return the questionnaire in an edition folder.

    Raises `NotReadable` or `BadQuestionnaire`, with every problem, when it cannot be loaded or
    scored. Findings do not stop it. Texts come back with the facts of the library filled in.
    """
    examined = examine(folder, library)
    if examined.problems or examined.rest.model is None:
        raise BadQuestionnaire(examined.problems)
    return examined.rest.model


def examine(folder: Path, library: Library | None = None) -> Examined:
    """Return what is in an edition folder; raise `NotReadable` when its head cannot be read."""
    read = read_edition(folder)
    faults = [Fault("empty_value", place) for place in read.empty()]
    faults += fill_in(read.value, read.braced(), library)
    rest = fitting(Questionnaire, read.value, instead=_INSTEAD, closed=read.closed)
    problems = (*read.problems, *(read.problem(fault) for fault in (*faults, *rest.faults)))
    return Examined(read, rest, problems)
