"""Says in words what a room showed by cards: the spread, who saw it otherwise, what moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.documents.workshop_words import officially
from toolkit.domain.question_types import kind_of
from toolkit.domain.workshop_counts import SIGNS, Counts
from toolkit.domain.workshop_outcome import Shown
from toolkit.wording import Wording


@dataclass(frozen=True, slots=True)
class Column:
    """One card: what stands on it, how many showed it, and whether it is the official answer."""

    card: str
    count: int
    official: bool = False


def columns(counts: Counts, shown: Shown | None = None) -> tuple[Column, ...]:
    """Return what a room showed, a column a card."""
    answered = shown.answered if shown else None
    pairs = zip(SIGNS, counts.cards, strict=True)
    return tuple(
        Column(card, count, answered is not None and card == f"{answered.normalize():f}")
        for card, count in pairs
    )


def spread(counts: Counts, words: Wording) -> str:
    """Return from where to where the room went, and how many do not know; never a mean."""
    values = counts.values
    said = []
    if len(values) > 1:
        low, high = words.number(values[0]), words.number(values[-1])
        said.append(words("From %(low)s to %(high)s.", low=low, high=high))
    elif values:
        said.append(words("Every number shown is %(number)s.", number=words.number(values[0])))
    if counts.unknown:
        said.append(
            words.plural(
                "%(count)s person does not know.",
                "%(count)s people do not know.",
                counts.unknown,
            )
        )
    return " ".join(said)


def away(shown: Shown, words: Wording) -> str:
    """Return how many were a point or more from the official answer; nothing when nobody was."""
    found, people = shown.difference, shown.counts.people
    if found.lower and found.higher:
        return words(
            "%(lower)s of %(people)s lower, %(higher)s higher than the answer of the municipality",
            lower=found.lower,
            higher=found.higher,
            people=people,
        )
    if found.lower:
        return words(
            "%(count)s of %(people)s lower than the answer of the municipality",
            count=found.lower,
            people=people,
        )
    if found.higher:
        return words(
            "%(count)s of %(people)s higher than the answer of the municipality",
            count=found.higher,
            people=people,
        )
    return ""


def officially_to_all(shown: Shown, words: Wording) -> str:
    """Return what the municipality answered, as everybody may read it: without functions."""
    mark = shown.official
    views = mark.answer.views if mark else ()
    if not mark or not views:
        return officially(mark, words)
    kind = kind_of(mark.question)
    sides = sorted({kind.points(mark.question, view.value) for view in views})
    numbers = words.joined(map(words.number, sides))
    return words("In the scan people saw this differently: %(numbers)s.", numbers=numbers)


def moved(then: Counts | None, now: Counts | None, words: Wording) -> tuple[str, ...]:
    """Return a sentence for each card that somebody showed then or now."""
    return tuple(_moved(then, now, words)) if then and now else ()


def _moved(then: Counts, now: Counts, words: Wording) -> Iterator[str]:
    for place, card in enumerate(SIGNS):
        before, after = then.cards[place], now.cards[place]
        if before or after:
            yield words(
                "Then %(before)s of %(then)s at %(card)s, now %(after)s of %(now)s.",
                before=before,
                then=then.people,
                card=card,
                after=after,
                now=now.people,
            )
