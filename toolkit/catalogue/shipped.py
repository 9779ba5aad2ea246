"""Finds the questionnaires that come with the program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from toolkit.catalogue.edition_folder import HEAD
from toolkit.catalogue.library_files import library
from toolkit.catalogue.load import load
from toolkit.domain.questionnaire import Questionnaire
from toolkit.paths import QUESTIONNAIRES


@dataclass(frozen=True, slots=True)
class Shelf:
    """Questionnaires that can be found by their id and edition."""

    folders: Mapping[str, Mapping[str, Path]]

    def ids(self) -> tuple[str, ...]:
        """Return the ids of the questionnaires on this shelf."""
        return tuple(self.folders)

    def editions(self, questionnaire: str) -> tuple[str, ...]:
        """Return the editions of a questionnaire, oldest first; none when it is not here."""
        return tuple(self.folders.get(questionnaire, {}))

    def find(self, questionnaire: str, edition: str) -> Questionnaire:
        """Return an edition; raise `KeyError` when it is not here, or what `load` raises."""
        return _loaded(self.folders[questionnaire][edition])


def shipped() -> Shelf:
    """Return the shelf with the questionnaires that come with the program."""
    folders: dict[str, dict[str, Path]] = {}
    for folder in edition_folders(QUESTIONNAIRES):
        folders.setdefault(folder.parent.name, {})[folder.name] = folder
    return Shelf(folders)


def find(questionnaire: str, edition: str) -> Questionnaire:
    """Return an edition that comes with the program; raise `KeyError` when it does not."""
    return shipped().find(questionnaire, edition)


def edition_folders(place: Path) -> Iterator[Path]:
    """Yield the edition folders at ``place``, which is one itself or a folder of them."""
    yield from sorted(head.parent for head in place.glob("**/" + HEAD))


@cache
def _loaded(folder: Path) -> Questionnaire:
    return load(folder, library())
