"""Finds the questionnaires that come with the program."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from toolkit.catalogue.edition_folder import HEAD
from toolkit.catalogue.library_files import library
from toolkit.catalogue.load import load
from toolkit.catalogue.own_files import real
from toolkit.catalogue.scenarios import read_scenarios
from toolkit.domain.problems import Problem, Refused
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.workshop import Scenario
from toolkit.paths import QUESTIONNAIRES
from toolkit.reading.yaml_text import NotReadable


@dataclass(frozen=True, slots=True)
class Shelf:
    """Questionnaires that can be found by their id and edition."""

    folders: Mapping[str, Mapping[str, Path]]

    def ids(self) -> tuple[str, ...]:
        """Return the ids of the questionnaires on this shelf."""
        return tuple(self.folders)

    def editions(self, questionnaire: str) -> tuple[str, ...]:
        """Return the editions of a questionnaire, oldest first; none when it is not here."""
        return tuple(sorted(self.folders.get(questionnaire, {}), key=_numbered))

    def newest(self, questionnaire: str) -> Questionnaire:
        """Return the newest edition; raise as `find` does."""
        editions = self.editions(questionnaire)
        return self.find(questionnaire, editions[-1] if editions else "")

    def find(self, questionnaire: str, edition: str) -> Questionnaire:
        """Return an edition; raise `KeyError` when it is not here, or what `load` raises."""
        return _loaded(self.folders[questionnaire][edition])

    def scenarios(self, questionnaire: str, edition: str) -> tuple[Scenario, ...]:
        """Return the workshop cases of an edition that can be understood, in their order.

        Raises as `find` does.
        """
        return _cases(self.folders[questionnaire][edition])

    def roles(self) -> tuple[str, ...]:
        """Return the ids of the functions in the library."""
        return tuple(library().roles_by_id)

    def item_ids(self) -> frozenset[str]:
        """Return the ids of the items of all questionnaires that can be loaded."""
        folders = [folder for editions in self.folders.values() for folder in editions.values()]
        return frozenset(name for folder in folders for name in _item_ids(folder))


def shipped() -> Shelf:
    """Return the shelf with the questionnaires that come with the program."""
    folders: dict[str, dict[str, Path]] = {}
    for folder in edition_folders(QUESTIONNAIRES):
        folders.setdefault(folder.parent.name, {})[folder.name] = folder
    return Shelf(folders)


def shelf_at(place: Path) -> Shelf:
    """Return the shelf with the editions at ``place``, by the names in their files.

    Raises what `load` raises for an edition that cannot be used, `NotReadable` for a place
    without one.
    """
    folders: dict[str, dict[str, Path]] = {}
    for folder in edition_folders(place):
        whole = _loaded(folder)
        folders.setdefault(whole.id, {})[whole.edition] = folder
    if not folders:
        raise NotReadable((Problem("no_edition", str(place)),))
    return Shelf(folders)


def edition_folders(place: Path) -> Iterator[Path]:
    """Yield the edition folders at ``place``, which is one itself or a folder of them."""
    depths, top = ("", "*/", "*/*/"), real(place)
    yield from sorted(head.parent for depth in depths for head in top.glob(depth + HEAD))


def _numbered(edition: str) -> tuple[str | int, ...]:
    """Return an edition as it is ordered: 2026.9 before 2026.10."""
    parts = enumerate(re.split("([0-9]+)", edition))
    return tuple(int(part) if position % 2 else part for position, part in parts)


@cache
def _loaded(folder: Path) -> Questionnaire:
    return load(folder, library())


@cache
def _cases(folder: Path) -> tuple[Scenario, ...]:
    read = read_scenarios(folder, _loaded(folder).questions.keys(), library())
    return tuple(one.scenario for one in read if one.scenario and not one.faults)


def _item_ids(folder: Path) -> tuple[str, ...]:
    try:
        return tuple(_loaded(folder).questions)
    except Refused:
        return ()
