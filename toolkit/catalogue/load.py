"""Turns the files of an edition into a questionnaire, or into everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from toolkit.catalogue.edition_folder import read_edition
from toolkit.catalogue.joined_files import JoinedFiles
from toolkit.catalogue.placeholders import named
from toolkit.catalogue.prepared import prepared
from toolkit.catalogue.rules import advice, conditions, figures, items, names, texts
from toolkit.catalogue.rules.subject import Subject
from toolkit.domain.library import Library
from toolkit.domain.problems import Place, Problem, Refused, Severity
from toolkit.domain.questionnaire import Questionnaire
from toolkit.reading.pruning import Remainder, fitting, names_in
from toolkit.reading.shape import Fault, some
from toolkit.reading.yaml_text import Plain

RULES: tuple[Callable[[Subject], Iterator[Fault]], ...] = (
    names.unique_ids,
    names.known_names,
    names.renamed,
    names.informed,
    items.sound_items,
    items.weighty_groups,
    figures.sound_scales,
    figures.sound_scoring,
    figures.target_within_reach,
    advice.advice_leads_somewhere,
    conditions.sound_conditions,
    conditions.allowed_conditions,
    conditions.short_chains,
    texts.first_language,
)

NEEDS_ALL_ITEMS = frozenset(("selection_empty", "gate_high", "maximum_high", "show_if_falls"))
NEEDS_ALL_FILES = frozenset(("condition_item", "advice_unknown", "scenario_item"))
NEEDS: Mapping[str, Place] = {
    "dimension_not_there": ("scales",),
    "scale_not_there": ("scales",),
    "level_not_there": ("levels",),
    "phrase_not_there": ("phrases",),
    "band_not_there": ("scoring", "bands"),
    "text_first_language": ("languages",),
    "text_translation": ("languages",),
    "text_extra": ("languages",),
}

_INSTEAD: Mapping[str, Plain] = {
    "format": "1",
    "id": "x",
    "edition": "x",
    "languages": ("nl",),
    "title": {"nl": "x"},
    "scales": {},
}


class BadQuestionnaire(Refused):
    """A questionnaire that cannot be loaded or scored."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What an edition folder holds: as much of the questionnaire as fits, with its errors.

    ``figures`` are the national figures that its texts name.
    """

    files: JoinedFiles
    rest: Remainder[Questionnaire]
    figures: tuple[str, ...] = ()
    errors: tuple[Problem, ...] = ()

    @property
    def subject(self) -> Subject | None:
        """What the rules look at, if anything could be understood."""
        return Subject(self.rest.model) if self.rest.model is not None else None

    def problems(self, faults: Iterable[Fault], severity: Severity) -> Iterator[Problem]:
        """Return the problems of faults that a rule found, without what follows from others."""
        gone = names_in(self.files.value, self.rest.dropped)
        in_files = (replace(part, place=self.rest.original(part.place)) for part in faults)
        own = (
            part
            for part in in_files
            if not self.rest.touches(part.place) and not self.follows(part, gone)
        )
        return (self.files.problem(part, severity) for part in some(own))

    def follows(self, fault: Fault, gone: Collection[str]) -> bool:
        """Return whether a fault may only be there because a part could not be understood."""
        name = fault.details.get("name", "")
        if name in gone or name.rpartition(".")[0] in gone:
            return True
        if fault.code in NEEDS_ALL_ITEMS and self.errors:
            return True
        if fault.code in NEEDS_ALL_FILES and self.files.closed:
            return True
        return fault.code in NEEDS and self.rest.lost(NEEDS[fault.code])


def load(folder: Path, library: Library | None = None) -> Questionnaire:
    """Return the questionnaire in an edition folder.

    Raises `NotReadable` or `BadQuestionnaire`, with every problem, when it cannot be loaded or
    scored. Findings do not stop it. Texts come back with the facts of the library filled in.
    """
    examined = examine(folder, library)
    if examined.errors or examined.rest.model is None:
        raise BadQuestionnaire(examined.errors)
    return examined.rest.model.citing(examined.figures)


def examine(folder: Path, library: Library | None = None) -> Examined:
    """Return what is in an edition folder; raise `NotReadable` when its head cannot be read."""
    files = read_edition(folder)
    cited = named(files.value, files.braced(), "figure")
    faults = prepared(files, library)
    rest = fitting(Questionnaire, files.value, instead=_INSTEAD, closed=files.closed)
    found = Examined(files, rest, cited)
    errors = (*files.problems, *(files.problem(fault) for fault in (*faults, *rest.faults)))
    subject = found.subject
    if subject is not None:
        broken = (fault for rule in RULES for fault in rule(subject))
        errors += tuple(found.problems(broken, "error"))
    return replace(found, errors=errors)
