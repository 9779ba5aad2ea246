"""Six fields for the cards of one question: how many showed 0, 1, 2, 3, 4 and ?."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from re import ASCII, fullmatch

from toolkit.domain.workshop_counts import MOST_IN_A_ROOM, SIGNS, Counts, WrongCounts
from toolkit.wording import N_, Wording

NOT_A_NUMBER = N_(
    "Write in each field in digits how many people showed that card; empty is nobody."
)
TOO_MANY = N_(
    "Together this is more than %(most)s people. Look whether a digit stands there twice."
)
LONGEST = 4


@dataclass(frozen=True, slots=True)
class CountsForm:
    """The fields of one question as they were typed, with what is wrong in a sentence."""

    item: str
    typed: tuple[str, ...]
    before: str = ""
    counts: Counts | None = None
    error: str = ""

    @classmethod
    def of(cls, item: str, kept: Counts | None) -> CountsForm:
        """Return the fields with what is kept; empty ones where nothing is."""
        typed = tuple(map(str, kept.cards)) if kept else ("",) * len(SIGNS)
        return cls(item, typed, _joined(typed), kept)

    @classmethod
    def sent(cls, item: str, form: Mapping[str, str], words: Wording) -> CountsForm:
        """Return the fields as they were sent; ``counts`` is nothing when they are wrong."""
        names = (f"{item}-{place}" for place in range(len(SIGNS)))
        typed = tuple(form.get(name, "").strip()[:LONGEST] for name in names)
        before = form.get(f"{item}-before", "")
        if not all(fullmatch("[0-9]*", one, ASCII) for one in typed):
            return cls(item, typed, before, None, words(NOT_A_NUMBER))
        try:
            counts = Counts.of([int(one or 0) for one in typed])
        except WrongCounts:
            return cls(
                item, typed, before, None, words(TOO_MANY, most=words.number(MOST_IN_A_ROOM))
            )
        return cls(item, typed, before, counts)

    @property
    def changed(self) -> bool:
        """Whether somebody typed something else than the page showed."""
        return _joined(self.typed) != self.before


def _joined(typed: tuple[str, ...]) -> str:
    return ",".join(typed)
