"""Reads the workshop cases of an edition."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from toolkit.catalogue.joined_files import JoinedFiles, Part
from toolkit.catalogue.own_files import own_document
from toolkit.catalogue.prepared import prepared
from toolkit.domain.library import Library
from toolkit.domain.problems import Problem
from toolkit.domain.workshop import PhaseName, Scenario
from toolkit.reading.pruning import fitting
from toolkit.reading.shape import Fault, nearest, some
from toolkit.reading.yaml_text import Document, NotReadable, Plain

FOLDER = "scenarios"
PHASES: tuple[str, ...] = get_args(PhaseName)
_INSTEAD: Mapping[str, Plain] = {}


@dataclass(frozen=True, slots=True)
class ReadScenario:
    """A case as far as it could be understood, with what is wrong in its file."""

    scenario: Scenario | None
    files: JoinedFiles | None = None
    faults: tuple[Fault, ...] = ()
    unread: tuple[Problem, ...] = ()


def read_scenarios(
    edition: Path, items: Collection[str], library: Library
) -> Iterator[ReadScenario]:
    """Yield the cases of an edition in the order of their file names."""
    for path in sorted((edition / FOLDER).glob("*.yaml")):
        yield _read(edition, path.name, items, library)


def _read(edition: Path, file: str, items: Collection[str], library: Library) -> ReadScenario:
    name = f"{FOLDER}/{file}"
    try:
        document = own_document(edition, name)
    except NotReadable as refused:
        return ReadScenario(None, unread=refused.problems)
    return understood(document, name, items, library, stem=Path(file).stem)


def understood(
    document: Document, name: str, items: Collection[str], library: Library, *, stem: str = ""
) -> ReadScenario:
    """Return the case in a document called ``name``; its id is ``stem``, if that is given."""
    if not isinstance(document.value, dict):
        return ReadScenario(None, unread=(Problem("not_a_scenario", name, 1),))
    files = JoinedFiles(document.value, {(): Part(name, (), document)})
    faults = [*prepared(files, library)]
    rest = fitting(Scenario, files.value, instead=_INSTEAD)
    faults += rest.faults
    if rest.model is not None:
        faults += some(_faults(rest.model, stem or rest.model.id, items, library))
    return ReadScenario(rest.model, files, tuple(faults))


def _faults(
    scenario: Scenario, stem: str, items: Collection[str], library: Library
) -> Iterator[Fault]:
    if scenario.id != stem:
        yield Fault("scenario_name", ("id",), {"name": scenario.id, "other": stem})
    for number, item in enumerate(scenario.items):
        if item not in items:
            likely = nearest(item, tuple(items))
            yield Fault("scenario_item", ("items", number), {"name": item, "nearest": likely})
    for number, article in enumerate(scenario.crc):
        if article not in library.articles_by_number:
            yield Fault("article_unknown", ("crc", number), {"name": str(article)})
    if tuple(phase.id for phase in scenario.phases) != PHASES:
        yield Fault("scenario_phases", ("phases",), {"known": ", ".join(PHASES)})
