"""Reports everything that can be better in questionnaires, in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path

from toolkit.catalogue.edition_folder import HEAD
from toolkit.catalogue.load import Examined, examine
from toolkit.catalogue.own_files import own_document, real
from toolkit.catalogue.published import changed_editions
from toolkit.catalogue.rules import advice, conditions, figures, items, knowledge, names, texts
from toolkit.catalogue.rules.subject import Subject
from toolkit.catalogue.scenarios import FOLDER, read_scenarios
from toolkit.catalogue.shipped import Shelf, edition_folders
from toolkit.catalogue.stale import stale_facts
from toolkit.domain.library import Library
from toolkit.domain.problems import Problem
from toolkit.reading.pruning import names_in
from toolkit.reading.shape import Fault
from toolkit.reading.yaml_text import NotReadable

RULES: tuple[Callable[[Subject], Iterator[Fault]], ...] = (
    texts.translated,
    advice.advice_is_there,
    conditions.no_circles,
    conditions.reachable,
    conditions.better_never_hides,
    figures.line_within_reach,
    figures.whole_bands,
    items.earned_in_full,
    figures.useful_selections,
    names.alike,
    knowledge.safe_for_the_young,
)
NO_SCENARIO = frozenset(("file_outside", "not_a_file"))


@dataclass(frozen=True, slots=True)
class Checking:
    """What a check needs to know: the library, the other questionnaires, today's date.

    Without ``stale_on`` facts past their date are not looked for.
    """

    library: Library
    shelf: Shelf
    stale_on: date | None = None


def check(place: Path, checking: Checking) -> tuple[Problem, ...]:
    """Return the problems of the edition at ``place``, or of all editions below it.

    Files are named from ``place``. A place without an edition is one problem itself.
    """
    top = real(place)
    folders = tuple(edition_folders(top))
    if not folders:
        return (Problem("no_edition", str(place)),)
    problems = [problem for folder in folders for problem in _edition(folder, top, checking)]
    for questionnaire in dict.fromkeys(folder.parent for folder in folders):
        problems += _named(changed_editions(questionnaire), questionnaire, top)
    if checking.stale_on is not None:
        problems += stale_facts(checking.library, checking.stale_on)
    return tuple(problems)


def _edition(folder: Path, place: Path, checking: Checking) -> Iterator[Problem]:
    try:
        examined = examine(folder, checking.library)
    except NotReadable as refused:
        yield from _named((*refused.problems, *_unread(folder)), folder, place)
        return
    problems = (*examined.errors, *_findings(examined, folder, checking))
    yield from _named(problems, folder, place)


def _findings(examined: Examined, folder: Path, checking: Checking) -> Iterator[Problem]:
    subject = examined.subject
    if subject is not None:
        faults = chain(
            _folder_names(subject, folder),
            (fault for rule in RULES for fault in rule(subject)),
            knowledge.known_to_library(subject, checking.library),
            knowledge.informs_something(subject, checking.shelf.item_ids()),
        )
        for problem in examined.problems(faults, "finding"):
            if not any(error.key.startswith(problem.key) for error in examined.errors):
                yield problem
        yield from _scenarios(examined, subject, folder, checking)
    used = {part.name for part in examined.files.parts.values()}
    used |= {problem.file for problem in examined.errors}
    for path in _own_files(folder):
        if path not in used:
            yield Problem("file_unused", path, severity="finding")


def _scenarios(
    examined: Examined, subject: Subject, folder: Path, checking: Checking
) -> Iterator[Problem]:
    gone = names_in(examined.files.value, examined.rest.dropped)
    for read in read_scenarios(folder, subject.known.keys(), checking.library):
        for problem in read.unread:
            wrong = problem.code in NO_SCENARIO
            yield problem if wrong else replace(problem, severity="finding")
        for fault in read.faults if read.files else ():
            if read.files and not examined.follows(fault, gone):
                yield read.files.problem(fault, "finding")


def _folder_names(subject: Subject, folder: Path) -> Iterator[Fault]:
    whole = subject.questionnaire
    for key, name, found in (
        ("id", whole.id, folder.parent.name),
        ("edition", whole.edition, folder.name),
    ):
        if name != found:
            yield Fault("folder_differs", (key,), {"name": name, "other": found})


def _unread(folder: Path) -> Iterator[Problem]:
    """Yield what is wrong with the other files of an edition whose head cannot be read."""
    for name in _own_files(folder):
        if name != HEAD:
            try:
                own_document(folder, name)
            except NotReadable as refused:
                yield from refused.problems


def _own_files(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder).as_posix()
        if not name.startswith(f"{FOLDER}/"):
            yield name


def _named(
    problems: Iterator[Problem] | tuple[Problem, ...], folder: Path, place: Path
) -> Iterator[Problem]:
    below = folder.relative_to(place).as_posix() if folder.is_relative_to(place) else ".."
    for problem in problems:
        yield problem if below == "." else replace(problem, file=f"{below}/{problem.file}")
