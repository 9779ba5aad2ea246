"""Conditions must look at questions that exist, and be able to hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from toolkit.catalogue.rules.chains import LONGEST, chains
from toolkit.catalogue.rules.possible import MOST_TRIES, Tries, takes_size, takes_word, words_of
from toolkit.catalogue.rules.subject import ZERO, PlacedItem, Subject
from toolkit.domain.conditions import UNDECIDED, Compares, Condition, Reading, items_in
from toolkit.domain.problems import Place
from toolkit.reading.shape import Fault, nearest, quoted

_CLOSE_TO_TRUE = {False: 0, None: 1, True: 2}


def sound_conditions(subject: Subject) -> Iterator[Fault]:
    """Every comparison names a question that is asked, and an answer that can be given."""
    for placed in _conditional(subject):
        for place, compares in placed.condition.comparisons(placed.place):
            found = subject.known.get(compares.item)
            yield from _asked(subject, compares, place)
            if found is not None and found.understood:
                readings = subject.readings(compares.item)
                yield from _answerable(found, compares, place, readings)


def allowed_conditions(subject: Subject) -> Iterator[Fault]:
    """Nothing that is scored may be hidden by an answer that scores badly.

    A scored item looks at intake questions only, unless it counts as zero when hidden; an intake
    question looks at other intake questions only. So not having something never pays.
    """
    for placed in subject.items:
        condition, item = placed.item.show_if, placed.item
        if condition is None or not (placed.scored or placed.intake):
            continue
        if placed.scored and item.when_hidden == "zero":
            continue
        code = "show_if_intake" if placed.intake else "show_if_scored"
        for place, compares in condition.comparisons((*placed.place, "show_if")):
            other = subject.known.get(compares.item)
            if other is not None and not other.intake and other is not placed:
                yield Fault(code, place, {"name": item.id, "other": compares.item})


def no_circles(subject: Subject) -> Iterator[Fault]:
    """A question may not wait for itself, directly or by way of others."""
    for circle in chains(_waits(subject)).circles():
        place = (*subject.known[circle[0]].place, "show_if")
        yield Fault("show_if_circle", place, {"name": circle[0], "path": " > ".join(circle)})


def better_never_hides(subject: Subject) -> Iterator[Fault]:
    """A better answer may not hide a question that counts as zero when hidden."""
    left = MOST_TRIES
    for placed in subject.items:
        condition = placed.item.show_if
        if condition is None or not placed.scored or placed.item.when_hidden != "zero":
            continue
        undecided = dict.fromkeys(items_in(condition), UNDECIDED)
        for name in undecided:
            other = subject.known.get(name)
            if other is None or not other.scored:
                continue
            readings = subject.readings(name)
            left -= len(readings) * len(undecided)
            if left >= 0 and _falls(condition, undecided, name, readings):
                details = {"name": placed.item.id, "other": name}
                yield Fault("show_if_falls", (*placed.place, "show_if"), details)


def short_chains(subject: Subject) -> Iterator[Fault]:
    """A question may wait for others that wait for others, but not without end."""
    for name in chains(_waits(subject)).too_long():
        place = (*subject.known[name].place, "show_if")
        yield Fault("show_if_long", place, {"name": name, "most": str(LONGEST)})


def reachable(subject: Subject) -> Iterator[Fault]:
    """A condition that no answer can fulfil hides its question for ever."""
    tries = Tries(subject)
    for placed in _conditional(subject):
        if not tries.can_hold(placed.condition):
            yield Fault(placed.never, placed.place, {"name": placed.name})
    for item in subject.items:
        if item.item.when_hidden == "zero" and item.item.show_if is None:
            yield Fault("never_hidden", (*item.place, "when_hidden"), {"name": item.item.id})


def _falls(
    condition: Condition, others: Mapping[str, Reading], name: str, readings: tuple[Reading, ...]
) -> bool:
    """Return whether the condition comes less close to true while one answer gets better."""
    steps = sorted(
        (
            reading.size or ZERO,
            _CLOSE_TO_TRUE[condition.holds({**others, name: reading}.__getitem__)],
        )
        for reading in readings
    )
    return any(after < before for (_, before), (_, after) in pairwise(steps))


@dataclass(frozen=True, slots=True)
class _Conditional:
    name: str
    condition: Condition
    place: Place
    never: str


def _conditional(subject: Subject) -> Iterator[_Conditional]:
    for placed in subject.items:
        if placed.item.show_if is not None:
            place = (*placed.place, "show_if")
            yield _Conditional(placed.item.id, placed.item.show_if, place, "unreachable")
    for number, part in enumerate(subject.questionnaire.contradictions):
        place = ("contradictions", number, "when")
        yield _Conditional(part.id, part.when, place, "never_contradicts")


def _asked(subject: Subject, compares: Compares, place: Place) -> Iterator[Fault]:
    name, here = compares.item, (*place, "item")
    found = subject.known.get(name)
    if found is None:
        likely = nearest(name, tuple(subject.known))
        yield Fault("condition_item", here, {"name": name, "nearest": likely})
    elif found.item.retired:
        yield Fault("condition_retired", here, {"name": name})


def _answerable(
    found: PlacedItem, compares: Compares, place: Place, readings: tuple[Reading, ...]
) -> Iterator[Fault]:
    if compares.at_least is not None or compares.at_most is not None:
        if not takes_size(found, readings):
            key = "at_least" if compares.at_least is not None else "at_most"
            yield Fault("not_a_size", (*place, key), {"name": compares.item})
        return
    words = [((*place, "equals"), compares.equals)]
    words += [((*place, "in", number), word) for number, word in enumerate(compares.in_ or ())]
    if compares.in_ == ():
        yield Fault("list_empty", (*place, "in"))
    possible = words_of(readings)
    for here, word in words:
        if word is not None and not takes_word(found, word, possible):
            code = f"value_no_{found.kind.name}" if found.kind.endless else "value_impossible"
            allowed = ", ".join(sorted(possible))
            details = {"name": compares.item, "given": quoted(word), "allowed": allowed}
            yield Fault(code, here, details)


def _waits(subject: Subject) -> Mapping[str, tuple[str, ...]]:
    """Return the questions that each question waits for."""
    conditions = {name: placed.item.show_if for name, placed in subject.known.items()}
    return {name: tuple(items_in(part)) if part else () for name, part in conditions.items()}
