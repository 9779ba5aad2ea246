"""Names must be unique, and exist where they are used."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from toolkit.catalogue.rules.subject import Subject
from toolkit.domain.problems import Place, dotted
from toolkit.reading.shape import Fault, nearest

_LOOKS_LIKE = str.maketrans({"0": "o", "1": "l", "i": "l", "5": "s", "_": "", ".": "", "-": ""})


def unique_ids(subject: Subject) -> Iterator[Fault]:
    """Items, groups and intake questions share one name space; other lists have their own."""
    yield from _twice(_items_and_groups(subject), "id_twice")
    whole = subject.questionnaire
    lists: tuple[tuple[str, Iterable[str]], ...] = (
        ("selections", (part.id for part in whole.selections)),
        ("contradictions", (part.id for part in whole.contradictions)),
        ("safeguards", (part.id for part in whole.safeguards)),
    )
    for key, names in lists:
        yield from _twice(_placed(names, (key,), "id"), "name_twice")
    for key, names in (("levels", whole.levels), ("languages", whole.languages)):
        yield from _twice(_placed(names, (key,)), "name_twice")
    bands = (band.id for band in whole.scoring.bands)
    yield from _twice(_placed(bands, ("scoring", "bands"), "id"), "name_twice")
    for placed in subject.items:
        options = (option.id for option in placed.item.options)
        yield from _twice(_placed(options, (*placed.place, "options"), "id"), "name_twice")


def known_names(subject: Subject) -> Iterator[Fault]:
    """Dimensions, scales, levels, bands and phrases that are named must exist."""
    for placed in subject.items:
        item, place = placed.item, placed.place
        yield from _known(item.dimension, subject.dimensions, "dimension", (*place, "dimension"))
        yield from _known(item.scale, subject.dimensions, "scale", (*place, "scale"))
        yield from _known(item.level, subject.levels, "level", (*place, "level"))
    for number, part in enumerate(subject.questionnaire.selections):
        yield from _known(part.level, subject.levels, "level", ("selections", number, "level"))
    yield from _gate_names(subject)
    yield from _gap_names(subject)


def renamed(subject: Subject) -> Iterator[Fault]:
    """An id that was given up may not be taken twice, nor be in use still."""
    taken: dict[str, Place] = {}
    in_use = {placed.item.id for placed in subject.items if not placed.item.retired}
    for placed in subject.items:
        for number, old in enumerate(placed.item.renamed_from):
            place = (*placed.place, "renamed_from", number)
            if old in in_use:
                yield Fault("renamed_in_use", place, {"name": old})
            elif old in taken:
                yield Fault("renamed_twice", place, {"name": old, "other": dotted(taken[old])})
            taken.setdefault(old, place)


def alike(subject: Subject) -> Iterator[Fault]:
    """Two ids that a reader would take for the same invite mistakes."""
    seen: dict[str, str] = {}
    for place, name in _items_and_groups(subject):
        looks = unicodedata.normalize("NFKC", name).casefold().translate(_LOOKS_LIKE)
        other = seen.setdefault(looks, name)
        if other != name:
            yield Fault("id_alike", place, {"name": name, "other": other})


def informed(subject: Subject) -> Iterator[Fault]:
    """An item may not inform itself; items of other questionnaires are checked elsewhere."""
    for placed in subject.items:
        for number, name in enumerate(placed.item.informs):
            if name == placed.item.id:
                yield Fault("informs_itself", (*placed.place, "informs", number), {"name": name})


def _items_and_groups(subject: Subject) -> Iterator[tuple[Place, str]]:
    yield from (((*placed.place, "id"), placed.item.id) for placed in subject.items)
    yield from (((*place, "id"), group.id) for place, group in subject.groups)


def _gate_names(subject: Subject) -> Iterator[Fault]:
    scoring = subject.questionnaire.scoring
    if scoring.gate is not None:
        bands = tuple(band.id for band in scoring.bands)
        yield from _known(scoring.gate.level, subject.levels, "level", ("scoring", "gate", "level"))
        yield from _known(scoring.gate.cap, bands, "band", ("scoring", "gate", "cap"))


def _gap_names(subject: Subject) -> Iterator[Fault]:
    phrases = tuple(subject.questionnaire.phrases)
    for number, gap in enumerate(subject.questionnaire.dimension_gaps):
        place = ("dimension_gaps", number)
        for position, name in enumerate(gap.high):
            high = (*place, "high", position)
            yield from _known(name, subject.dimensions, "dimension", high)
            if name == gap.low:
                yield Fault("gap_with_itself", high, {"name": name})
        yield from _known(gap.low, subject.dimensions, "dimension", (*place, "low"))
        yield from _known(gap.phrase, phrases, "phrase", (*place, "phrase"))


def _known(name: str | None, known: tuple[str, ...], kind: str, place: Place) -> Iterator[Fault]:
    if name is not None and name not in known and (known or kind != "level"):
        details = {"name": name, "known": ", ".join(known) or "-", "nearest": nearest(name, known)}
        yield Fault(f"{kind}_not_there", place, details)


def _placed(names: Iterable[str], place: Place, key: str = "") -> Iterator[tuple[Place, str]]:
    for number, name in enumerate(names):
        yield ((*place, number, key) if key else (*place, number)), name


def _twice(names: Iterable[tuple[Place, str]], code: str) -> Iterator[Fault]:
    seen: dict[str, Place] = {}
    for place, name in names:
        if name in seen:
            yield Fault(code, place, {"name": name, "other": dotted(seen[name])})
        seen.setdefault(name, place)
